import { type Block, maternal, paternal } from './generalised-kinship.ts'

/** P(share 0, 1, 2 alleles identical by descent) of two people neither of whom is inbred. */
export type Kappa = [number, number, number]

type Probability = (blocks: Block[]) => number

/**
 * The IBD coefficients of two genomes; `null` when either is inbred, for then they do not describe the pair
 * (Thompson 1975, Ann. Hum. Genet. 39:173).
 *
 * @param phi kinship coefficients
 * @example Full siblings: [1/4, 1/2, 1/4]. Parent and child: [0, 1, 0]. Twins of one egg: [0, 0, 1].
 */
export function kappaOf(a: number, b: number, phi: number[][], probability: Probability): Kappa | null {
  if (isInbred(a, phi) || isInbred(b, phi)) return null
  if (a === b) return [0, 0, 1]
  const straight = [
    [paternal(a), paternal(b)],
    [maternal(a), maternal(b)],
  ]
  const crossed = [
    [paternal(a), maternal(b)],
    [maternal(a), paternal(b)],
  ]
  const two = probability(straight) + probability(crossed)
  const one = 4 * phi[a]![b]! - 2 * two
  return [cleared(1 - one - two), cleared(one), two]
}

/** Rounding in a sum of halves of halves, not a probability. */
function cleared(value: number): number {
  return Math.abs(value) < 1e-14 ? 0 : value
}

function isInbred(genome: number, phi: number[][]): boolean {
  return 2 * phi[genome]![genome]! - 1 > 1e-14
}

/** The nine condensed identity states of Jacquard 1974, each by the partitions of (a, a', b, b') it gathers. */
const states: string[][] = [
  ['0000'],
  ['0011'],
  ['0001', '0010'],
  ['0012'],
  ['0100', '0111'],
  ['0122'],
  ['0101', '0110'],
  ['0102', '0112', '0120', '0121'],
  ['0123'],
]

/**
 * The probabilities of Jacquard's nine condensed identity states of two genomes, in his order; they sum to 1.
 * Each exact partition is what is left of "at least so much identity" after the coarser ones are taken off.
 *
 * @example Two children of siblings: [1/16, 1/32, 1/8, 1/32, 1/8, 1/32, 7/32, 5/16, 1/16].
 */
export function condensedIdentity(a: number, b: number, probability: Probability): number[] {
  const alleles = [paternal(a), maternal(a), paternal(b), maternal(b)]
  const all = states.flat().toSorted((one, other) => blockCount(one) - blockCount(other))
  const exact = new Map<string, number>()
  for (const partition of all) {
    const blocks = [0, 1, 2, 3].map((block) =>
      alleles.filter((_, index) => Number(partition[index]) === block),
    )
    let value = probability(blocks)
    for (const [coarser, share] of exact) if (isCoarser(coarser, partition)) value -= share
    exact.set(partition, cleared(value))
  }
  return states.map((partitions) => partitions.reduce((sum, partition) => sum + exact.get(partition)!, 0))
}

function blockCount(partition: string): number {
  return new Set(partition).size
}

/** Whether `coarser` joins everything that `finer` joins. */
function isCoarser(coarser: string, finer: string): boolean {
  return [...finer].every((block, index) => coarser[index] === coarser[finer.indexOf(block)])
}
