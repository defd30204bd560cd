import type { Genomes } from './genomes.ts'

/** The alleles of every genome at one locus in one outcome of all meioses, named by their founder copy. */
export type Outcome = { alleles: [number, number][]; probability: number }

/**
 * Every way in which founder alleles can come down a small family: the definition itself, against which the
 * recursions are tested. At most 16 meioses and inbred founders together.
 *
 * @param chrom on X a man has his maternal copy twice
 */
export function allOutcomes(genomes: Genomes, chrom: 'autosomal' | 'X' = 'autosomal'): Outcome[] {
  let outcomes: Outcome[] = [{ alleles: [], probability: 1 }]
  genomes.father.forEach((father, genome) => {
    const isMaleAtX = chrom === 'X' && genomes.sex[genome] === 'male'
    const inbreeding = (chrom === 'X' ? genomes.inbreedingX : genomes.inbreeding)[genome]!
    outcomes = outcomes.flatMap((outcome) => {
      if (father < 0) return founderOutcomes(outcome, genome, isMaleAtX ? 1 : inbreeding)
      return offspringOutcomes(outcome, father, genomes.mother[genome]!, isMaleAtX)
    })
  })
  return outcomes
}

function founderOutcomes(outcome: Outcome, genome: number, identical: number): Outcome[] {
  const one = { pair: [2 * genome, 2 * genome], probability: identical }
  const two = { pair: [2 * genome, 2 * genome + 1], probability: 1 - identical }
  return [one, two]
    .filter(({ probability }) => probability > 0)
    .map(({ pair, probability }) => extended(outcome, [pair[0]!, pair[1]!], probability))
}

function offspringOutcomes(outcome: Outcome, father: number, mother: number, isMaleAtX: boolean): Outcome[] {
  const fromMother = outcome.alleles[mother]!
  if (isMaleAtX) return fromMother.map((allele) => extended(outcome, [allele, allele], 1 / 2))
  return outcome.alleles[father]!.flatMap((first) =>
    fromMother.map((second) => extended(outcome, [first, second], 1 / 4)),
  )
}

function extended(outcome: Outcome, pair: [number, number], probability: number): Outcome {
  return { alleles: [...outcome.alleles, pair], probability: outcome.probability * probability }
}
