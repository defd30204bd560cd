import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isSame } from './core/bytes.ts'
import { append, type Edge, edgeLength, edgeRoot, type Node } from './core/edge.ts'
import { leafOf } from './core/leaf.ts'
import type { Hash } from './core/merkle.ts'
import { parseCheckpoint, parseNote } from './core/note.ts'
import type { LogDesk } from './desk.ts'
import { eventColumns, type RawRow, toEventRow } from './rows.ts'
import { currentSigner, type Signer, signCheckpoint } from './signing.ts'

/** Any text, the same in every process. */
const LOCK = 'the sequencer of the log'
const BATCH = 2000
/** Leaves in one transaction: a log of millions from before the tree is caught up with in steps. */
const MOST = 20_000
/** Of the inner levels every eighth is kept: 1/256 of the rows, and at most 256 hashes to read for one node. */
export const KEPT_LEVELS = 8

export type Placed = { row: { seq: number; id: string }; index: number; hash: Hash }
export type Tree = { origin: string; edge: Edge }

/** The tree does not agree with what was signed: nothing more is signed until somebody looks. */
export class TreeProblem extends Error {
  constructor(sentence: string) {
    super(`${sentence}. Nothing was signed. Look with "sandsage log verify".`)
    this.name = 'TreeProblem'
  }
}

export async function readTree(tx: Tx): Promise<Tree> {
  const { rows } = await sql<{ origin: string; size: number; hashes: Buffer }>`
    select origin, size, hashes from log_edge`.execute(tx)
  const { origin, size, hashes } = rows[0]!
  const all = Array.from({ length: hashes.length / 32 }, (_, at) =>
    Uint8Array.from(hashes.subarray(at * 32, at * 32 + 32)),
  )
  if (all.length !== edgeLength(size)) throw new TreeProblem('The edge of the tree is not of its size')
  return { origin, edge: { size, hashes: all } }
}

export type StoredCheckpoint = { number: number; size: number; note: string; at: Date }

export async function newestCheckpoint(tx: Tx): Promise<StoredCheckpoint | undefined> {
  const { rows } = await sql<StoredCheckpoint>`
    select number, size, note, at from log_checkpoints order by number desc limit 1`.execute(tx)
  return rows[0]
}

/** What is signed next must extend what was signed last. */
function requireExtends({ origin, edge }: Tree, newest: StoredCheckpoint | undefined): void {
  if (!newest && edge.size === 0) return
  const signed = newest && parseCheckpoint(parseNote(newest.note)?.text ?? '')
  const agrees = signed?.origin === origin && signed.size === edge.size && isSame(signed.root, edgeRoot(edge))
  if (!agrees) throw new TreeProblem('The tree does not agree with its newest checkpoint')
}

/** Takes the sequencer's lock until the transaction ends; with `wait` false only when it is free. */
export async function lockTree(tx: Tx, wait: boolean): Promise<boolean> {
  const key = sql`hashtextextended(${LOCK}, 0)`
  if (wait) await sql`select pg_advisory_xact_lock(${key})`.execute(tx)
  else {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${key}) as got`.execute(tx)
    return rows[0]!.got
  }
  return true
}

async function takeWaiting(tx: Tx): Promise<RawRow[]> {
  const { rows } = await sql<RawRow>`
    with taken as (delete from log_waiting
      where seq in (select seq from log_waiting order by seq limit ${BATCH}) returning seq)
    select ${eventColumns} from events e join taken on taken.seq = e.seq
    where not exists (select 1 from log_leaves l where l.seq = e.seq) order by e.seq`.execute(tx)
  return rows
}

async function keep(tx: Tx, placed: Placed[], nodes: Node[]): Promise<void> {
  await sql`insert into log_leaves (index, seq, id, hash)
    select * from unnest(${placed.map(({ index }) => index)}::bigint[], ${placed.map(({ row }) => row.seq)}::bigint[],
      ${placed.map(({ row }) => row.id)}::uuid[], ${placed.map(({ hash }) => Buffer.from(hash))}::bytea[])`.execute(
    tx,
  )
  const kept = nodes.filter(({ level }) => level % KEPT_LEVELS === 0)
  if (kept.length === 0) return
  await sql`insert into log_nodes (level, index, hash)
    select * from unnest(${kept.map(({ level }) => level)}::smallint[], ${kept.map(({ index }) => index)}::bigint[],
      ${kept.map(({ hash }) => Buffer.from(hash))}::bytea[])`.execute(tx)
}

/** Puts what waits at the end of the tree, in the order of its numbers. Grows the edge in place. */
async function place(tx: Tx, edge: Edge): Promise<number> {
  let count = 0
  while (count < MOST) {
    const rows = await takeWaiting(tx)
    if (rows.length === 0) break
    const nodes: Node[] = []
    const placed = rows.map((row) => {
      const hash = leafOf(toEventRow(row))
      const index = edge.size
      append(edge, hash, (node) => nodes.push(node))
      return { row, index, hash }
    })
    await keep(tx, placed, nodes)
    count += rows.length
  }
  return count
}

async function sign(tx: Tx, { origin, edge }: Tree, number: number, signers: Signer[]): Promise<void> {
  const note = signCheckpoint({ origin, size: edge.size, root: edgeRoot(edge) }, signers)
  await sql`insert into log_checkpoints (number, size, note) values (${number}, ${edge.size}, ${note})`.execute(
    tx,
  )
}

/**
 * Gives every committed event that waits its place in the tree, and signs. Answers how many it placed; undefined
 * when another process is at it and `wait` is false. Throws TreeProblem where the tree was tampered with.
 */
export async function sequence(desk: LogDesk, wait = true): Promise<number | undefined> {
  const { tx, master } = desk
  if (!(await lockTree(tx, wait))) return undefined
  const tree = await readTree(tx)
  const newest = await newestCheckpoint(tx)
  requireExtends(tree, newest)
  const count = await place(tx, tree.edge)
  if (count === 0 && newest) return 0
  const hashes = Buffer.concat(tree.edge.hashes)
  await sql`update log_edge set size = ${tree.edge.size}, hashes = ${hashes}`.execute(tx)
  const signer = await desk.asKeeper(() => currentSigner(tx, tree.origin, master))
  await sign(tx, tree, (newest?.number ?? 0) + 1, [signer])
  return count
}

/** Signs the same tree with the key that ends and the one that begins: the old key vouches for the new. */
export async function signTakeOver(desk: LogDesk, signers: Signer[]): Promise<void> {
  const tree = await readTree(desk.tx)
  const newest = await newestCheckpoint(desk.tx)
  requireExtends(tree, newest)
  await sign(desk.tx, tree, (newest?.number ?? 0) + 1, signers)
}
