import type { Genomes } from './genomes.ts'

/**
 * The kinship coefficients of all pairs of genomes: the probability that an allele drawn from each is the same
 * by descent; on the diagonal two draws, with replacement, from one person. Recursion over the parents of the
 * younger of the two (Karigl 1981, Ann. Hum. Genet. 45:299, eq. 1 and 2), founders possibly inbred.
 *
 * @example Parent and child of an outbred pair: 1/4. A person with oneself: 1/2, a child of siblings 5/8.
 */
export function kinshipMatrix(genomes: Genomes): number[][] {
  const phi = genomes.father.map((): number[] => genomes.father.map(() => 0))
  genomes.father.forEach((father, person) => {
    const mother = genomes.mother[person]!
    if (father >= 0) {
      fill(phi, person, (other) => (phi[father]![other]! + phi[mother]![other]!) / 2)
    }
    const inbreeding = father < 0 ? genomes.inbreeding[person]! : phi[father]![mother]!
    phi[person]![person] = (1 + inbreeding) / 2
  })
  return phi
}

/**
 * The same for an X locus: a son has his mother's allele alone, and two draws from a man are one allele
 * (Grossman and Eisen 1989, Am. Nat. 134:495). `null` for somebody of unknown sex.
 */
export function kinshipMatrixX(genomes: Genomes): (number | null)[][] {
  const phi = genomes.father.map((): number[] => genomes.father.map(() => 0))
  genomes.father.forEach((father, person) => {
    const mother = genomes.mother[person]!
    const isMale = genomes.sex[person] === 'male'
    if (father >= 0) {
      const fromMother = phi[mother]!
      const fromFather = isMale ? fromMother : phi[father]!
      fill(phi, person, (other) => (fromFather[other]! + fromMother[other]!) / 2)
    }
    const inbreeding = father < 0 ? genomes.inbreedingX[person]! : phi[father]![mother]!
    phi[person]![person] = isMale ? 1 : (1 + inbreeding) / 2
  })
  const isKnown = genomes.sex.map((sex) => sex !== 'unknown')
  return phi.map((row, a) => row.map((value, b) => (isKnown[a] && isKnown[b] ? value : null)))
}

function fill(phi: number[][], person: number, value: (other: number) => number): void {
  for (let other = 0; other < person; other++) {
    const found = value(other)
    phi[person]![other] = found
    phi[other]![person] = found
  }
}
