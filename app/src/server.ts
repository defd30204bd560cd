import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Caller, House } from './casefile/house.ts'
import { MOST_BYTES, runOperation } from './casefile/operation.ts'
import { beginSession, endSession, findActor } from './casefile/session.ts'
import { browseStyle, toBrowsablePage } from './doors/browse.ts'
import { toNo } from './doors/faults.ts'
import { limiter } from './doors/limiter.ts'
import { findOperation, toOpenApi } from './doors/openapi.ts'
import { languageOf } from './doors/say.ts'
import { Invalid, Refusal } from './platform/refusal.ts'

const here = dirname(fileURLToPath(import.meta.url))
export const version = (
  JSON.parse(readFileSync(join(here, '../package.json'), 'utf8')) as { version: string }
).version
const COOKIE = 'sandsage'

function tokenOf(request: FastifyRequest): string | undefined {
  const bearer = request.headers.authorization?.match(/^Bearer (\S+)$/)?.[1]
  return bearer ?? request.headers.cookie?.match(new RegExp(`(?:^|; )${COOKIE}=([^;]+)`))?.[1]
}

async function callerOf(house: House, request: FastifyRequest): Promise<Caller> {
  const token = tokenOf(request)
  const actor = token ? ((await findActor(house, token)) ?? null) : null
  const device = String(request.headers['x-device'] ?? 'web').slice(0, 60)
  return { actor, language: languageOf(request.headers['accept-language']), device, address: request.ip }
}

/** Strict: the session travels only with requests from our own pages, so no other site can act in its name. */
const cookie = (token: string, seconds: number) =>
  `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}`

const SECURITY = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** The HTTP door: every route is derived from the table of operations, but for signing in and out. */
export async function buildServer(
  house: House,
  log: (line: string) => void = () => {},
): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: Math.ceil((MOST_BYTES * 4) / 3) + 1_000_000, forceCloseConnections: true })
  app.addHook('onSend', async (_request, reply) => void reply.headers(SECURITY))
  app.setErrorHandler((cause, request, reply) => {
    const { status, no } = toNo(cause, languageOf(request.headers['accept-language']), log)
    return reply.status(status).send(no)
  })
  const openApi = toOpenApi(version)
  app.get('/api/openapi.json', async () => openApi)
  app.get('/browse.css', async (_request, reply) => reply.type('text/css').send(browseStyle))
  app.get('/api', async (_request, reply) => reply.type('text/html').send(toBrowsablePage(openApi)))
  addSession(app, house)
  addOperations(app, house)
  await addPages(app)
  return app
}

function addSession(app: FastifyInstance, house: House): void {
  app.post('/api/session/sign-in', async (request, reply) => {
    const { success, data } = z.object({ token: z.string().min(1).max(100) }).safeParse(request.body)
    if (!success) throw new Invalid([{ field: 'token', code: 'missing' }])
    const { token, actor } = await beginSession(house, data.token)
    return reply.header('set-cookie', cookie(token, 12 * 3600)).send({ token, actor })
  })
  app.post('/api/session/sign-out', async (request, reply) => {
    const token = tokenOf(request)
    if (token) await endSession(house, token)
    return reply.header('set-cookie', cookie('', 0)).send({})
  })
}

function addOperations(app: FastifyInstance, house: House): void {
  const mayWriteAnonymously = limiter({ count: 20, perMinutes: 10 })
  app.post<{ Params: { station: string; verb: string } }>('/api/:station/:verb', async (request) => {
    const entry = findOperation(request.params.station, request.params.verb)
    if (!entry) throw new Refusal('no-such-operation', {}, 404)
    const caller = await callerOf(house, request)
    if (
      !caller.actor &&
      entry.operation.may.includes('anyone') &&
      !entry.operation.reads &&
      !mayWriteAnonymously(request.ip)
    )
      throw new Refusal('too-many-requests', {}, 429)
    const key = z.uuid().safeParse(request.headers['idempotency-key'])
    const name = `${entry.station}.${entry.verb}`
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
