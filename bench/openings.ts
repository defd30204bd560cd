/**
 * What it costs that every opening is an event: `node bench/openings.ts [children]` (1,000 unless told). Opens a
 * PostgreSQL of its own. Each file is opened twice in a row: the first time the opening is recorded, the second time,
 * within the quarter of an hour, it is not. Beside it, what the house's signed word costs a transaction.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { roleOf } from '../app/src/casefile/access.ts'
import type { Caller } from '../app/src/casefile/house.ts'
import { runOperation } from '../app/src/casefile/operation.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { openHouse } from '../app/src/opening.ts'
import { operations } from '../app/src/operations.ts'
import { asActor } from '../app/src/platform/database.ts'
import { openFolder } from '../app/src/platform/folder.ts'
import { startPostgres } from '../app/src/platform/postgres.ts'

const CHILDREN = Number(process.argv[2] ?? 1000)
const print = (what: string, figure: string) => process.stdout.write(`${what.padEnd(64)} ${figure}\n`)
const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1]!
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const data = mkdtempSync(join(tmpdir(), 'bench-openings-'))
chmodSync(data, 0o755)
const postgres = await startPostgres(openFolder(data))
const house = await openHouse(postgres.url, Buffer.alloc(32, 7))
try {
  const account = { name: 'A coordinator', profession: 'coordinator', language: 'en' } as const
  const id = await makeAccount(house.owner, { ...account, wholeHouse: true })
  const caller: Caller = { actor: { id, ...account }, language: 'en', device: 'bench' }
  const { casefile } = operations
  const ask = (name: keyof typeof casefile, input: unknown) =>
    runOperation(house, caller, `casefile.${name}`, casefile[name], input) as Promise<{ id: string }>
  const description = { names: { en: 'Somewhere' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' }
  const operation = await ask('describeOperation', {
    description: { ...description, flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
  })
  const child = { names: { en: 'Aisha' }, sex: 'female', birth: { earliest: 2019, latest: 2020 } }
  const children: string[] = []
  for (let n = 0; n < CHILDREN; n++) {
    const person = { kind: 'child', operation: operation.id, description: child }
    children.push((await ask('describePerson', person)).id)
  }
  const [first, again]: [number[], number[]] = [[], []]
  for (const file of children) {
    first.push(await timed(() => ask('openFile', { file })))
    again.push(await timed(() => ask('openFile', { file })))
  }
  print('a file opened, the opening recorded (median)', `${median(first).toFixed(2)} ms`)
  print('the same once more within 15 minutes', `${median(again).toFixed(2)} ms`)
  print('ratio', (median(first) / median(again)).toFixed(2))

  const [proven, plain]: [number[], number[]] = [[], []]
  const question = sql`select 1 from people limit 1`
  for (let n = 0; n < 2 * CHILDREN; n++) {
    proven.push(await timed(() => asActor(house.db, roleOf('coordinator'), id, (tx) => question.execute(tx))))
    // As it was said before: the role, then the actor, unsigned; the walls answer nothing.
    plain.push(
      await timed(() =>
        house.db.transaction().execute(async (tx) => {
          await sql`set local role ${sql.id(roleOf('coordinator'))}`.execute(tx)
          await sql`select set_config('sandsage.actor', ${id}, true)`.execute(tx)
          await question.execute(tx)
        }),
      ),
    )
  }
  print('a transaction of one question, signed (median)', `${median(proven).toFixed(2)} ms`)
  print('the same, role and actor told in two questions as before', `${median(plain).toFixed(2)} ms`)
  print('ratio', (median(proven) / median(plain)).toFixed(2))
} finally {
  await house.close()
  await postgres.stop()
  rmSync(data, { recursive: true, force: true })
}
