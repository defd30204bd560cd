import { refuse } from '../refusal.ts'
import type { Linkage, Locus } from '../types.ts'

/** Loci that pass on together, by their place in the list, and the rate to the one before (0.5 at the first). */
export type Chain = { loci: number[]; rho: number[] }

/**
 * The recombination rate at a map distance.
 *
 * @param cM centimorgans, from 0
 * @example at 1 cM Haldane gives (1 - exp(-0.02)) / 2 = 0.0099, Kosambi tanh(0.02) / 2 = 0.01
 */
export function recombinationRate(map: Linkage['map'], cM: number): number {
  const morgans = cM / 100
  return map === 'haldane' ? (1 - Math.exp(-2 * morgans)) / 2 : Math.tanh(2 * morgans) / 2
}

/**
 * The loci of each chromosome in map order; loci without a position are chains of one.
 *
 * Neighbours recombine at the map's rate, independently of other intervals: exact under Haldane's map, the usual
 * approximation under Kosambi's, whose interference no first-order chain can hold.
 */
export function chainsOf(loci: Locus[], linkage: Linkage | undefined): Chain[] {
  const chains = new Map<string, { locus: number; cM: number }[]>()
  loci.forEach(({ name, chrom }, locus) => {
    const position = linkage && Object.hasOwn(linkage.positions, name) ? linkage.positions[name] : undefined
    if (position && !(position.cM >= 0 && position.cM < 1e6))
      refuse('map-position', `The position of ${name} must be a number of centimorgans from 0.`)
    const key = position ? `${chrom} ${position.chromosome}` : `alone ${locus}`
    chains.set(key, [...(chains.get(key) ?? []), { locus, cM: position?.cM ?? 0 }])
  })
  return [...chains.values()].map((chain) => {
    chain.sort((a, b) => a.cM - b.cM)
    return {
      loci: chain.map(({ locus }) => locus),
      rho: chain.map(({ cM }, i) => (i === 0 ? 0.5 : recombinationRate(linkage!.map, cM - chain[i - 1]!.cM))),
    }
  })
}
