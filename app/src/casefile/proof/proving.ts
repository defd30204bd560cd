import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { toBytes } from './core/bytes.ts'
import { edgeRoot } from './core/edge.ts'
import { leafText } from './core/leaf.ts'
import { consistencyRanges, type Hash, inclusionRanges, type Range, rootOf } from './core/merkle.ts'
import { writeProof } from './core/proof.ts'
import type { LogDesk } from './desk.ts'
import { eventColumns, type RawRow, toEventRow } from './rows.ts'
import { KEPT_LEVELS, newestCheckpoint, sequence, TreeProblem } from './sequencer.ts'

/** The root of the whole subtree of 2^level leaves, from what is kept at the next lower kept level. */
async function subtreeRoot(tx: Tx, level: number, index: number): Promise<Hash> {
  const kept = level - (level % KEPT_LEVELS)
  const width = 2 ** (level - kept)
  const [from, to] = [index * width, (index + 1) * width]
  const { rows } = kept
    ? await sql<{ hash: Buffer }>`select hash from log_nodes
        where level = ${kept} and index >= ${from} and index < ${to} order by index`.execute(tx)
    : await sql<{ hash: Buffer }>`select hash from log_leaves
        where index >= ${from} and index < ${to} order by index`.execute(tx)
  if (rows.length !== width) throw new TreeProblem('The tree has holes')
  return rootOf(rows.map(({ hash }) => hash))
}

/** The whole subtrees a range consists of, largest first, as (level, index). */
function wholeSubtrees([from, to]: Range): [level: number, index: number][] {
  const found: [number, number][] = []
  for (let at = from; at < to; ) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level++
    found.push([level, at / 2 ** level])
    at += 2 ** level
  }
  return found
}

async function rangeRoot(tx: Tx, range: Range): Promise<Hash> {
  const hashes: Hash[] = []
  for (const [level, index] of wholeSubtrees(range)) hashes.push(await subtreeRoot(tx, level, index))
  return edgeRoot({ size: range[1] - range[0], hashes })
}

async function rangeRoots(tx: Tx, ranges: Range[]): Promise<Hash[]> {
  const roots: Hash[] = []
  for (const range of ranges) roots.push(await rangeRoot(tx, range))
  return roots
}

/** That the tree of `older` leaves is the beginning of that of `newer`; both must be there. */
export const proveConsistency = (tx: Tx, older: number, newer: number): Promise<Hash[]> =>
  rangeRoots(tx, consistencyRanges(older, newer))

/** The text of a proof that an event stands in the log, under the newest checkpoint. Undefined: no such event. */
export async function proveEvent(desk: LogDesk, id: string): Promise<string | undefined> {
  const { tx } = desk
  // What was recorded this very second may wait for its place still.
  await sequence(desk)
  const { rows } = await sql<RawRow & { index: number }>`
    select ${eventColumns}, l.index from events e join log_leaves l on l.seq = e.seq where e.id = ${id}`.execute(
    tx,
  )
  const newest = await newestCheckpoint(tx)
  if (!rows[0] || !newest) return undefined
  const { index } = rows[0]
  return writeProof({
    leaf: toBytes(leafText(toEventRow(rows[0]))),
    index,
    hashes: await rangeRoots(tx, inclusionRanges(index, newest.size)),
    note: newest.note,
  })
}
