import { mutationMatrix, silentAllele } from '../src/mutation.ts'
import { completePedigree } from '../src/pedigree.ts'
import type { KinshipCase, Locus, Person } from '../src/types.ts'

/**
 * The likelihood of one locus under one hypothesis, the slow obvious way: every person in turn is given every
 * ordered pair of alleles, weighted by the founders' probability or by the two meioses, and by what was
 * observed. Time grows with alleles^(2 * people). Shares only the mutation matrices with the engine.
 */
export function bruteForceLikelihood(input: KinshipCase, locus: Locus, pedigrees: Person[][]): number {
  const people = pedigrees.flatMap(completePedigree)
  const theta = input.theta ?? 0
  const matrices = transitionsOf(locus)
  const alleles = locus.alleles.map((_, index) => index)
  const given = new Map<string, [number, number]>()
  const founderAlleles: number[] = []

  const draw = (allele: number): number => {
    const same = founderAlleles.filter((other) => other === allele).length
    const probability =
      (same * theta + (1 - theta) * locus.frequencies[allele]!) / (1 + (founderAlleles.length - 1) * theta)
    founderAlleles.push(allele)
    return probability
  }
  const isHaploid = (person: Person) => locus.chrom === 'X' && person.sex === 'male'

  const founder = (person: Person, [a, b]: [number, number]): number => {
    const before = founderAlleles.length
    const inbred = (locus.chrom === 'X' ? person.founderInbreedingX : person.founderInbreeding) ?? 0
    const first = draw(a)
    const free = isHaploid(person) ? 1 : draw(b)
    const identical = isHaploid(person) ? 1 : a === b ? 1 : 0
    const rest = inbred * identical + (1 - inbred) * free
    return first * rest * (founderAlleles.length > before ? 1 : 0)
  }
  const meiosis = (parent: string, sex: 'male' | 'female', received: number): number => {
    const [a, b] = given.get(parent)!
    const matrix = matrices[sex]
    return (matrix[a]![received]! + matrix[b]![received]!) / 2
  }
  const probabilityOf = (person: Person, pair: [number, number]): number => {
    if (person.father === null || person.mother === null) return founder(person, pair)
    if (isHaploid(person)) return meiosis(person.mother, 'female', pair[1])
    return meiosis(person.father, 'male', pair[0]) * meiosis(person.mother, 'female', pair[1])
  }

  const sumFrom = (index: number): number => {
    const person = people[index]
    if (!person) return 1
    let sum = 0
    for (const a of alleles) {
      for (const b of isHaploid(person) ? [a] : alleles) {
        const seen = founderAlleles.length
        const weight = observation(input, locus, person, [a, b])
        const here = weight === 0 ? 0 : weight * probabilityOf(person, [a, b])
        if (here > 0) {
          given.set(person.id, [a, b])
          sum += here * sumFrom(index + 1)
        }
        founderAlleles.length = seen
      }
    }
    return sum
  }
  return sumFrom(0)
}

function transitionsOf(locus: Locus): { male: number[][]; female: number[][] } {
  const of = (sex: 'male' | 'female') => {
    const model = locus.mutation?.[sex] ?? { model: 'none' }
    return mutationMatrix(model, locus.alleles, locus.frequencies)
  }
  return { male: of('male'), female: of('female') }
}

/** P(what was seen | the ordered pair). */
function observation(input: KinshipCase, locus: Locus, person: Person, pair: [number, number]): number {
  const observed = input.genotypes[person.id]?.[locus.name]?.filter((allele) => allele !== null)
  if (!observed || observed.length === 0) return 1
  const truth = pair.map((index) => locus.alleles[index]!)
  if (locus.chrom === 'X' && person.sex === 'male') return truth[0] === observed[0] ? 1 : 0
  if (observed.length === 1) return truth.includes(observed[0]!) ? 1 : 0
  const [a, b] = observed as [string, string]
  const isSame = [...truth].sort().join('/') === [a, b].sort().join('/')
  if (a !== b) return isSame ? 1 : 0
  const dropout = input.dropout?.[person.id] ?? 0
  if (isSame) return 1 - dropout ** 2
  if (!truth.includes(a)) return 0
  return truth.includes(silentAllele) ? 1 : dropout * (1 - dropout)
}
