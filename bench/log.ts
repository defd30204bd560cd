/**
 * The tree over the log, in figures of one run on one machine: what sequencing costs beside appending, how long a
 * checkpoint takes as the tree grows, and how fast verification goes beside a bare scan of the same rows.
 * `node bench/log.ts [events]` (100000; the tree is also grown to ten times as many bare leaves).
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { ownerDesk } from '../app/src/casefile/proof/desk.ts'
import { proveConsistency, proveEvent } from '../app/src/casefile/proof/proving.ts'
import { newestCheckpoint, sequence } from '../app/src/casefile/proof/sequencer.ts'
import { databaseSource } from '../app/src/casefile/proof/verify/database.ts'
import { verifyLog } from '../app/src/casefile/proof/verify/verify.ts'
import { openHouse } from '../app/src/opening.ts'
import type { Tx } from '../app/src/platform/database.ts'
import { openFolder } from '../app/src/platform/folder.ts'
import { startPostgres } from '../app/src/platform/postgres.ts'
import { keyFor, newKey, seal } from '../app/src/platform/sealing.ts'

const EVENTS = Number(process.argv[2] ?? 100_000)
const PEOPLE = 1000
const master = newKey()

const path = mkdtempSync(join(tmpdir(), 'sandsage-bench-'))
chmodSync(path, 0o755)
const postgres = await startPostgres(openFolder(path))
const house = await openHouse(postgres.url, master)
const inTx = <T>(work: (tx: Tx) => Promise<T>) => house.owner.transaction().execute(work)

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}
const row = (what: string, value: string) => console.log(`| ${what} | ${value} |`)
const perSecond = (count: number, taken: number) => `${Math.round(count / taken).toLocaleString('en')}/s`

/** Events of a real size: nine in ten sealed, about 600 bytes, one person each. */
const keys = Array.from({ length: PEOPLE }, () => ({ id: crypto.randomUUID(), key: newKey() }))
const detail = JSON.stringify({ names: { kk: 'Әйгерім' }, marks: 'x'.repeat(500) })

async function makePeople(): Promise<void> {
  const wrapping = keyFor(master, 'wrap file keys')
  for (const { id, key } of keys)
    await inTx(async (tx) => {
      await sql`insert into files (id, kind) values (${id}, 'child')`.execute(tx)
      await sql`insert into keystore.keys values (${id}, ${seal(wrapping, key, id)})`.execute(tx)
    })
}

async function append(tx: Tx, at: number): Promise<void> {
  const { id: person, key } = keys[at % PEOPLE]!
  const id = crypto.randomUUID()
  const isOpen = at % 10 === 0
  const sealed = isOpen ? null : seal(key, detail, `event ${id} about ${person}`)
  await sql`insert into events (id, about, type, class, occurred_at, device, sealed, open) values
    (${id}, array[${person}]::uuid[], ${isOpen ? 'casefile.opened' : 'casefile.described'}, ${isOpen ? 'opening' : 'file'},
      now(), 'bench', ${sealed}, ${isOpen ? '{}' : null}::jsonb)`.execute(tx)
}

/** One event per transaction by two writers, as requests do. */
async function appendAll(count: number): Promise<void> {
  let next = 0
  const writer = async () => {
    for (let at = next++; at < count; at = next++)
      await house.owner.transaction().execute((tx) => append(tx, at))
  }
  await Promise.all([writer(), writer()])
}

async function fill(count: number): Promise<void> {
  const STEP = 2000
  for (let from = 0; from < count; from += STEP)
    await inTx(async (tx) => {
      for (let at = from; at < Math.min(count, from + STEP); at++) await append(tx, at)
    })
}

const catchUp = async (): Promise<number> => {
  let placed = 0
  for (;;) {
    const count = await inTx((tx) => sequence(ownerDesk(tx, master)))
    placed += count ?? 0
    if (!count) return placed
  }
}

/** Bare leaves, to reach a size without a million events: only what the tree itself costs. */
async function growTree(to: number): Promise<void> {
  const { append: grow } = await import('../app/src/casefile/proof/core/edge.ts')
  const { readTree } = await import('../app/src/casefile/proof/sequencer.ts')
  const { sha256 } = await import('../app/src/casefile/proof/core/sha256.ts')
  const { signCheckpoint, currentSigner } = await import('../app/src/casefile/proof/signing.ts')
  const { edgeRoot } = await import('../app/src/casefile/proof/core/edge.ts')
  const { origin, edge } = await inTx(readTree)
  const first = edge.size
  const nodes: { level: number; index: number; hash: Uint8Array }[] = []
  const STEP = 20_000
  while (edge.size < to) {
    const from = edge.size
    const hashes: Buffer[] = []
    for (let at = from; at < Math.min(to, from + STEP); at++) {
      const hash = sha256(Buffer.from(`bare ${at}`))
      grow(edge, hash, (node) => node.level % 8 === 0 && nodes.push(node))
      hashes.push(Buffer.from(hash))
    }
    await inTx((tx) =>
      sql`insert into log_leaves select ${from} + n - 1, 100000000 + ${from} + n, gen_random_uuid(), hash
        from unnest(${hashes}::bytea[]) with ordinality as u(hash, n)`.execute(tx),
    )
  }
  await inTx(async (tx) => {
    for (const { level, index, hash } of nodes)
      await sql`insert into log_nodes values (${level}, ${index}, ${Buffer.from(hash)})`.execute(tx)
    await sql`update log_edge set size = ${edge.size}, hashes = ${Buffer.concat(edge.hashes)}`.execute(tx)
    const newest = await newestCheckpoint(tx)
    const note = signCheckpoint({ origin, size: edge.size, root: edgeRoot(edge) }, [
      await currentSigner(tx, origin, master),
    ])
    await sql`insert into log_checkpoints values (${newest!.number + 1}, ${edge.size}, ${note})`.execute(tx)
  })
  console.error(`grown from ${first} to ${edge.size} leaves`)
}

async function withoutTrigger(count: number): Promise<void> {
  await sql`alter table events disable trigger file_event`.execute(house.owner)
  await appendAll(count)
  await sql`alter table events enable trigger file_event`.execute(house.owner)
}

/** What the trigger would have written. */
async function mend(): Promise<void> {
  await sql`insert into event_files select distinct unnest(about), seq from events on conflict do nothing`.execute(
    house.owner,
  )
  await sql`insert into log_waiting select seq from events e where not exists
    (select 1 from log_leaves l where l.seq = e.seq) on conflict do nothing`.execute(house.owner)
}

async function whileSequencing(count: number): Promise<void> {
  let going = true
  const ticking = (async () => {
    while (going) {
      await inTx((tx) => sequence(ownerDesk(tx, master)))
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
  })()
  await appendAll(count)
  going = false
  void ticking
}

/** In turns, and the quickest round of each: what else the machine does only ever adds. */
async function compareAppending(count: number): Promise<void> {
  const times = { bare: [] as number[], queued: [] as number[], sequenced: [] as number[] }
  for (let round = 0; round < 9; round++) {
    times.bare.push(await seconds(() => withoutTrigger(count)))
    await mend()
    await catchUp()
    times.queued.push(await seconds(() => appendAll(count)))
    await catchUp()
    times.sequenced.push(await seconds(() => whileSequencing(count)))
  }
  const [bare, queued, sequenced] = [times.bare, times.queued, times.sequenced].map((all) =>
    Math.min(...all),
  ) as [number, number, number]
  row('append without any trigger (one event per transaction, two writers)', perSecond(count, bare))
  row(
    'append with the index by file and the queue for the tree',
    `${perSecond(count, queued)}, ${(queued / bare).toFixed(2)} times as long`,
  )
  row(
    'append while the sequencer runs every second',
    `${perSecond(count, sequenced)}, ${(sequenced / queued).toFixed(2)} times as long as queued alone`,
  )
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

async function checkpointTime(label: string): Promise<void> {
  const times: number[] = []
  const proofs: number[] = []
  for (let round = 0; round < 21; round++) {
    const id = await inTx(async (tx) => {
      await append(tx, round)
      const { rows } = await sql<{ id: string }>`select id from events order by seq desc limit 1`.execute(tx)
      return rows[0]!.id
    })
    times.push((await seconds(() => inTx((tx) => sequence(ownerDesk(tx, master))))) * 1000)
    proofs.push((await seconds(() => inTx((tx) => proveEvent(ownerDesk(tx, master), id)))) * 1000)
  }
  const size = (await inTx(newestCheckpoint))!.size
  const consistency = (await seconds(() => inTx((tx) => proveConsistency(tx, size >> 1, size)))) * 1000
  row(`${label}: place one event and sign a checkpoint (median of 21)`, `${median(times).toFixed(1)} ms`)
  row(`${label}: prove an event`, `${median(proofs).toFixed(1)} ms`)
  row(`${label}: prove consistency with half the log`, `${consistency.toFixed(1)} ms`)
}

try {
  await makePeople()
  await appendAll(1000)
  console.log('| What | Measured |\n|---|---|')
  await compareAppending(Math.min(800, EVENTS))
  const { rows } = await sql<{ n: number }>`select count(*) as n from events`.execute(house.owner)
  await fill(EVENTS - rows[0]!.n)
  const waiting = await sql<{ n: number }>`select count(*) as n from log_waiting`.execute(house.owner)
  const caught = await seconds(catchUp)
  row(`catch up with ${waiting.rows[0]!.n} events`, perSecond(waiting.rows[0]!.n, caught))
  await checkpointTime(`${EVENTS} leaves`)

  const scan = async (tx: Tx) => {
    for (let seq = 0; ; ) {
      const batch = await sql<{
        seq: number
      }>`select * from events where seq > ${seq} order by seq limit 1024`.execute(tx)
      if (batch.rows.length === 0) return
      seq = batch.rows.at(-1)!.seq
    }
  }
  const named = { types: [], classes: [] }
  await inTx(scan)
  const scanned = await seconds(() => inTx(scan))
  const before = process.memoryUsage().rss
  let found = -1
  const verified = await seconds(async () => {
    found = (await inTx((tx) => verifyLog(databaseSource(tx, master, named)))).findings.length
  })
  const total = await sql<{ n: number }>`select count(*) as n from events`.execute(house.owner)
  const count = total.rows[0]!.n
  row(`bare select of ${count} events in batches`, perSecond(count, scanned))
  row(
    `verify the same (${found} findings)`,
    `${perSecond(count, verified)}, ${(verified / scanned).toFixed(1)} times as long`,
  )
  row(
    'memory verification added',
    `${Math.max(0, (process.memoryUsage().rss - before) / 2 ** 20).toFixed(0)} MB`,
  )
  await growTree(EVENTS * 10)
  await checkpointTime(`${EVENTS * 10} leaves`)
  const sizes = await sql<{ leaves: string; nodes: string }>`
    select pg_size_pretty(pg_total_relation_size('log_leaves')) as leaves, pg_size_pretty(pg_total_relation_size('log_nodes')) as nodes`.execute(
    house.owner,
  )
  row(
    `room on disk at ${EVENTS * 10} leaves`,
    `leaves ${sizes.rows[0]!.leaves}, nodes ${sizes.rows[0]!.nodes}`,
  )
} finally {
  await house.close()
  await postgres.stop()
  rmSync(path, { recursive: true, force: true })
}
