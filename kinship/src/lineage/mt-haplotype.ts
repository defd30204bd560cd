import { refuse } from '../refusal.ts'
import type { Comparison } from './database.ts'

/** First and last position read, both included; `[16024, 576]` runs over the origin of the circle. */
export type MtRange = [number, number]

/**
 * Differences from the rCRS (Andrews et al. 1999) inside the ranges read: `"263G"`, `"315.1C"` (an insertion),
 * `"523DEL"`. A IUPAC code (`"16093Y"`) or a small letter (`"309.1c"`) is a heteroplasmy.
 */
export type MtHaplotype = { ranges: MtRange[]; differences: string[] }

type Variant = { position: number; insertion: number; base: string }

/** Where two haplotypes differ, and what was seen but not counted as a difference. */
export type MtComparison = { differences: string[]; heteroplasmies: string[]; lengthVariants: string[] }

const length = 16_569
const bases: Record<string, string> = {
  ...{ A: 'A', C: 'C', G: 'G', T: 'T', R: 'AG', Y: 'CT', S: 'CG', W: 'AT', K: 'GT', M: 'AC' },
  ...{ B: 'CGT', D: 'AGT', H: 'ACT', V: 'ACG', N: 'ACGT' },
}
/** Insertions and deletions here vary within a person and are not compared (C-stretches of the control region). */
const lengthVariable = new Set([16_193, 309, 455, 463, 573])

/**
 * The differences between two mitochondrial haplotypes inside `ranges`. A run of inserted or deleted bases is one
 * difference. Length variants of the C-stretches and heteroplasmies that share a base are named, not counted.
 *
 * @example mtDifferences(['263G'], ['263G', '16093C'], [[16024, 16569], [1, 576]]).differences // ['16093']
 * @throws KinshipRefusal `mt-variant` for a difference that cannot be read
 */
export function mtDifferences(a: string[], b: string[], ranges: MtRange[]): MtComparison {
  const [first, second] = [variantsIn(a, ranges), variantsIn(b, ranges)]
  const found: MtComparison = { differences: [], heteroplasmies: [], lengthVariants: [] }
  let previous: { variant: Variant; isRun: boolean } | null = null
  for (const [key, variant] of [...new Map([...first, ...second])].sort(byPlace)) {
    const [x, y] = [first.get(key)?.base, second.get(key)?.base]
    if (x === y) continue
    const isLength = variant.insertion > 0 || x === 'DEL' || y === 'DEL'
    if (isLength && lengthVariable.has(variant.position)) {
      found.lengthVariants.push(key)
    } else if (isCompatible(x, y)) {
      found.heteroplasmies.push(key)
    } else {
      const isSameRun = previous !== null && isLength && previous.isRun && follows(previous.variant, variant)
      if (!isSameRun) found.differences.push(key)
      previous = { variant, isRun: isLength }
    }
  }
  return found
}

/** The positions that all of the haplotypes read; empty when there are none. */
export function sharedRanges(haplotypes: MtRange[][]): MtRange[] {
  const [first, ...others] = haplotypes.map(unrolled)
  return others.reduce(
    (shared, ranges) =>
      shared.flatMap(([from, to]) =>
        ranges
          .map(([start, end]): MtRange => [Math.max(from, start), Math.min(to, end)])
          .filter(([start, end]) => start <= end),
      ),
    first ?? [],
  )
}

/** Haplotypes compared inside `ranges`. */
export function compareIn(ranges: MtRange[], isPartial: boolean): Comparison<MtHaplotype> {
  return {
    keyOf: ({ differences }) =>
      [...variantsIn(differences, ranges)]
        .filter(([, { position, insertion, base }]) => {
          return !(lengthVariable.has(position) && (insertion > 0 || base.toUpperCase() === 'DEL'))
        })
        .sort(byPlace)
        .map(([key, { base }]) => `${key}${base}`)
        .join(' '),
    matches: (a, b) => mtDifferences(a.differences, b.differences, ranges).differences.length === 0,
    isPartial,
  }
}

/** Ranges over the origin cut in two; refuses what lies outside 1 to 16,569. */
function unrolled(ranges: MtRange[]): MtRange[] {
  return ranges.flatMap(([from, to]): MtRange[] => {
    const isPosition = (at: number) => Number.isInteger(at) && at >= 1 && at <= length
    if (!isPosition(from) || !isPosition(to)) {
      return refuse('mt-range', `A mitochondrial range must lie within 1 to ${length}, as [16024, 16569].`)
    }
    return from <= to
      ? [[from, to]]
      : [
          [from, length],
          [1, to],
        ]
  })
}

function variantsIn(differences: string[], ranges: MtRange[]): Map<string, Variant> {
  const read = differences.map(readVariant)
  const inside = read.filter(({ position }) =>
    ranges.some(([from, to]) => position >= from && position <= to),
  )
  return new Map(
    inside.map((variant) => [
      variant.position + (variant.insertion > 0 ? `.${variant.insertion}` : ''),
      variant,
    ]),
  )
}

function readVariant(text: string): Variant {
  const match = /^[ACGTacgt]?(\d{1,5})(?:\.(\d{1,2}))?([A-Za-z]|DEL|del|-)$/.exec(text.trim())
  const base = match?.[3] === '-' ? 'DEL' : (match?.[3]?.replace(/^d$/, 'del') ?? '')
  const position = Number(match?.[1])
  const isKnown = base.toUpperCase() === 'DEL' || Object.hasOwn(bases, base.toUpperCase())
  if (!match || !isKnown || position < 1 || position > length) {
    return refuse(
      'mt-variant',
      `"${text}" is no difference from the rCRS that can be read: write it as 263G, 315.1C, 523DEL or 16093Y.`,
    )
  }
  return { position, insertion: Number(match[2] ?? 0), base }
}

/**
 * Whether two readings at one place may be of the same line: they share a base. A mixture beside no difference is
 * taken to hold the rCRS base; a small letter is a mixture with and without the change.
 */
function isCompatible(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return isMixture(a ?? b ?? '')
  if (a.toUpperCase() === b.toUpperCase()) return true
  if (a.toUpperCase() === 'DEL' || b.toUpperCase() === 'DEL') return false
  const [x, y] = [bases[a.toUpperCase()] ?? '', bases[b.toUpperCase()] ?? '']
  return [...x].some((base) => y.includes(base))
}

function isMixture(base: string): boolean {
  return base !== base.toUpperCase() || (base !== 'DEL' && (bases[base]?.length ?? 0) > 1)
}

function follows(previous: Variant, next: Variant): boolean {
  return previous.position === next.position
    ? next.insertion === previous.insertion + 1
    : next.position === previous.position + 1 && previous.insertion === 0 && next.insertion === 0
}

function byPlace([, a]: [string, Variant], [, b]: [string, Variant]): number {
  return a.position - b.position || a.insertion - b.insertion
}
