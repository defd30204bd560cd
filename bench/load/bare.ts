/** What the house is measured beside: Fastify and pg with one indexed select and one insert, without anything else. */
import Fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 12,
  options: '-c search_path=sandsage',
})
await pool.query(
  'create table if not exists public.bare (id bigint generated always as identity primary key, at timestamptz not null default now(), note jsonb)',
)
const app = Fastify()
app.post<{ Body: { id: string } }>(
  '/select',
  async (request) => (await pool.query('select * from people where id = $1', [request.body.id])).rows,
)
app.post<{ Body: object }>(
  '/insert',
  async (request) =>
    (await pool.query('insert into public.bare (note) values ($1) returning id', [request.body])).rows,
)
const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.send!({ address })
process.on('message', async () => {
  await app.close()
  await pool.end()
  process.send!({ said: [], cpu: process.cpuUsage(), rss: process.memoryUsage().rss }, () =>
    process.disconnect(),
  )
})
