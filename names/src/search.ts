import { compareReady, type NameComparison } from './compare.ts'
import { buildCore, type Core, joinedWords } from './lookup/build.ts'
import { candidatesFor, type Lookup, lookupsOf } from './lookup/candidates.ts'
import { textAt } from './lookup/texts.ts'
import { draftName } from './parse.ts'
import { type ReadyName, readyName } from './part.ts'
import { toSounds } from './slots.ts'
import { formsOf } from './variants.ts'

export type Named = { id: string; name: string }
export type NameHit = Named & { log10LR: number; comparison: NameComparison }

/**
 * Names laid out to be searched many times. `filter` gives the same names without those not kept; it shares the
 * layout and is quick. The rest is for `search` alone: `kept[n]`, whether name n belongs to the index (null when all
 * do); `ready`, names made ready before.
 */
export type NameIndex = {
  readonly length: number
  filter(keep: (one: Named) => boolean): NameIndex
  readonly core: Core
  readonly kept: Uint8Array | null
  readonly ready: (ReadyName | undefined)[]
}

/** Names compared in full: the best by sound, and at least twice as many as asked for. */
const COMPARED = 100
/** Fewer will do for a query of several parts: names that share two stand out ... */
const COMPARED_BY_PARTS = 60
/** ... and of an index with more names than this, fewer still, for the sake of time (a point of recall at 10). */
const LARGE = 100_000
const COMPARED_OF_LARGE = 40
/** In an index of at most this many names each is made ready once and kept. */
const KEPT_READY = 5000

const namedAt = ({ ids, names }: Core, n: number): Named => ({ id: textAt(ids, n), name: textAt(names, n) })

const indexOf = (
  core: Core,
  kept: Uint8Array | null,
  length: number,
  ready: NameIndex['ready'],
): NameIndex => ({
  core,
  kept,
  length,
  ready,
  filter: (keep) => {
    const chosen = new Uint8Array(core.length)
    let count = 0
    for (let n = 0; n < core.length; n++) {
      if ((kept && !kept[n]) || !keep(namedAt(core, n))) continue
      chosen[n] = 1
      count++
    }
    return indexOf(core, chosen, count, ready)
  },
})

/**
 * Lays out names to be searched, taken one by one, so that they may come from a stream; some seconds and under 100 MB for a million, the names included.
 * Example: `buildIndex([{ id: '1', name: 'Нурлан' }]).length === 1`.
 */
export const buildIndex = (names: Iterable<Named>): NameIndex => {
  const core = buildCore(names)
  return indexOf(core, null, core.length, [])
}

const readyAt = ({ core, ready }: NameIndex, n: number): ReadyName => {
  if (core.length > KEPT_READY) return readyName(textAt(core.names, n))
  const known = ready[n] ?? readyName(textAt(core.names, n))
  ready[n] = known
  return known
}

const byLR = (x: NameHit, y: NameHit): number =>
  y.log10LR - x.log10LR || (x.id < y.id ? -1 : x.id > y.id ? 1 : 0)

const all = ({ core, kept }: NameIndex): Uint32Array =>
  Uint32Array.from({ length: core.length }, (_, n) => n).filter((n) => !kept || kept[n])

/** For each part of a query: the word with and without its ending, then the other forms its name has. */
const lookups = (query: string): Lookup[][] => {
  const drafts = draftName(query)
  const parts = drafts.map(({ letters, stem }) => [
    [...new Set([letters, stem || letters])].map(toSounds),
    ...lookupsOf(formsOf(stem || letters)),
  ])
  return [...parts, ...joinedWords(drafts).map((word) => lookupsOf([word]))]
}

const fewest = ({ parts }: ReadyName, { core }: NameIndex, top: number): number => {
  const byParts = core.length > LARGE ? COMPARED_OF_LARGE : COMPARED_BY_PARTS
  return Math.max(parts.length > 1 ? byParts : COMPARED, 2 * top)
}

/**
 * The `top` names of an index that fit a query best, greatest log10 LR first, equals by id; none for a query
 * without letters. Up to a hundred names, or twice `top`, every one is compared, so the first hit is what `compare`
 * with each would find; of more, those that sound nearest.
 * Example: `search(buildIndex([{ id: '1', name: 'Нурлан' }, { id: '2', name: 'Айгерим' }]), 'Nurlan', 1)[0].id`
 * is `'1'`.
 */
export const search = (index: NameIndex, query: string, top: number): NameHit[] => {
  const ready = readyName(query)
  if (ready.parts.length === 0) return []
  const most = Math.max(COMPARED, 2 * top)
  const candidates =
    index.length <= most
      ? [...all(index)]
      : candidatesFor(index.core, lookups(query), fewest(ready, index, top), index.kept)
  const hits = candidates.map((n) => {
    const comparison = compareReady(ready, readyAt(index, n))
    return { ...namedAt(index.core, n), log10LR: comparison.log10LR, comparison }
  })
  return hits.sort(byLR).slice(0, Math.max(0, top))
}
