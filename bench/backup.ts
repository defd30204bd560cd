import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { sql } from 'kysely'
import { described } from '../app/src/casefile/model.ts'
import { check, choose, fill } from '../app/src/doors/backup/fill.ts'
import { bytesOf, makeBackup } from '../app/src/doors/backup/make.ts'
import { type OpenHouse, openHouse } from '../app/src/opening.ts'
import { connect } from '../app/src/platform/backup/tables.ts'
import { openFolder } from '../app/src/platform/folder.ts'
import { newId } from '../app/src/platform/identity.ts'
import { startPostgres } from '../app/src/platform/postgres.ts'
import { keyFor, newKey, seal } from '../app/src/platform/sealing.ts'

/**
 * Backup and restore of a house of many events, beside `cp` of its cluster in the same run.
 *
 *   node bench/backup.ts [events]
 */
const MASTER = Buffer.alloc(32, 4)
const EVENTS_PER_FILE = 20
const PAPERS = 200
const PAPER_BYTES = 200_000

const seconds = (from: number): number => (performance.now() - from) / 1000
async function timed<T>(name: string, work: () => Promise<T> | T, units: (result: T) => string): Promise<T> {
  const from = performance.now()
  const result = await work()
  console.log(`| ${name} | ${seconds(from).toFixed(1)} s | ${units(result)} |`)
  return result
}
const rate = (amount: number, unit: string, from: number): string =>
  `${Math.round(amount / seconds(from))} ${unit}/s`

type Columns = { ids: string[]; files: string[]; sealed: Buffer[] }

/** People as they are written down, amended again and again: sealed details of a usual length. */
function detailOf(n: number): string {
  const names = { kk: `Әйгерім ${n}`, ru: `Айгерим ${n}`, en: `Aigerim ${n}`, ar: `أيغيريم ${n}` }
  const rest = { birthplace: 'Ақтөбе облысы', place: 'Bagdad, a prison for women', mother: names }
  return JSON.stringify({ names, sex: 'female', birth: { earliest: 2015, latest: 2016 }, ...rest })
}

function eventsOf(files: string[], keys: Buffer[]): Columns {
  const columns: Columns = { ids: [], files: [], sealed: [] }
  for (let round = 0; round < EVENTS_PER_FILE; round++)
    for (const [at, file] of files.entries()) {
      const id = newId()
      columns.ids.push(id)
      columns.files.push(file)
      columns.sealed.push(seal(keys[at]!, detailOf(round * files.length + at), `event ${id} about ${file}`))
    }
  return columns
}

async function grow(house: OpenHouse, events: number): Promise<void> {
  const wrapping = keyFor(MASTER, 'wrap file keys')
  const batch = 250
  for (let done = 0; done < events; done += batch * EVENTS_PER_FILE) {
    const files = Array.from({ length: Math.min(batch, (events - done) / EVENTS_PER_FILE) }, () => newId())
    const keys = files.map(() => newKey())
    const wrapped = keys.map((key, at) => seal(wrapping, key, files[at]!))
    const all = eventsOf(files, keys)
    await house.owner.transaction().execute(async (tx) => {
      await sql`insert into files (id, kind) select unnest(${files}::uuid[]), 'relative'`.execute(tx)
      await sql`insert into keystore.keys (file, wrapped) select * from unnest(${files}::uuid[], ${wrapped}::bytea[])`.execute(
        tx,
      )
      await sql`insert into events (id, about, type, class, occurred_at, device, sealed)
        select id, array[file], ${described.type}, ${described.class}, now(), 'bench', sealed
        from unnest(${all.ids}::uuid[], ${all.files}::uuid[], ${all.sealed}::bytea[]) as e(id, file, sealed)`.execute(
        tx,
      )
    })
  }
}

async function addPapers(house: OpenHouse): Promise<void> {
  for (let n = 0; n < PAPERS; n++) {
    const content = randomBytes(PAPER_BYTES)
    await sql`insert into papers (id, about, class, sha256, bytes, sealed)
      select ${newId()}, id, 'clearance', encode(sha256(${content}), 'hex'), ${PAPER_BYTES}, ${content} from files limit 1`.execute(
      house.owner,
    )
  }
}

async function truthBytes(house: OpenHouse): Promise<number> {
  const { rows } = await sql<{
    bytes: number
  }>`select sum(pg_table_size(c.oid))::float8 as bytes from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('sandsage', 'keystore') and c.relkind = 'r'
      and c.relname <> all(${house.registry.projections.map(({ table }) => table)}::text[])`.execute(
    house.owner,
  )
  return rows[0]!.bytes
}

async function run(events: number): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'sandsage-bench-backup-'))
  chmodSync(place, 0o755)
  const folder = openFolder(place)
  const postgres = await startPostgres(folder)
  try {
    const house = await openHouse(postgres.url, MASTER)
    await grow(house, events)
    await addPapers(house)
    await sql`analyze`.execute(house.owner)
    const megabytes = (await truthBytes(house)) / 1e6
    console.log(
      `${events} events, ${PAPERS} papers of ${PAPER_BYTES / 1000} kB: ${megabytes.toFixed(0)} MB of tables\n`,
    )
    console.log('| | time | |\n|---|---|---|')
    const identity = await generateX25519Identity()
    const wanted = {
      ...{
        to: join(place, 'to'),
        keys: join(place, 'keys'),
        recipients: [await identityToRecipient(identity)],
      },
      ...{ keep: 5, keepKeysDays: 7, madeBy: 'bench' },
    }
    const save = () => makeBackup(postgres.url, MASTER, wanted)
    let from = performance.now()
    const whole = await timed(
      'backup, the first',
      save,
      (made) =>
        `${rate(events, 'events', from)}, ${rate(megabytes, 'MB of tables', from)}; ${(bytesOf(made.listing) / 1e6).toFixed(0)} MB written`,
    )
    await timed('backup, nothing new', save, (made) => `${made.written} parts written`)
    await grow(house, 1000)
    await timed(
      'backup, 1,000 events more',
      save,
      (made) => `${(made.writtenBytes / 1e6).toFixed(1)} MB written`,
    )
    await house.close()

    const source = {
      data: { path: wanted.to, secret: MASTER },
      keys: { path: wanted.keys, secret: MASTER },
      identities: [identity],
    }
    const chosen = choose(source)
    await timed(
      'restore: every file checked',
      () => check(source, chosen),
      () => '',
    )
    const url = new URL(postgres.url)
    url.pathname = '/restored'
    await tell(postgres.url, 'create database restored')
    from = performance.now()
    await timed(
      'restore: loaded and compared',
      () => fill(url.href, source, chosen),
      ({ events: n }) => `${rate(n, 'events', from)}, ${rate(megabytes, 'MB of tables', from)}`,
    )
    from = performance.now()
    const restored = await timed(
      'restore: opened, every list rebuilt',
      () => openHouse(url.href, MASTER),
      () => rate(events, 'events', from),
    )
    await restored.close()
    await tell(postgres.url, 'drop database restored')
    await tell(postgres.url, 'checkpoint')
    await postgres.stop()
    from = performance.now()
    const cluster = join(place, 'cluster')
    const size = Number(execFileSync('du', ['-sb', cluster]).toString().split('\t')[0]) / 1e6
    await timed(
      'cp of the stopped cluster, and sync',
      () => {
        cpSync(cluster, join(place, 'copy'), { recursive: true })
        execFileSync('sync', ['-f', place])
      },
      () => `${rate(size, 'MB', from)} (${size.toFixed(0)} MB with indexes, lists and WAL)`,
    )
    console.log(`\n${whole.written} parts`)
  } finally {
    await postgres.stop().catch(() => {})
    rmSync(place, { recursive: true, force: true })
  }
}

/** One statement outside any transaction, as the owner. */
async function tell(url: string, statement: string): Promise<void> {
  const client = await connect(url)
  await client.query(statement)
  await client.end()
}

await run(Number(process.argv[2] ?? 100_000))
