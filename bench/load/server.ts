/** The server that bench/load.ts measures: one process, the house as `npm start` opens it, on a database that is there. */
import { keepSequencing } from '../../app/src/casefile/proof/ticking.ts'
import { openHouse } from '../../app/src/opening.ts'
import { buildServer } from '../../app/src/server.ts'

const said: string[] = []
const house = await openHouse(process.env.DATABASE_URL!, Buffer.alloc(32, 9))
const stop = keepSequencing(house, (line) => said.push(line))
const server = await buildServer(house, (line) => said.push(line))
const address = await server.listen({ port: 0, host: '127.0.0.1' })
process.send!({ address })
process.on('message', async () => {
  await server.close()
  await stop()
  await house.close()
  process.send!({ said: said.slice(0, 5), cpu: process.cpuUsage(), rss: process.memoryUsage().rss }, () =>
    process.disconnect(),
  )
})
