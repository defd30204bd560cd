import { refuse } from '../refusal.ts'
import { type BestList, bestList, enter, entryScore, mayEnter } from './best-list.ts'
import type { FamilyTable } from './family-table.ts'
import { type Kernel, makeKernel } from './kernel.ts'
import { lanes } from './kernel-twin.ts'
import type { ProfileTable } from './profile-table.ts'
import { rowValues } from './row-values.ts'
import { limitFor, unreachable, upperBounds } from './upper-bounds.ts'

/** What is searched: families one after another, each against a range of the profiles. */
export type ShardInput = {
  families: Iterable<FamilyTable>
  profiles: ProfileTable
  /** Profiles listed for each family. */
  top: number
  /** Pairs that the model excludes, listed for each family; 0 when absent. */
  nearMisses?: number
  /** log10 of the ratio below which nothing is listed; -Infinity when absent. */
  lowest?: number
  /** The range of profiles, `to` not included; all when absent. */
  from?: number
  to?: number
  /** Also pairs whose sexes are known and differ; no when absent. */
  ignoreSex?: boolean
  /** A filter by what is known of both (age, place, a stated relationship); asked only of pairs to be listed. */
  mayBe?: (family: string, profile: string) => boolean
  /** Pairs done so far. */
  onProgress?: (pairs: number) => void
  /** Asked now and then; `true` ends the search. */
  isCancelled?: () => boolean
  /** Without WebAssembly, as on a host that refuses it. */
  isPlain?: boolean
}

/** A family and the profiles that fit it best; in `near` the score counts an excluded locus as `exclusionCost`. */
export type FamilyFinds = { family: FamilyTable; best: BestList['best']; near: BestList['best'] }

export type ShardResult = { finds: FamilyFinds[]; pairs: number; isComplete: boolean; kernel: Kernel['kind'] }

/** What a locus at which a pair is impossible is counted as among the near misses: a mutation of rate 0.001. */
export const exclusionCost = -3
/** More loci than this are no near miss. */
const mostExclusions = 2
/** Profiles in a scan: few at first, so that the limits rise early. */
const [firstScan, largestScan] = [64, 8192]

type Lane = {
  family: FamilyTable
  values: Float64Array
  best: BestList
  near: BestList
  scale: number
}

/**
 * The best profiles for each family, exactly: sums of rounded-up 16-bit numbers rule out nearly all pairs, and
 * what is left is added up again in full precision. Memory does not grow with the number of families.
 *
 * @throws KinshipRefusal `search-range`, `list-length`, `locus-differs`
 */
export function searchShard(input: ShardInput): ShardResult {
  const { profiles, top, nearMisses = 0, from = 0, to = profiles.ids.length, isCancelled } = input
  checkRange(from, to, profiles.ids.length)
  checkLength(top)
  checkLength(nearMisses)
  const kernel = makeKernel(
    {
      cells: profiles.cells.subarray(from * profiles.width, to * profiles.width),
      width: profiles.width,
      rows: profiles.rows.length,
      most: Math.min(largestScan, Math.max(1, to - from)),
    },
    input.isPlain !== true,
  )
  const result: ShardResult = { finds: [], pairs: 0, isComplete: true, kernel: kernel.kind }
  for (const families of blocksOf(input.families)) {
    if (isCancelled?.()) return { ...result, isComplete: false }
    const block = families.map((family) => laneOf(family, input))
    if (!scanBlock(block, kernel, input, result)) return { ...result, isComplete: false }
    for (const { family, best, near } of block)
      result.finds.push({ family, best: best.best, near: near.best })
  }
  return result
}

function checkRange(from: number, to: number, all: number): void {
  const isRange =
    Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from <= to && to <= all
  if (!isRange) refuse('search-range', `The range of profiles must lie between 0 and ${all}.`)
}

function checkLength(length: number): void {
  if (Number.isSafeInteger(length) && length >= 0) return
  refuse('list-length', 'The number of profiles to list must be a whole number from 0.')
}

function* blocksOf(families: Iterable<FamilyTable>): Generator<FamilyTable[]> {
  let block: FamilyTable[] = []
  for (const family of families) {
    if (block.push(family) < lanes) continue
    yield block
    block = []
  }
  if (block.length > 0) yield block
}

function laneOf(family: FamilyTable, { profiles, top, nearMisses = 0, lowest }: ShardInput): Lane {
  const values = rowValues(family, profiles)
  const isExcluding = nearMisses > 0 && values.includes(Number.NEGATIVE_INFINITY)
  const floor = lowest ?? Number.NEGATIVE_INFINITY
  return {
    family,
    values,
    best: bestList(top, floor),
    near: bestList(isExcluding ? nearMisses : 0, floor),
    scale: 0,
  }
}

/** `false` when cancelled. */
function scanBlock(block: Lane[], kernel: Kernel, input: ShardInput, result: ShardResult): boolean {
  const { profiles, from = 0, to = profiles.ids.length, onProgress, isCancelled } = input
  const { table, scales } = upperBounds(block.map(boundedValues), profiles.rows, profiles.loci.length)
  block.forEach((lane, i) => {
    lane.scale = scales[i]!
  })
  kernel.setTable(table)
  const limits = new Int16Array(lanes).fill(unreachable)
  let size = firstScan
  for (let at = from; at < to; size = Math.min(largestScan, size * 2)) {
    const count = Math.min(size, to - at)
    block.forEach((lane, i) => {
      limits[i] = limitOf(lane)
    })
    const reported = kernel.scan(at - from, count, limits)
    weighFound(block, kernel.found().subarray(0, 2 * reported), at, input)
    at += count
    result.pairs += count * block.length
    onProgress?.(result.pairs)
    if (at < to && isCancelled?.()) return false
  }
  return true
}

/** Where near misses are listed an excluded locus costs what it costs there. */
function boundedValues({ values, near }: Lane): Float64Array {
  if (near.room === 0) return values
  return values.map((value) => (value === Number.NEGATIVE_INFINITY ? exclusionCost : value))
}

function limitOf({ best, near, scale }: Lane): number {
  const needed = near.room === 0 ? entryScore(best) : Math.min(entryScore(best), entryScore(near))
  return needed === Number.POSITIVE_INFINITY ? unreachable : limitFor(needed, scale)
}

function weighFound(block: Lane[], found: Uint32Array, at: number, input: ShardInput): void {
  for (let i = 0; i < found.length; i += 2) {
    for (let bits = found[i + 1]!; bits !== 0; bits &= bits - 1)
      weighPair(block[31 - Math.clz32(bits & -bits)]!, at + found[i]!, input)
  }
}

function weighPair({ family, values, best, near }: Lane, place: number, input: ShardInput): void {
  const { cells, width, ids, sexes } = input.profiles
  if (!input.ignoreSex && differ(family.sex, sexes[place]!)) return
  let score = 0
  let excluded = 0
  for (let at = place * width; at < (place + 1) * width; at++) {
    const value = values[cells[at]!]!
    if (value === Number.NEGATIVE_INFINITY) excluded++
    else score += value
  }
  const list = excluded === 0 ? best : near
  if (excluded > mostExclusions) return
  const scored = { place, score: score + excluded * exclusionCost }
  if (mayEnter(list, scored) && (input.mayBe?.(family.id, ids[place]!) ?? true)) enter(list, scored)
}

function differ(one: string, other: string): boolean {
  return one !== 'unknown' && other !== 'unknown' && one !== other
}
