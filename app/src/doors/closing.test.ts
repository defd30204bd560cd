import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { closeInOrder } from './closing.ts'

test('what takes longer than the patience is cut off, and what ends within it is not', async () => {
  const app = Fastify({ forceCloseConnections: true, return503OnClosing: false })
  const traffic = { underWay: 0 }
  app.addHook('onRequest', async (_request, reply) => {
    traffic.underWay++
    reply.raw.once('close', () => traffic.underWay--)
  })
  closeInOrder(app, traffic, 400)
  app.get<{ Params: { ms: string } }>('/after/:ms', async (request) => {
    await new Promise((resolve) => setTimeout(resolve, Number(request.params.ms)))
    return { ended: true }
  })
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  const short = fetch(`${base}/after/150`).then((answer) => answer.json())
  const long = fetch(`${base}/after/60000`).then(
    () => 'answered',
    () => 'cut off',
  )
  await expect.poll(() => traffic.underWay).toBe(2)
  await app.close()
  expect(await short).toEqual({ ended: true })
  expect(await long).toBe('cut off')
})
