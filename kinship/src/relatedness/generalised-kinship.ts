import type { Genomes } from './genomes.ts'

/** An allele of a genome, as a number: `drawn` at random, or its `paternal` or `maternal` one. */
export type Allele = number
export const drawn = (genome: number): Allele => 3 * genome
export const paternal = (genome: number): Allele => 3 * genome + 1
export const maternal = (genome: number): Allele => 3 * genome + 2
const genomeOf = (allele: Allele): number => Math.floor(allele / 3)
const isDrawn = (allele: Allele): boolean => allele % 3 === 0

/** Alleles that are to be identical by descent with each other. */
export type Block = Allele[]

/**
 * The probability that inside each block all alleles are identical by descent; alleles of different blocks may
 * be too. The general form of the generalised kinship coefficients of Karigl 1981 (Ann. Hum. Genet. 45:299):
 * the youngest genome is traced to its parents, each of its draws being either of its alleles with
 * probability 1/2.
 *
 * @param phi the kinship coefficients of the same genomes
 * @returns a function that remembers what it has computed
 */
export function generalisedKinship(genomes: Genomes, phi: number[][]): (blocks: Block[]) => number {
  const known = new Map<string, number>()
  const probability = (given: Block[]): number => {
    const blocks = simplified(given)
    if (blocks.length === 0) return 1
    if (blocks.some((block) => hasStrangers(block, phi))) return 0
    const key = blocks
      .map((block) => block.toSorted((a, b) => a - b).join())
      .sort()
      .join('|')
    const value = known.get(key) ?? traced(blocks, genomes, probability)
    known.set(key, value)
    return value
  }
  return probability
}

/** The mean over which of its two alleles each draw of the youngest genome is. */
function traced(blocks: Block[], genomes: Genomes, probability: (blocks: Block[]) => number): number {
  const youngest = Math.max(...blocks.flat().map(genomeOf))
  const draws = blocks.flat().filter((allele) => allele === drawn(youngest)).length
  let sum = 0
  for (let choice = 0; choice < 2 ** draws; choice++) {
    let draw = 0
    const placed = blocks.map((block) =>
      block.map((allele) => {
        if (allele !== drawn(youngest)) return allele
        return (choice >> draw++) & 1 ? maternal(youngest) : paternal(youngest)
      }),
    )
    sum += beyond(youngest, simplified(placed), genomes, probability)
  }
  return sum / 2 ** draws
}

/** The youngest genome's two alleles become draws from its parents, or end in a founder. */
function beyond(
  youngest: number,
  blocks: Block[],
  genomes: Genomes,
  probability: (blocks: Block[]) => number,
): number {
  const isOwn = (allele: Allele) => genomeOf(allele) === youngest
  const father = genomes.father[youngest]!
  const mother = genomes.mother[youngest]!
  if (father >= 0) {
    const toParent = (allele: Allele) => drawn(allele === paternal(youngest) ? father : mother)
    return probability(
      blocks.map((block) => block.map((allele) => (isOwn(allele) ? toParent(allele) : allele))),
    )
  }
  // Nobody else in the blocks descends from this founder, so nobody else can have these alleles.
  const own = blocks.filter((block) => block.some(isOwn))
  if (!own.every((block) => block.every(isOwn))) return 0
  return (
    (own.length > 0 ? genomes.inbreeding[youngest]! : 1) * probability(blocks.filter((b) => !own.includes(b)))
  )
}

function hasStrangers(block: Block, phi: number[][]): boolean {
  return block.some((a, index) => block.slice(index + 1).some((b) => phi[genomeOf(a)]![genomeOf(b)] === 0))
}

/** Blocks that share a named allele joined, each named allele once, blocks of a single allele left out. */
function simplified(blocks: Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const touching = joined.filter((other) =>
      other.some((allele) => !isDrawn(allele) && block.includes(allele)),
    )
    const union = [...touching.flat(), ...block]
    const kept = joined.filter((other) => !touching.includes(other))
    joined.splice(0, joined.length, ...kept, union.filter(isFirstOrDrawn))
  }
  return joined.filter((block) => block.length > 1)
}

function isFirstOrDrawn(allele: Allele, index: number, block: Block): boolean {
  return isDrawn(allele) || block.indexOf(allele) === index
}
