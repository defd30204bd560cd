import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { House } from '../casefile/house.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Traffic } from './closing.ts'
import { outcomeOf, type RequestLine } from './logging.ts'
import { mayReadMetrics, openMetrics } from './metrics.ts'

/** What a route tells of a request that it understood. */
export type Asked = { operation: string; profession?: string | null }

/** Counts every request, writes it down when it is over, and answers `/metrics`; `note` takes what a route knows of one. */
export function watchRequests(
  app: FastifyInstance,
  house: House,
  write: (line: string) => void,
): { note(request: FastifyRequest, asked: Asked): void; traffic: Readonly<Traffic> } {
  const traffic: Traffic = { underWay: 0 }
  const metrics = openMetrics(house)
  const known = new WeakMap<FastifyRequest, Asked>()
  app.addHook('onRequest', async (request, reply) => {
    const began = performance.now()
    traffic.underWay++
    reply.header('x-request-id', request.id)
    // Once the connection is done with it, whether the answer went out or the asker went away.
    reply.raw.once('close', () => {
      traffic.underWay--
      const line = lineOf(request, reply.raw.statusCode, performance.now() - began, known.get(request))
      metrics.count(line)
      write(JSON.stringify(line))
    })
  })
  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request)) throw new Refusal('not-allowed', {}, 403)
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text())
  })
  return { note: (request, asked) => void known.set(request, asked), traffic }
}

/** An address that is no operation's is named by its route, of which there are few, and never by what was asked for. */
function lineOf(request: FastifyRequest, status: number, ms: number, asked: Asked | undefined): RequestLine {
  return {
    at: new Date().toISOString(),
    request: request.id,
    operation: asked?.operation ?? request.routeOptions.url ?? 'screen',
    outcome: outcomeOf(status),
    status,
    ms: Math.round(ms),
    profession: asked?.profession ?? null,
  }
}
