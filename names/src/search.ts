import { compareReady, type NameComparison } from './compare.ts'
import { type ReadyName, readyName } from './part.ts'

export type Named = { id: string; name: string }
export type NameIndex = readonly (Named & { ready: ReadyName })[]
export type NameHit = Named & { log10LR: number; comparison: NameComparison }

/** Reads every name once, to be searched many times. */
export const buildIndex = (names: readonly Named[]): NameIndex =>
  names.map(({ id, name }) => ({ id, name, ready: readyName(name) }))

const byLR = (x: NameHit, y: NameHit): number =>
  y.log10LR - x.log10LR || (x.id < y.id ? -1 : x.id > y.id ? 1 : 0)

/**
 * The `top` names of an index that fit a query best, greatest log10 LR first, equals by id. Every name is
 * compared, so the first hit is what `compare` with each would find.
 * Example: `search(buildIndex([{ id: '1', name: 'Нурлан' }, { id: '2', name: 'Айгерим' }]), 'Nurlan', 1)[0].id`
 * is `'1'`.
 */
export const search = (index: NameIndex, query: string, top: number): NameHit[] => {
  const ready = readyName(query)
  const hits = index.map(({ id, name, ready: candidate }) => {
    const comparison = compareReady(ready, candidate)
    return { id, name, log10LR: comparison.log10LR, comparison }
  })
  return hits.sort(byLR).slice(0, Math.max(0, top))
}
