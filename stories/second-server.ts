/**
 * A second server process on a database that another one is answering from, with one migration more than the first
 * knows. `REBUILD`: its walls are built anew.
 */
import { sql } from 'kysely'
import { migrations, openHouse } from '../app/src/opening.ts'
import { openDatabase } from '../app/src/platform/database.ts'
import { buildServer } from '../app/src/server.ts'

const url = process.env.DATABASE_URL!
const later = {
  name: 'casefile/migrations/9999-later.sql',
  sql: `alter table sandsage.events add column later text;
    create table sandsage.later (id uuid primary key);
    create index on sandsage.papers (recorded_at);`,
}
if (process.env.REBUILD) {
  const owner = openDatabase(url, 1)
  await sql`delete from walls`.execute(owner)
  await owner.destroy()
}
const house = await openHouse(url, Buffer.from(process.env.MASTER!, 'hex'), {
  migrations: [...migrations, later],
})
const server = await buildServer(house)
process.send!({ address: await server.listen({ port: 0, host: '127.0.0.1' }) })
process.on('message', async () => {
  await server.close()
  await house.close()
  process.disconnect()
})
