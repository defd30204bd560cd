import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { languageOf, say } from './say.ts'

/** How long what is under way may take to end. */
export const PATIENCE_MS = 10_000
const LOOK_EVERY_MS = 20

/** How many requests are between their first byte and the end of their answer. */
export type Traffic = { underWay: number }

/**
 * Makes `app.close()` orderly: no new connections, 503 on old ones, what is under way ends, and whatever takes
 * longer than the patience is cut off.
 */
export function closeInOrder(app: FastifyInstance, traffic: Readonly<Traffic>, patience = PATIENCE_MS): void {
  let closing = false
  app.addHook('onRequest', async (request, reply) => {
    if (closing) {
      const sentence = say(languageOf(request.headers['accept-language']), 'no.closing')
      return reply.status(503).header('retry-after', '10').send({ kind: 'fault', sentence })
    }
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
  app.addHook('preClose', async () => {
    closing = true
    app.server.close()
    for (const until = Date.now() + patience; traffic.underWay > 0 && Date.now() < until; )
      await setTimeout(LOOK_EVERY_MS)
  })
}
