import { observe } from '../engine/evidence.ts'
import type { SimulatedLocus } from './simulated-locus.ts'

/** Genotypes of some people, a lane each, and how many times its probability each stands for. */
export type Enumeration = { shown: Int32Array[]; lanes: number; multiples: Float64Array }

/**
 * Everything some people may show at a locus together, by few lanes: without mutation alleles that are seen once
 * among all people, and that nobody typed shows, differ by a factor only, so that one lane stands for all of them.
 * Alleles of the people are slots; slots that show one allele form a block; a block of one slot is not named.
 *
 * @param isSingle by person: whether they have one allele (X in a male)
 * @returns `null` when there are more than `most` lanes
 * @example One person, n alleles: n lanes 1/1, 2/2, ... for themselves, and one lane a/b for all n (n - 1) / 2.
 */
export function enumerated(at: SimulatedLocus, isSingle: boolean[], most: number): Enumeration | null {
  const { transitions, silent } = at.prepared.full
  const isPlain = !transitions.female && !transitions.male && silent < 0
  return isPlain ? byPattern(at, isSingle, most) : oneByOne(at, isSingle, most)
}

function oneByOne({ prepared }: SimulatedLocus, isSingle: boolean[], most: number): Enumeration | null {
  const { size, silent } = prepared.full
  const lists = isSingle.map((isOne) => {
    const codes: number[] = []
    for (let a = 0; a < size; a++) {
      for (let b = a; b < size; b++) {
        // One silent allele beside another shows as a homozygote.
        const isHidden = (a === silent) !== (b === silent)
        if (!isHidden && (a === b || !isOne)) codes.push(a * size + b)
      }
    }
    return codes
  })
  const lanes = lists.reduce((product, { length }) => product * length, 1)
  if (lanes > most) return null
  let step = lanes
  const shown = lists.map((list) => {
    step /= list.length
    const every = step
    return Int32Array.from({ length: lanes }, (_, lane) => list[Math.floor(lane / every) % list.length]!)
  })
  return { shown, lanes, multiples: new Float64Array(lanes).fill(1) }
}

type Search = {
  isSingle: boolean[]
  size: number
  frequencies: number[]
  seen: number[]
  /** Alleles nobody typed shows, the most frequent first. */
  fresh: number[]
  /** Sums of the powers of their frequencies, by exponent. */
  powers: number[]
  most: number
  lanes: number[][]
  multiples: number[]
}

function byPattern(
  { prepared, profiles }: SimulatedLocus,
  isSingle: boolean[],
  most: number,
): Enumeration | null {
  const { size, frequencies } = prepared.full
  const shownBy = profiles.flatMap(
    (profile) => observe(profile, prepared.locus.name, prepared.full)?.known ?? [],
  )
  const seen = [...new Set(shownBy)]
  const fresh = frequencies
    .map((p, allele) => ({ p, allele }))
    .filter(({ p, allele }) => p > 0 && !seen.includes(allele))
    .sort((one, other) => other.p - one.p)
    .map(({ allele }) => allele)
  const slots = isSingle.reduce((count, isOne) => count + (isOne ? 1 : 2), 0)
  const powers = Array.from({ length: slots + 1 }, (_, exponent) =>
    fresh.reduce((sum, allele) => sum + frequencies[allele]! ** exponent, 0),
  )
  const search: Search = { isSingle, size, frequencies, seen, fresh, powers, most, lanes: [], multiples: [] }
  for (const blocks of partitions(slots)) if (!nameBlocks(search, blocks, [])) return null
  return {
    shown: isSingle.map((_, i) => Int32Array.from(search.lanes, (codes) => codes[i]!)),
    lanes: search.lanes.length,
    multiples: Float64Array.from(search.multiples),
  }
}

/** Every way to put slots into blocks, as the block of each slot; blocks are numbered as they come up. */
function* partitions(slots: number, begun: number[] = []): Generator<number[]> {
  if (begun.length === slots) {
    yield begun
    return
  }
  const next = begun.reduce((most, block) => Math.max(most, block + 1), 0)
  for (let block = 0; block <= next; block++) yield* partitions(slots, [...begun, block])
}

/** A block not named, of one slot. */
const unnamed = -1

/** Names blocks in turn: by an allele somebody typed shows, by a fresh one, or, of one slot, not. */
function nameBlocks(search: Search, blocks: number[], names: number[]): boolean {
  const block = names.length
  const slots = blocks.filter((one) => one === block).length
  if (slots === 0) return addLane(search, blocks, names)
  const isFreshNamed = slots > 1
  for (const allele of isFreshNamed ? [...search.seen, ...search.fresh] : [...search.seen, unnamed]) {
    if (allele !== unnamed && names.includes(allele)) continue
    if (!nameBlocks(search, blocks, [...names, allele])) return false
  }
  return true
}

function addLane(search: Search, blocks: number[], names: number[]): boolean {
  const { size, frequencies, fresh, isSingle } = search
  const free = fresh.filter((allele) => !names.includes(allele))
  let next = 0
  let standing = 1
  const alleles = names.map((name) => {
    if (name !== unnamed) return name
    const allele = free[next++]
    standing *= allele === undefined ? 0 : frequencies[allele]!
    return allele ?? 0
  })
  if (standing === 0) return true
  let multiple = next === 0 ? 1 : distinctTuples(search, names, next) / standing
  let slot = 0
  const codes = isSingle.map((isOne) => {
    const a = alleles[blocks[slot++]!]!
    const b = isOne ? a : alleles[blocks[slot++]!]!
    // Both orders of a heterozygote come up.
    if (a !== b) multiple /= 2
    return a < b ? a * size + b : b * size + a
  })
  search.multiples.push(multiple)
  return search.lanes.push(codes) <= search.most
}

/** The sum over all ordered choices of `count` different fresh alleles without a name (Newton's identities). */
function distinctTuples({ powers, frequencies, fresh }: Search, names: number[], count: number): number {
  const used = names.filter((name) => fresh.includes(name))
  const left = (exponent: number) =>
    used.reduce((sum, allele) => sum - frequencies[allele]! ** exponent, powers[exponent]!)
  const symmetric = [1]
  for (let k = 1; k <= count; k++) {
    let sum = 0
    for (let i = 1; i <= k; i++) sum += (i % 2 === 1 ? 1 : -1) * symmetric[k - i]! * left(i)
    symmetric.push(sum / k)
  }
  let factorial = 1
  for (let k = 2; k <= count; k++) factorial *= k
  return Math.max(0, symmetric[count]! * factorial)
}
