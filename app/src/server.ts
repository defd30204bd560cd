import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Caller, House } from './casefile/house.ts'
import { runOperation } from './casefile/operation.ts'
import { publishedKeys } from './casefile/proof/published.ts'
import { type BodyLimit, limitBodies, WITH_FILE } from './doors/bodies.ts'
import { browseStyle, toBrowsablePage } from './doors/browse.ts'
import { closeInOrder } from './doors/closing.ts'
import { toNo } from './doors/faults.ts'
import { overHttps, securityHeaders } from './doors/headers.ts'
import { addHealth } from './doors/health.ts'
import { asHolder } from './doors/holders.ts'
import { countAsk, READS, WRITES } from './doors/limiter.ts'
import { type Entry, findOperation, takesFile, toOpenApi } from './doors/openapi.ts'
import { trustedProxy } from './doors/proxy.ts'
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
  /** What a request without a file may send; a test asks for less. */
  form?: BodyLimit
}

/** The HTTP door: every route is derived from the table of operations, but for signing in and out. */
export async function buildServer(
  house: House,
  log: (line: string) => void = () => {},
  { folder, requests = () => {}, form }: ServerOptions = {},
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: WITH_FILE.bytes,
    forceCloseConnections: true,
    return503OnClosing: false,
    requestTimeout: REQUEST_MS,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: 5000 },
    genReqId: () => newId(),
    requestIdHeader: false,
    // Only a proxy that is named is believed about whose address a request has.
    trustProxy: trustedProxy(),
  })
  const { note, traffic } = watchRequests(app, house, requests)
  closeInOrder(app, traffic)
  const { allow } = limitBodies(app, form)
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
  addOperations(app, house, { note, allow })
  await addPages(app)
  return app
}

type Asked = { name: string; caller: Caller } & Entry
type Doing = Pick<ReturnType<typeof watchRequests>, 'note'> & Pick<ReturnType<typeof limitBodies>, 'allow'>

function addOperations(app: FastifyInstance, house: House, { note, allow }: Doing): void {
  const known = new WeakMap<FastifyRequest, Asked>()
  type Route = { Params: { station: string; verb: string } }
  /** Who asks for what is settled before any of the body is read: nobody unknown sends a file. */
  async function settle(request: FastifyRequest<Route>): Promise<void> {
    const entry = findOperation(request.params.station, request.params.verb)
    if (!entry) throw new Refusal('no-such-operation', {}, 404)
    const name = `${entry.station}.${entry.verb}`
    note(request, { operation: name })
    requireJson(request)
    const caller = await callerOf(house, request)
    note(request, { operation: name, profession: caller.actor?.profession ?? null })
    if (!caller.actor && !entry.operation.may.includes('anyone')) throw new Refusal('sign-in-first', {}, 403)
    // Wrong tries of a holder are counted by themselves (holders.ts).
    const isCheap = entry.operation.reads || entry.operation.holds
    if (!caller.actor) await countAsk(house, request.ip, isCheap ? READS : WRITES)
    if (caller.actor && takesFile(entry)) allow(request, WITH_FILE)
    known.set(request, { ...entry, name, caller })
  }
  app.post<Route>('/api/:station/:verb', { onRequest: settle }, async (request) => {
    const { operation, name, caller } = known.get(request)!
    const key = z.uuid().safeParse(request.headers['idempotency-key'])
    const work = () => runOperation(house, caller, name, operation, request.body, key.data)
    const { holds } = operation
    if (!holds) return (await work()) ?? {}
    const number = (request.body as Record<string, unknown> | null)?.[holds]
    return asHolder(house, request, number, work)
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
