import { completePedigree } from '../pedigree.ts'
import { refuse } from '../refusal.ts'
import type { Genotypes, Hypothesis, KinshipCase, Locus, Person } from '../types.ts'
import { type Evidence, readEvidence } from './evidence.ts'
import { balance, fullLadder, type Ladder, lumpUnseen } from './ladder.ts'
import type { LocusProblem } from './network.ts'

/** All people of a hypothesis, parents before offspring; refuses somebody who stands in two components. */
export function peopleOf(hypothesis: Hypothesis): Person[] {
  const people = hypothesis.pedigrees.flatMap(completePedigree)
  const seen = new Set<string>()
  for (const { id } of people) {
    if (seen.has(id)) {
      refuse(
        'person-twice',
        `"${id}" stands in two pedigrees of hypothesis ${hypothesis.name}; each person needs one place.`,
      )
    }
    seen.add(id)
  }
  return people
}

/** Refuses a typed person whom a hypothesis does not place: the ratio would compare different evidence. */
export function checkTypedPeople(genotypes: Genotypes, placed: Map<string, Person[]>): void {
  for (const [id, profile] of Object.entries(genotypes)) {
    if (!Object.values(profile).some((alleles) => alleles.some((allele) => allele !== null))) continue
    for (const [hypothesis, people] of placed) {
      if (people.some((person) => person.id === id)) continue
      refuse(
        'typed-person-not-placed',
        `"${id}" is typed but has no place in hypothesis ${hypothesis}: add them there (alone, if unrelated), or remove their profile.`,
      )
    }
  }
}

/** One locus under one hypothesis, ready for the engine. */
export function locusProblem(
  input: KinshipCase,
  locus: Locus,
  ladder: Ladder,
  people: Person[],
): LocusProblem {
  const isX = locus.chrom === 'X'
  const seen = new Set<number>()
  for (const { id } of people) {
    for (const allele of observedAt(input.genotypes, id, locus.name) ?? []) {
      const index = allele === null ? undefined : ladder.indexOf.get(allele)
      if (index !== undefined) seen.add(index)
    }
  }
  const lumped = lumpUnseen(balance(ladder, seen), seen)
  return { people, isX, ladder: lumped, evidence: evidenceOf(input, locus, lumped, people) }
}

function evidenceOf(
  input: KinshipCase,
  locus: Locus,
  ladder: Ladder,
  people: Person[],
): Map<string, Evidence> {
  const isX = locus.chrom === 'X'
  const found = new Map<string, Evidence>()
  for (const person of people) {
    const observed = observedAt(input.genotypes, person.id, locus.name)
    if (isX && person.sex === 'unknown') {
      refuse(
        'sex-unknown-at-x',
        `The X locus ${locus.name} needs the sex of "${person.id}": state it or leave the locus out.`,
      )
    }
    if (!observed) continue
    const dropout = Object.hasOwn(input.dropout ?? {}, person.id) ? input.dropout![person.id]! : 0
    const isHemizygous = isX && person.sex === 'male'
    const evidence = readEvidence(
      { person: person.id, locus: locus.name, observed, isHemizygous, dropout },
      ladder,
    )
    if (evidence) found.set(person.id, evidence)
  }
  return found
}

/** The locus as a ladder; refuses what the engine does not compute. */
export function ladderOf(locus: Locus): Ladder {
  if (locus.chrom !== 'autosomal' && locus.chrom !== 'X') {
    refuse(
      'chromosome-not-supported',
      `Locus ${locus.name} lies on ${locus.chrom}; leave it out and weigh it as a lineage marker.`,
    )
  }
  return fullLadder(locus)
}

function observedAt(genotypes: Genotypes, id: string, locus: string): (string | null)[] | undefined {
  if (!Object.hasOwn(genotypes, id)) return undefined
  const profile = genotypes[id]!
  return Object.hasOwn(profile, locus) ? profile[locus] : undefined
}
