import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { openKeys } from '../../keys.ts'
import { sealContext } from '../../log.ts'
import type { KeyRing } from '../../protection/ring.ts'
import type { EventRow } from '../core/leaf.ts'
import { idsIn } from '../core/leaf.ts'
import { eventColumns, type RawRow, toEventRow } from '../rows.ts'
import {
  type FileDifference,
  type KeptCheckpoint,
  type Leaf,
  type LogSource,
  MOST,
  type Opening,
  type Pair,
} from './source.ts'

const BATCH = 1024
/** Larger details are fetched one by one, so that a batch stays small whatever is in it. */
const LARGE_BYTES = 65_536
/** Keys kept at hand while the log is walked: a few megabytes. */
const MOST_KEYS = 50_000

type Named = { types: string[]; classes: string[] }

/** The log of a database, read as its owner inside one transaction. `named`: what events of this program are called. */
export function databaseSource(tx: Tx, ring: KeyRing | Buffer, named: Named): LogSource {
  const openings = opener(tx, ring)
  return {
    ...treeOf(tx),
    ...besideOf(tx),
    pairs: (after) => readPairs(tx, openings, after),
    async event(id) {
      const { rows } = await sql<RawRow>`
        select ${eventColumns} from events e where e.id = ${id} limit 1`.execute(tx)
      return rows[0] && toEventRow(rows[0])
    },
    async known() {
      const { rows } = await sql<{ id: string }>`select id::text from accounts limit ${MOST}`.execute(tx)
      return { ...named, accounts: rows.map((row) => row.id) }
    },
    async filesOf(seq) {
      const { rows } = await sql<{ file: string }>`
        select file::text from event_files where seq = ${seq} order by file limit 10`.execute(tx)
      return rows.map((row) => row.file)
    },
  }
}

type Treeish = Pick<LogSource, 'tree' | 'nodes' | 'nodesPerLevel' | 'checkpoints' | 'verifiers'>

const treeOf = (tx: Tx): Treeish => ({
  async tree() {
    const { rows } = await sql<{ origin: string; size: number; hashes: Buffer }>`
      select origin, size, hashes from log_edge`.execute(tx)
    return rows[0] ?? { origin: '', size: 0, hashes: Buffer.alloc(0) }
  },
  async nodes(level, from, to) {
    const { rows } = await sql<{ index: number; hash: Buffer }>`
      select index, hash from log_nodes where level = ${level} and index >= ${from} and index < ${to}
      order by index limit ${MOST}`.execute(tx)
    return rows
  },
  async nodesPerLevel() {
    const { rows } = await sql<{ level: number; count: number }>`
      select level, count(*) as count from log_nodes group by level order by level`.execute(tx)
    return rows
  },
  async checkpoints(after) {
    const { rows } = await sql<KeptCheckpoint>`
      select number, size, note from log_checkpoints where number > ${after} order by number limit ${BATCH}`.execute(
      tx,
    )
    return rows
  },
  async verifiers() {
    const { rows } = await sql<{ verifier: string }>`select verifier from log_keys`.execute(tx)
    return rows.map((row) => row.verifier)
  },
})

const besideOf = (tx: Tx): Pick<LogSource, 'unplaced' | 'strays' | 'fileDifferences'> => ({
  async unplaced() {
    const { rows } = await sql<RawRow & { waiting: boolean; seconds: number }>`
      select ${eventColumns}, w.seq is not null as waiting,
        extract(epoch from now() - e.recorded_at)::float8 as seconds
      from events e left join log_leaves l on l.seq = e.seq left join log_waiting w on w.seq = e.seq
      where l.seq is null order by e.seq limit ${MOST}`.execute(tx)
    return rows.map(({ waiting, seconds, ...row }) => ({ row: toEventRow(row), waiting, seconds }))
  },
  async strays() {
    const { rows } = await sql<{ seq: number }>`
      select w.seq from log_waiting w where not exists (select 1 from events e where e.seq = w.seq)
        or exists (select 1 from log_leaves l where l.seq = w.seq) order by 1 limit ${MOST}`.execute(tx)
    return rows.map((row) => row.seq)
  },
  async fileDifferences() {
    const { rows } = await sql<FileDifference>`
      select coalesce(a.seq, f.seq) as seq, coalesce(a.file, f.file)::text as file, a.seq is null as extra
      from (select distinct e.seq, u.file from events e cross join lateral unnest(e.about) as u(file)
        where e.class <> 'opening') a
      full join event_files f on f.seq = a.seq and f.file = a.file
      where a.seq is null or f.seq is null order by 1, 2 limit ${MOST}`.execute(tx)
    return rows
  },
})

type Openings = {
  load(files: string[]): Promise<void>
  open(row: EventRow, sealed: Buffer): Promise<Opening>
}

/** Keys one batch at a time. A key that is there and cannot be unwrapped opens nothing; one that is not was destroyed. */
function opener(tx: Tx, ring: KeyRing | Buffer): Openings {
  let keys = openKeys(tx, ring, undefined)
  let count = 0
  return {
    async load(files) {
      if (count > MOST_KEYS) {
        keys = openKeys(tx, ring, undefined)
        count = 0
      }
      count += files.length
      await keys.load(files)
    },
    async open(row, sealed) {
      const [about = ''] = idsIn(row.about)
      try {
        return (await keys.open(about, row.class, sealed, sealContext(row.id, about))) ? 'opens' : 'erased'
      } catch {
        return 'does-not-open'
      }
    },
  }
}

/** Two questions by key instead of a join: however the planner guesses, a batch costs what a batch costs. */
async function readPairs(tx: Tx, openings: Openings, after: number): Promise<Pair[]> {
  const { rows: leaves } = await sql<Leaf>`
    select index, seq, id::text, hash from log_leaves where index > ${after} order by index limit ${BATCH}`.execute(
    tx,
  )
  const { rows } = await sql<RawRow & { sealed: Buffer | null }>`
    select ${eventColumns}, case when length(e.sealed) <= ${LARGE_BYTES} then e.sealed end as sealed
    from events e where e.seq = any(${leaves.map((leaf) => leaf.seq)}::bigint[])`.execute(tx)
  await openings.load([
    ...new Set(rows.flatMap((row) => (row.sealed_sha256 === null ? [] : idsIn(row.about)))),
  ])
  const events = new Map<number, Pair['event']>()
  for (const { sealed, ...row } of rows) events.set(row.seq, await readEvent(tx, openings, row, sealed))
  return leaves.map((leaf) => ({ leaf, event: events.get(leaf.seq) }))
}

async function readEvent(
  tx: Tx,
  openings: Openings,
  row: RawRow,
  inline: Buffer | null,
): Promise<Pair['event']> {
  const event = toEventRow(row)
  if (!event.sealed) return event
  const sealed = inline ?? (await fetchSealed(tx, row.seq))
  // The digest is taken here once more: what is verified is the bytes, not what the database says of them.
  const sum = { sha256: hash('sha256', sealed, 'hex'), bytes: sealed.length }
  return { ...event, sealed: sum, opening: await openings.open(event, sealed) }
}

async function fetchSealed(tx: Tx, seq: number): Promise<Buffer> {
  const { rows } = await sql<{ sealed: Buffer | null }>`
    select sealed from events where seq = ${seq} limit 1`.execute(tx)
  return rows[0]?.sealed ?? Buffer.alloc(0)
}
