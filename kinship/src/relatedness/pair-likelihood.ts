import { silentAllele } from '../mutation.ts'
import { refuse } from '../refusal.ts'
import type { Genotypes, Locus } from '../types.ts'

/** What two alleles show, in the order of the table; a silent allele shows nothing. */
type Shown = [string, string]

/** An allele somebody may have, and its frequency. */
type Copy = { allele: string; p: number }

/**
 * The probability of two people's genotypes at one locus when they share 0, 1 or 2 alleles identical by
 * descent (Thompson 1975, Ann. Hum. Genet. 39:173); neither is inbred, nothing mutates.
 *
 * @returns `null` when either is not fully typed at the locus
 * @throws KinshipRefusal for an X, Y or MT locus and for an allele that is not in the table
 * @example A/A and A/A with p = P(A): [p^4, p^3, p^2]. A/B and A/B: [4p²q², pq(p+q), 2pq].
 */
export function pairLikelihoods(
  locus: Locus,
  genotypes: Genotypes,
  id1: string,
  id2: string,
): number[] | null {
  const first = shownBy(id1, locus, genotypes)
  const second = shownBy(id2, locus, genotypes)
  if (!first || !second) return null
  const copies = copiesOf(locus, [...first, ...second])
  const unrelated = genotypeProbability(copies, first) * genotypeProbability(copies, second)
  let sharing = 0
  for (const a of copies) {
    // One copy of each person is the same allele a; the other two are free.
    sharing += a.p * besides(a, copies, first) * besides(a, copies, second)
  }
  const identical = first[0] === second[0] && first[1] === second[1] ? genotypeProbability(copies, first) : 0
  return [unrelated, sharing, identical]
}

/**
 * The probability of one genotype when the two alleles are identical by descent, and when they are not.
 *
 * @example A/A: [p, p²]. A/B: [0, 2pq].
 */
export function inbreedingLikelihoods(locus: Locus, genotypes: Genotypes, id: string): number[] | null {
  const shown = shownBy(id, locus, genotypes)
  if (!shown) return null
  const copies = copiesOf(locus, shown)
  const identical = copies.reduce((sum, copy) => sum + (shows(copy, copy, shown) ? copy.p : 0), 0)
  return [identical, genotypeProbability(copies, shown)]
}

/** The two alleles a person shows at an autosomal locus; `null` when one or both are unknown. */
export function shownBy(id: string, locus: Locus, genotypes: Genotypes): Shown | null {
  if (locus.chrom !== 'autosomal') {
    refuse(
      'autosomal-only',
      `${locus.name} lies on ${locus.chrom}; sharing is estimated from autosomal loci: leave it out.`,
    )
  }
  const profile = Object.hasOwn(genotypes, id) ? genotypes[id]! : {}
  const observed = Object.hasOwn(profile, locus.name) ? profile[locus.name]! : []
  if (observed.length > 2) {
    refuse(
      'too-many-alleles',
      `"${id}" has ${observed.length} alleles at ${locus.name}; a genotype has at most two.`,
    )
  }
  const [a, b] = observed
  if (a == null || b == null) return null
  const [first, second] = [a, b].map((allele) => placeOf(allele, locus, id))
  return first! <= second! ? [a, b] : [b, a]
}

function placeOf(allele: string, locus: Locus, id: string): number {
  const place = locus.alleles.indexOf(allele)
  if (place >= 0 && allele !== silentAllele) return place
  return refuse(
    'allele-not-in-table',
    `"${id}" shows allele ${allele} at ${locus.name}, which has no frequency: add it to the table with a stated minimum frequency.`,
  )
}

/** The alleles that can stand behind what is shown. */
function copiesOf(locus: Locus, shown: string[]): Copy[] {
  return locus.alleles.flatMap((allele, index) =>
    allele === silentAllele || shown.includes(allele) ? [{ allele, p: locus.frequencies[index]! }] : [],
  )
}

function genotypeProbability(copies: Copy[], shown: Shown): number {
  return copies.reduce((sum, copy) => sum + copy.p * besides(copy, copies, shown), 0)
}

/** The probability that a person with copy `a` shows what is shown. */
function besides(a: Copy, copies: Copy[], shown: Shown): number {
  return copies.reduce((sum, b) => sum + (shows(a, b, shown) ? b.p : 0), 0)
}

function shows(a: Copy, b: Copy, [first, second]: Shown): boolean {
  const visible = [a.allele, b.allele].filter((allele) => allele !== silentAllele)
  if (visible.length === 0) return false
  const [x, y = x] = visible
  return (x === first && y === second) || (x === second && y === first)
}
