import { foldSounds } from '../fold.ts'
import { once } from '../once.ts'
import { type Sounds, toSounds } from '../slots.ts'
import { type Core, SCRIPTS } from './build.ts'
import { featuresOf } from './features.ts'
import { alignerFor, alignWith } from './nearest.ts'
import { pickLargest } from './pick.ts'
import { addWeight } from './postings.ts'

/** Parts whose sounds are aligned with a query's part, those with most features in common first ... */
const ALIGNED = 10_000
/** ... and of an index with more parts than this, fewer, for the sake of time. */
const LARGE = 100_000
const ALIGNED_OF_LARGE = 3500
/** There, features of more than this share of the parts are left out: long lists that tell little. */
const COMMON = 0.15
/** Parts whose names become candidates. */
const NEAR = 300
/** log10 odds below which a part is no candidate at all. */
const TOO_FAR = -4
/** Odds are counted in steps of this. */
const STEP = 0.02

/** A part of a query as it may be written: the word, and the word without its ending. */
export type Lookup = readonly Sounds[]

/** The parts that share most features with any of a lookup's words. */
const sharing = ({ bases, weights, postings }: Core, lookup: Lookup): Uint32Array => {
  const sums = bases.slice()
  const large = sums.length > LARGE
  const most = large ? COMMON * sums.length : sums.length
  for (const f of new Set(lookup.flatMap(({ slots }) => featuresOf(slots)))) {
    if (weights[f]! > 0 && postings.counts[f]! <= most) addWeight(postings, f, weights[f]!, sums)
  }
  return pickLargest(sums, large ? ALIGNED_OF_LARGE : ALIGNED)
}

/** Odds of each part beside the nearest of a lookup's words, as steps above "too far". */
const gainsOf = (core: Core, lookup: Lookup, parts: Uint32Array): Uint16Array => {
  const aligners = lookup.map((word) => SCRIPTS.map((script) => once(() => alignerFor(word, script))))
  const gains = new Uint16Array(parts.length)
  for (let n = 0; n < parts.length; n++) {
    const part = parts[n]!
    const [from, to] = [core.slotStarts[part]!, core.slotStarts[part + 1]!]
    let best = TOO_FAR
    for (const ofScript of aligners) {
      const odds = alignWith(ofScript[core.scripts[part]!]!(), core.slots, from, to)
      if (odds > best) best = odds
    }
    gains[n] = Math.round((best - TOO_FAR) / STEP)
  }
  return gains
}

type NearPart = { part: number; gain: number }

/** The parts that sound most like a query's part, nearest first. */
const nearParts = (core: Core, lookup: Lookup): NearPart[] => {
  const parts = sharing(core, lookup)
  const gains = gainsOf(core, lookup, parts)
  const near = Array.from(pickLargest(gains, NEAR), (n): NearPart => ({ part: parts[n]!, gain: gains[n]! }))
  return near.sort((x, y) => y.gain - x.gain)
}

/** One lookup for each skeleton among words: forms of one name that sound alike are looked up once. */
export const lookupsOf = (words: readonly string[]): Lookup[] => {
  const bySkeleton = new Map<string, Sounds>()
  for (const word of words) {
    const sounds = toSounds(word)
    const key = `${sounds.script} ${foldSounds(sounds)}`
    if (!bySkeleton.has(key)) bySkeleton.set(key, sounds)
  }
  return [...bySkeleton.values()].map((sounds) => [sounds])
}

/** Keeps what each name gains from one part of a query: the nearest of its parts counts, up to its rarity. */
type Gains = { sums: Uint16Array; counted: Uint8Array; touched: number[] }

const gain = (
  core: Core,
  near: readonly NearPart[],
  round: number,
  kept: Uint8Array | null,
  to: Gains,
): void => {
  for (const { part, gain } of near) {
    const [from, end] = [core.bearerStarts[part]!, core.bearerStarts[part + 1]!]
    const rarity = Math.round((Math.log10(core.length / (end - from)) - TOO_FAR) / STEP)
    const value = Math.min(gain, rarity)
    for (let at = from; at < end; at++) {
      const name = core.bearers[at]!
      if (to.counted[name] === round || (kept && !kept[name])) continue
      if (to.counted[name] === 0) to.touched.push(name)
      to.counted[name] = round
      to.sums[name]! += value
    }
  }
}

/**
 * The names most worth comparing with a query, at most `most`. Each group holds the lookups of one part of the
 * query and of the other forms of its name.
 */
export const candidatesFor = (
  core: Core,
  groups: readonly (readonly Lookup[])[],
  most: number,
  kept: Uint8Array | null,
): number[] => {
  const gains = {
    sums: new Uint16Array(core.length),
    counted: new Uint8Array(core.length),
    touched: [] as number[],
  }
  for (const [g, group] of groups.entries()) {
    const near = group.flatMap((lookup) => nearParts(core, lookup)).sort((x, y) => y.gain - x.gain)
    gain(core, near, g + 1, kept, gains)
  }
  const { sums, touched } = gains
  const values = Uint16Array.from(touched, (name) => sums[name]!)
  return Array.from(pickLargest(values, most), (n) => touched[n]!)
}
