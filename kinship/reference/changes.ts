import type { Genotypes, KinshipCase, Locus, MutationModel, Person } from '../src/types.ts'

/** Changes of a case that leave its likelihood as it is, or as a formula says. Hypothesis H alone. */

export function withPeople(input: KinshipCase, people: Person[]): KinshipCase {
  return { ...input, hypotheses: [{ name: 'H', pedigrees: [people] }] }
}

/** Everybody under another name. */
export function renamed(input: KinshipCase, people: Person[]): KinshipCase {
  const name = <Id extends string | null | undefined>(id: Id) => (id == null ? id : `x${id}`)
  const others = people.map((person) => ({
    ...person,
    id: `x${person.id}`,
    father: name(person.father),
    mother: name(person.mother),
    twinOf: name(person.twinOf),
  }))
  const genotypes = mapKeys(input.genotypes, (id) => `x${id}`)
  const dropout = mapKeys(input.dropout ?? {}, (id) => `x${id}`)
  return { ...withPeople(input, others), genotypes, dropout }
}

function mapKeys<Value>(
  record: Record<string, Value>,
  rename: (key: string) => string,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [rename(key), value]))
}

/** Each family by itself: people joined by parents or as twins stay together. */
export function components(people: Person[]): Person[][] {
  const label = new Map(people.map(({ id }) => [id, id]))
  for (const { id, father, mother, twinOf } of people) {
    for (const other of [father, mother, twinOf]) {
      if (other == null) continue
      const [from, to] = [label.get(other)!, label.get(id)!]
      for (const [name, own] of label) if (own === from) label.set(name, to)
    }
  }
  const labels = [...new Set(label.values())]
  return labels.map((own) => people.filter(({ id }) => label.get(id) === own))
}

/** The same alleles in another order, a given matrix with them. */
export function reorderedAlleles(locus: Locus, order: number[]): Locus {
  const turn = (model: MutationModel): MutationModel =>
    model.matrix
      ? { ...model, matrix: order.map((row) => order.map((column) => model.matrix![row]![column]!)) }
      : model
  return {
    ...locus,
    alleles: order.map((index) => locus.alleles[index]!),
    frequencies: order.map((index) => locus.frequencies[index]!),
    mutation: locus.mutation && { female: turn(locus.mutation.female), male: turn(locus.mutation.male) },
  }
}

/** Every genotype the other way round. */
export function swapped(genotypes: Genotypes): Genotypes {
  return Object.fromEntries(
    Object.entries(genotypes).map(([id, profile]) => [
      id,
      Object.fromEntries(Object.entries(profile).map(([locus, alleles]) => [locus, [...alleles].reverse()])),
    ]),
  )
}

/**
 * A locus with the given alleles added at the end, the old ones scaled to leave room; with a rate, under a
 * proportional model whose a = rate for female and 3 rate for male transmissions, whatever the ladder.
 */
export function withRest(locus: Locus, rest: [string, number][], rate: number | null): Locus {
  const room = rest.reduce((sum, [, p]) => sum + p, 0)
  const frequencies = [...locus.frequencies.map((p) => p * (1 - room)), ...rest.map(([, p]) => p)]
  const heterozygosity = frequencies.reduce((sum, p) => sum + p * (1 - p), 0)
  const model = (a: number) => ({ model: 'proportional', rate: a * heterozygosity })
  return {
    ...locus,
    alleles: [...locus.alleles, ...rest.map(([allele]) => allele)],
    frequencies,
    mutation: rate === null ? null : { female: model(rate), male: model(3 * rate) },
  }
}

/** All unordered genotypes a person of this sex can have at a locus. */
export function genotypesAt({ alleles, chrom }: Locus, sex: Person['sex']): string[][] {
  if (chrom === 'X' && sex === 'male') return alleles.map((a) => [a])
  return alleles.flatMap((a, i) => alleles.slice(i).map((b) => [a, b]))
}
