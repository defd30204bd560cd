import { isSame } from '../core/bytes.ts'
import { append, copyEdge, type Edge, edgeRoot, emptyEdge, type Node } from '../core/edge.ts'
import { leafOf } from '../core/leaf.ts'
import type { Hash } from '../core/merkle.ts'
import { KEPT_LEVELS } from '../sequencer.ts'
import type { Field, Finding, Notice } from './findings.ts'
import { nameField } from './naming.ts'
import type { LogSource, Pair, Unplaced } from './source.ts'

/** A root that was signed, of the tree of that size. `number` is missing for one that came from outside. */
export type Signed = { size: number; root: Hash; number?: number }

export type Walk = {
  source: LogSource
  found(finding: Finding): void
  noticed(notice: Notice): void
  progress(events: number): void
}

/** Where an event no longer gives its leaf; which of the two was changed is known at the next signed root. */
type Differing = Pair

const LATE_EVENTS = 1000
const LATE_MILLISECONDS = 600_000

/**
 * One pass over the leaves in order: two trees grow beside each other, one of the leaf hashes that are kept and one
 * of those that the events give today. At every signed root the one that still gives it tells what was changed.
 */
export function walker(walk: Walk, size: number, orphans: Unplaced[]) {
  const { source, found } = walk
  let kept = emptyEdge()
  /** The other tree, where it differs: as long as nothing does, one tree is both. */
  let rows: Edge | undefined
  let differing: Differing[] = []
  /** A root can no longer be computed: a leaf and its event are both gone, or were changed together. */
  let broken = false
  let good = 0
  const nodes: Node[] = []
  const newest = { seq: 0, time: 0 }
  const missing = orphans.filter(({ waiting }) => !waiting)
  const counts = { events: 0, opened: 0, erased: 0 }

  function grow(ofRow: Hash, ofLeaf: Hash): void {
    if (ofRow !== ofLeaf) rows ??= copyEdge(kept)
    if (rows) append(rows, ofRow)
    append(kept, ofLeaf, (node) => {
      if (node.level % KEPT_LEVELS === 0) nodes.push(node)
    })
  }

  /** A leaf is gone. If an event has none, it is most likely this one's: the next signed root tells. */
  function fill(index: number): void {
    const orphan = missing.shift()
    found({ kind: 'leaf-removed', index, id: orphan?.row.id, seq: orphan?.row.seq })
    const hash = orphan ? leafOf(orphan.row) : new Uint8Array(32)
    if (!orphan) broken = true
    grow(hash, hash)
  }

  function lookAt({ event }: Pair): void {
    if (!event) return
    if (event.opening === 'opens') counts.opened++
    if (event.opening === 'erased') counts.erased++
    if (event.opening === 'does-not-open') found({ kind: 'does-not-open', id: event.id, seq: event.seq })
    const time = Date.parse(event.recorded)
    const late = newest.seq - event.seq > LATE_EVENTS || newest.time - time > LATE_MILLISECONDS
    if (event.seq < newest.seq && late) walk.noticed({ kind: 'late', id: event.id, seq: event.seq })
    newest.seq = Math.max(newest.seq, event.seq)
    newest.time = Math.max(newest.time, time || 0)
  }

  async function take(pair: Pair): Promise<void> {
    const { leaf, event } = pair
    if (leaf.index >= size)
      return found({ kind: 'leaf-extra', index: leaf.index, id: leaf.id, seq: leaf.seq })
    while (kept.size < leaf.index) fill(kept.size)
    counts.events++
    lookAt(pair)
    const given = event ? leafOf(event) : leaf.hash
    const agrees = isSame(given, leaf.hash)
    if (!event) await nameMissing(pair)
    else if (!agrees) differing.push(pair)
    else if (event.id !== leaf.id)
      found({ kind: 'leaf-changed', index: leaf.index, id: event.id, field: 'id' })
    grow(agrees ? leaf.hash : given, leaf.hash)
  }

  /** No event stands at the place of this leaf. */
  async function nameMissing({ leaf }: Pair): Promise<void> {
    const { id, seq, index } = leaf
    const elsewhere = await source.event(id)
    if (!elsewhere) return found({ kind: 'removed', id, seq, index })
    if (isSame(leafOf(elsewhere), leaf.hash)) return found({ kind: 'leaf-changed', index, id, field: 'seq' })
    found({ kind: 'moved', id, seq, to: elsewhere.seq })
  }

  async function nameEvent(pair: Pair): Promise<void> {
    const { leaf } = pair
    const event = pair.event!
    const elsewhere = event.id === leaf.id ? undefined : await source.event(leaf.id)
    if (elsewhere) return found({ kind: 'moved', id: leaf.id, seq: leaf.seq, to: elsewhere.seq })
    const field: Field = await nameField(source, event, leaf)
    found({ kind: 'changed', id: leaf.id, seq: leaf.seq, field })
    // Another id at its place, and it is not only the id that differs: another event was put there.
    if (event.id !== leaf.id && field === 'unknown') found({ kind: 'inserted', id: event.id, seq: event.seq })
  }

  function nameLeaf({ leaf, event }: Pair): void {
    found({ kind: 'leaf-changed', index: leaf.index, id: event?.id ?? leaf.id })
  }

  /** At the size of a signed root: says what was changed since the last one. False where the root is not given. */
  async function compare({ size, root, number }: Signed): Promise<boolean> {
    if (broken) return true
    const [byRows, byLeaves] = [rows ?? kept, kept].map((edge) => isSame(edgeRoot(edge), root))
    if (byLeaves) for (const pair of differing) await nameEvent(pair)
    else if (byRows) differing.forEach(nameLeaf)
    else if (number === undefined) return false
    else {
      for (const pair of differing) await nameEvent(pair)
      found({ kind: 'checkpoint-differs', number, index: good, to: size })
      broken = true
    }
    differing = []
    good = size
    if (byRows && rows) kept = rows
    if (byLeaves || byRows) rows = undefined
    return true
  }

  async function end(): Promise<void> {
    while (kept.size < size) fill(kept.size)
    for (const pair of differing) await nameEvent(pair)
    differing = []
  }

  const takeNodes = (): Node[] => nodes.splice(0)
  return { take, compare, end, takeNodes, counts, size: () => kept.size, edge: () => kept }
}

export type Walker = ReturnType<typeof walker>
