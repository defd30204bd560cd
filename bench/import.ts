/**
 * Lists, measured: `node bench/import.ts [rows]` (20,000 unless told). Needs no running house: it opens its own
 * PostgreSQL in a folder of its own. Prints one line per figure; ratios are of one run on one machine.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Caller } from '../app/src/casefile/house.ts'
import { runOperation, toSentFile } from '../app/src/casefile/operation.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { openHouse } from '../app/src/opening.ts'
import { operations } from '../app/src/operations.ts'
import { openFolder } from '../app/src/platform/folder.ts'
import { startPostgres } from '../app/src/platform/postgres.ts'
import { readSheet } from '../app/src/platform/sheet.ts'
import { makeWorkbook } from '../app/src/platform/testing/files.ts'
import { importTask } from '../app/src/tracing/importing/work.ts'
import { planRows } from '../app/src/tracing/rows.ts'

const ROWS = Number(process.argv[2] ?? 20_000)
const print = (what: string, figure: string) => process.stdout.write(`${what.padEnd(58)} ${figure}\n`)
const ms = (n: number) => `${n < 10 ? n.toFixed(1) : Math.round(n)} ms`

const given = ['Айша', 'Билал', 'Марьям', 'Юсуф', 'Сафия', 'Ибрагим', 'Хадиша', 'Али', 'Нұрлан', 'Гүлнұр']
const family = ['Ахметова', 'Каримов', 'Юсупова', 'Омаров', 'Сейітқали', 'Құсайынова', 'Ким', 'Петрова']
const pick = <T>(from: T[], at: number): T => from[at % from.length]!
const header = ['№', 'Номер дела', 'ФИО', 'Мать', 'Дата рождения', 'Возраст', 'Пол', 'Место', 'С кем']
const rowAt = (at: number, place: string): string[] => [
  ...[String(at + 1), `Д-${at}`, `${pick(given, at)} ${pick(family, at * 7)} ${at.toString(36)}`],
  ...[`${pick(given, at * 3 + 1)} ${pick(family, at * 5)} ${(at % 977).toString(36)}`],
  ...[at % 3 ? '' : `${(at % 27) + 1}.0${(at % 9) + 1}.20${10 + (at % 14)}`, at % 3 ? `${at % 17}` : ''],
  ...[at % 2 ? 'м' : 'ж', place, at % 5 ? '' : 'с тётей'],
]
const rowsOf = (count: number, place: string) => Array.from({ length: count }, (_, at) => rowAt(at, place))
const csvOf = (rows: string[][]) => Buffer.from([header, ...rows].map((row) => row.join(';')).join('\n'))

async function timed<T>(work: () => T | Promise<T>): Promise<[number, T]> {
  const began = performance.now()
  const answer = await work()
  return [performance.now() - began, answer]
}

async function pure(): Promise<void> {
  const now = new Date('2026-05-15T00:00:00Z')
  const csv = csvOf(rowsOf(ROWS, 'Багдад'))
  const [reading, sheet] = await timed(() => readSheet(csv))
  print(`read a CSV of ${ROWS} rows (${Math.round(csv.length / 1000)} kB)`, ms(reading))
  const [planning] = await timed(() => planRows(sheet.rows, now))
  print(`plan its rows (pure)`, ms(planning))
  const book = makeWorkbook([header, ...rowsOf(ROWS, 'Багдад')])
  const [xlsx] = await timed(() => readSheet(book))
  print(`read the same as XLSX (${Math.round(book.length / 1000)} kB)`, ms(xlsx))
  const million = csvOf(rowsOf(1_000_000, 'Багдад')).subarray(0, 24 * 1024 * 1024)
  const [refused, no] = await timed(() => readSheet(million).catch((cause: { code: string }) => cause.code))
  print(`a CSV of 24 MB, the first of a million rows: ${String(no)}`, ms(refused))
  const rows = [header, ...rowsOf(100_000, 'Багдад')]
  const [endless, plan] = await timed(() => planRows(rows, now))
  print(`planRows over ${plan!.rows.length} rows in memory`, ms(endless))
}

/** The same events as an import writes, sealed alike in size, in batches of 500 and nothing else. */
async function bareInsert(url: string, count: number): Promise<number> {
  const { openDatabase } = await import('../app/src/platform/database.ts')
  const db = openDatabase(url, 1)
  await sql`create table public.bare (like sandsage.events including all)`.execute(db)
  const sealed = Buffer.alloc(420, 7)
  const [took] = await timed(async () => {
    for (let at = 0; at < count; at += 500)
      await sql`insert into public.bare (id, about, type, class, occurred_at, device, sealed)
        select gen_random_uuid(), array[gen_random_uuid()], 'tracing.found', 'tracing', now(), 'bench', ${sealed}
        from generate_series(1, ${Math.min(500, count - at)})`.execute(db)
  })
  await sql`drop table public.bare`.execute(db)
  await db.destroy()
  return took
}

async function whole(url: string): Promise<void> {
  const house = await openHouse(url, Buffer.alloc(32, 7))
  const id = await makeAccount(house.owner, {
    name: 'B',
    profession: 'coordinator',
    language: 'ru',
    wholeHouse: true,
  })
  const caller: Caller = {
    actor: { id, name: 'B', profession: 'coordinator', language: 'ru' },
    ...{ language: 'ru', device: 'bench' },
  }
  const ask = (station: 'casefile' | 'tracing', verb: string, input: object) =>
    runOperation(
      house,
      caller,
      `${station}.${verb}`,
      (operations[station] as never)[verb],
      input,
    ) as Promise<never>
  const description = {
    ...{ names: { ru: 'Опыт' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
    ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
  }
  const { id: operation } = await ask('casefile', 'describeOperation', { description })
  await house.jobs.take([importTask(house)])
  const bring = async (place: string, what: string) => {
    const file = toSentFile('list.csv', csvOf(rowsOf(ROWS, place)))
    const [looking, plan] = await timed(() => ask('tracing', 'planImport', { operation, file }))
    print(`dry run of ${ROWS} rows, ${what}`, ms(looking))
    const { sha256, digest } = plan as { sha256: string; digest: string }
    const [taking, answer] = await timed(() =>
      ask('tracing', 'acceptImport', { operation, file, sha256, digest }),
    )
    print(`  the request that hands it out`, ms(taking))
    const [took] = await timed(() => until(house, (answer as { import: string }).import, 'taken'))
    print(`  taken in`, `${Math.round((ROWS / took) * 1000)} rows/s (${Math.round(took / 1000)} s)`)
    return { took, id: (answer as { import: string }).import }
  }
  const first = await bring('Багдад', 'all new')
  const bare = await bareInsert(url, 2 * ROWS)
  print(`bare insert of as many events in batches of 500`, `${Math.round((ROWS / bare) * 1000)} rows/s`)
  print(`  ratio: taking in / bare insert`, `${(first.took / bare).toFixed(0)} times as long`)
  const second = await bring('Мосул', 'every row corrected')
  const [undoing] = await timed(async () => {
    await ask('tracing', 'undoImport', { import: second.id })
    await until(house, second.id, 'undone')
  })
  print(`taking the correction back`, `${Math.round((ROWS / undoing) * 1000)} rows/s`)
  print('memory of the process', `${Math.round(process.memoryUsage().rss / 1e6)} MB`)
  await house.close()
}

async function until(house: Awaited<ReturnType<typeof openHouse>>, id: string, state: string): Promise<void> {
  for (;;) {
    const { rows } = await sql<{
      state: string
    }>`select state from tracing_imports where import = ${id}`.execute(house.owner)
    if (rows[0]?.state === state) return
    if (rows[0]?.state === 'stopped') throw new Error('it stopped')
    await setTimeout(200)
  }
}

await pure()
const path = mkdtempSync(join(tmpdir(), 'sandsage-bench-'))
chmodSync(path, 0o755)
const postgres = await startPostgres(openFolder(path))
try {
  await whole(postgres.url)
} finally {
  await postgres.stop()
  rmSync(path, { recursive: true, force: true })
}
