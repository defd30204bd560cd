import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { House } from './casefile/house.ts'
import { MOST_BYTES, runOperation } from './casefile/operation.ts'
import { publishedKeys } from './casefile/proof/published.ts'
import { browseStyle, toBrowsablePage } from './doors/browse.ts'
import { closeInOrder } from './doors/closing.ts'
import { toNo } from './doors/faults.ts'
import { overHttps, securityHeaders } from './doors/headers.ts'
import { addHealth } from './doors/health.ts'
import { limiter } from './doors/limiter.ts'
import { findOperation, toOpenApi } from './doors/openapi.ts'
import { languageOf } from './doors/say.ts'
import { addSession, callerOf, requireJson } from './doors/session.ts'
import { watchRequests } from './doors/watching.ts'
import { newId } from './platform/identity.ts'
import { Refusal } from './platform/refusal.ts'

const here = dirname(fileURLToPath(import.meta.url))
export const version = (
  JSON.parse(readFileSync(join(here, '../package.json'), 'utf8')) as { version: string }
).version

/** A slow asker: headers within 20 seconds, everything within 5 minutes (24 MB over a line of one megabit). */
const HEADERS_MS = 20_000
const REQUEST_MS = 300_000

export type ServerOptions = {
  /** The folder of the house, whose room `/ready` looks at. */
  folder?: string
  /** Takes one line of JSON per request. */
  requests?: (line: string) => void
}

/** The HTTP door: every route is derived from the table of operations, but for signing in and out. */
export async function buildServer(
  house: House,
  log: (line: string) => void = () => {},
  { folder, requests = () => {} }: ServerOptions = {},
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: Math.ceil((MOST_BYTES * 4) / 3) + 1_000_000,
    forceCloseConnections: true,
    return503OnClosing: false,
    requestTimeout: REQUEST_MS,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: 5000 },
    genReqId: () => newId(),
    requestIdHeader: false,
    // Only a proxy that is named is believed about whose address a request has.
    trustProxy: process.env.SANDSAGE_PROXY || false,
  })
  const { note, traffic } = watchRequests(app, house, requests)
  closeInOrder(app, traffic)
  app.addHook('onSend', async (request, reply) => {
    reply.headers(securityHeaders)
    if (house.address.startsWith('https:')) reply.headers(overHttps)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.setErrorHandler((cause, request, reply) => {
    const { status, no } = toNo(cause, languageOf(request.headers['accept-language']), log)
    return reply.status(status).send(no)
  })
  const openApi = toOpenApi(version)
  app.get('/api/openapi.json', async () => openApi)
  app.get('/browse.css', async (_request, reply) => reply.type('text/css').send(browseStyle))
  app.get('/api', async (_request, reply) =>
    reply.type('text/html').send(toBrowsablePage(openApi, await publishedKeys(house))),
  )
  addHealth(app, house, folder)
  addSession(app, house)
  addOperations(app, house, note)
  await addPages(app)
  return app
}

function addOperations(
  app: FastifyInstance,
  house: House,
  note: ReturnType<typeof watchRequests>['note'],
): void {
  const mayWriteAnonymously = limiter({ count: 20, perMinutes: 10 })
  app.post<{ Params: { station: string; verb: string } }>('/api/:station/:verb', async (request) => {
    const entry = findOperation(request.params.station, request.params.verb)
    if (!entry) throw new Refusal('no-such-operation', {}, 404)
    const name = `${entry.station}.${entry.verb}`
    note(request, { operation: name })
    requireJson(request)
    const caller = await callerOf(house, request)
    note(request, { operation: name, profession: caller.actor?.profession ?? null })
    if (
      !caller.actor &&
      entry.operation.may.includes('anyone') &&
      !entry.operation.reads &&
      !mayWriteAnonymously(request.ip)
    )
      throw new Refusal('too-many-requests', {}, 429)
    const key = z.uuid().safeParse(request.headers['idempotency-key'])
    return (await runOperation(house, caller, name, entry.operation, request.body, key.data)) ?? {}
  })
}

/** The built screens; any other address is a screen's own and gets the same page. */
async function addPages(app: FastifyInstance): Promise<void> {
  const root = process.env.SANDSAGE_DIST ?? join(here, '../dist')
  if (existsSync(root)) await app.register(fastifyStatic, { root, maxAge: '1h', immutable: false })
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || /^\/(api|assets)\//.test(request.url))
      throw new Refusal('no-such-operation', {}, 404)
    return existsSync(root)
      ? reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0 })
      : reply.status(503).send('The screens are not built: npm run build')
  })
}
