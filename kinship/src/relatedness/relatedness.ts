import type { Person } from '../types.ts'
import { generalisedKinship } from './generalised-kinship.ts'
import { genomeOf, genomesOf } from './genomes.ts'
import { condensedIdentity, type Kappa, kappaOf } from './identity-coefficients.ts'
import { kinshipMatrix, kinshipMatrixX } from './kinship-coefficient.ts'

export type Relatedness = {
  /** Everybody named, in the order given; rows and columns of the matrices. */
  ids: string[]
  kinship: number[][]
  inbreeding: Record<string, number>
  /** `null` beside somebody of unknown sex. */
  kinshipX: (number | null)[][]
  /** Every pair, those inside a component first; `kappa` is `null` when either is inbred. */
  pairs: { id1: string; id2: string; kappa: Kappa | null }[]
}

/**
 * How the members of a family are related by descent, from the pedigree alone: any loops, inbred founders,
 * monozygotic twins, several components.
 *
 * @throws KinshipRefusal when a pedigree is impossible
 * @example relatedness([[father, mother, child]]).kinship[0]![2] // 0.25
 */
export function relatedness(pedigrees: Person[][]): Relatedness {
  const genomes = genomesOf(pedigrees)
  const phi = kinshipMatrix(genomes)
  const phiX = kinshipMatrixX(genomes)
  const probability = generalisedKinship(genomes, phi)
  const ids = pedigrees.flat().map(({ id }) => id)
  const numbers = ids.map((id) => genomeOf(genomes, id))
  return {
    ids,
    kinship: numbers.map((a) => numbers.map((b) => phi[a]![b]!)),
    inbreeding: Object.fromEntries(
      ids.map((id, index) => [id, 2 * phi[numbers[index]!]![numbers[index]!]! - 1]),
    ),
    kinshipX: numbers.map((a) => numbers.map((b) => phiX[a]![b]!)),
    pairs: pairsOf(pedigrees.map((pedigree) => pedigree.map(({ id }) => id))).map(([id1, id2]) => ({
      id1,
      id2,
      kappa: kappaOf(genomeOf(genomes, id1), genomeOf(genomes, id2), phi, probability),
    })),
  }
}

/** All pairs: inside each component first, then between components. */
function pairsOf(components: string[][]): [string, string][] {
  const inside = components.flatMap((ids) =>
    ids.flatMap((id1, index) => ids.slice(index + 1).map((id2): [string, string] => [id1, id2])),
  )
  const between = components.flatMap((ids, index) => {
    const others = components.slice(index + 1).flat()
    return ids.flatMap((id1) => others.map((id2): [string, string] => [id1, id2]))
  })
  return [...inside, ...between]
}

/**
 * Jacquard's nine condensed identity coefficients of two members of a family.
 *
 * @throws KinshipRefusal `person-not-placed`, or when a pedigree is impossible
 * @example Two full siblings of an outbred pair: [0, 0, 0, 0, 0, 0, 1/4, 1/2, 1/4].
 */
export function identityCoefficients(pedigrees: Person[][], id1: string, id2: string): number[] {
  const genomes = genomesOf(pedigrees)
  const probability = generalisedKinship(genomes, kinshipMatrix(genomes))
  return condensedIdentity(genomeOf(genomes, id1), genomeOf(genomes, id2), probability)
}
