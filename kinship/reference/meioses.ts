import { mutationMatrix } from '../src/mutation.ts'
import type { Locus } from '../src/types.ts'
import type { Member } from './members.ts'

/** By meiosis, in the order of `meiosesOf`: which of the parent's two alleles passed on, 0 the paternal one. */
export type Origins = (0 | 1)[]

/** Paternal and maternal allele, by index; one allele on the X of a male. */
export type Pair = number[]

export type Meiosis = { of: number; by: 'father' | 'mother' }

/** All meioses whose parent carries two alleles at this kind of locus. */
export function meiosesOf(locus: Locus, members: Member[]): Meiosis[] {
  return members.flatMap((member, of): Meiosis[] => {
    if (!member.parents) return []
    const mothers: Meiosis = { of, by: 'mother' }
    return locus.chrom === 'X' ? [mothers] : [{ of, by: 'father' }, mothers]
  })
}

/** P(a member receives an allele from a parent | the parent's alleles). */
export type Transmission = (of: number, parent: Pair, received: number) => number

/**
 * Mendel's half for either allele of the parent, or the given origin, then mutation by the sex of the parent.
 *
 * @example Without mutation a parent A/B passes on A half the time; with origin 0 always.
 */
export function transmissions(
  locus: Locus,
  members: Member[],
  origins: Origins | null,
): { father: Transmission; mother: Transmission } {
  const meioses = meiosesOf(locus, members)
  const by = (role: Meiosis['by']): Transmission => {
    const model = locus.mutation?.[role === 'father' ? 'male' : 'female'] ?? { model: 'none' }
    const matrix = mutationMatrix(model, locus.alleles, locus.frequencies)
    return (of, [paternal, maternal], received) => {
      if (maternal === undefined) return matrix[paternal!]![received]!
      const origin = origins?.[meioses.findIndex((meiosis) => meiosis.of === of && meiosis.by === role)]
      const isPaternal = origin === undefined ? 1 / 2 : 1 - origin
      return isPaternal * matrix[paternal!]![received]! + (1 - isPaternal) * matrix[maternal]![received]!
    }
  }
  return { father: by('father'), mother: by('mother') }
}
