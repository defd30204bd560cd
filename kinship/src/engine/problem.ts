import { completePedigree } from '../pedigree.ts'
import { refuse } from '../refusal.ts'
import type { Genotypes, Hypothesis, Locus, Person } from '../types.ts'
import { bothEvidence, type Evidence, knownAlleles, type Observation, readEvidence } from './evidence.ts'
import { type FullLadder, fullLadder, type WorkingLadder, workingLadder } from './ladder.ts'

/** A hypothesis: everybody in it, parents before offspring, monozygotic twins as one. */
export type Family = {
  name: string
  people: Person[]
  /** For each of `people`, the ids that stand for them: one, or several twins. */
  members: string[][]
}

/** A locus as its table gives it. */
export type PreparedLocus = { locus: Locus; full: FullLadder; isX: boolean }

/** What was observed, as far as a case says it. */
export type Observed = { genotypes: Genotypes; dropout?: Record<string, number> }

/** One locus with what everybody shows of it. */
export type LocusReading = PreparedLocus & {
  ladder: WorkingLadder
  observations: { observation: Observation; known: number[] }[]
}

/** All people of a hypothesis; refuses somebody who stands in two components. */
export function familyOf(hypothesis: Hypothesis): Family {
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
  return withTwinsMerged(hypothesis.name, people)
}

/** Monozygotic twins have one genome: the first of them stands for all, so parents still come first. */
function withTwinsMerged(name: string, people: Person[]): Family {
  const standsFor = new Map(people.map(({ id }) => [id, id]))
  const place = new Map(people.map(({ id }, i) => [id, i]))
  for (const { id, twinOf } of people) {
    if (twinOf == null) continue
    const pair = [standsFor.get(id)!, standsFor.get(twinOf)!]
    pair.sort((a, b) => place.get(a)! - place.get(b)!)
    for (const [member, leader] of standsFor) if (leader === pair[1]) standsFor.set(member, pair[0]!)
  }
  const leaders = people.filter(({ id }) => standsFor.get(id) === id)
  const leaderOf = (id: string | null) => (id === null ? null : standsFor.get(id)!)
  return {
    name,
    people: leaders.map((person) => ({
      ...person,
      father: leaderOf(person.father),
      mother: leaderOf(person.mother),
    })),
    members: leaders.map(({ id }) =>
      people.filter((one) => standsFor.get(one.id) === id).map((one) => one.id),
    ),
  }
}

/** Refuses a typed person whom a hypothesis does not place: the ratio would compare different evidence. */
export function checkTypedPeople(genotypes: Genotypes, families: Family[]): void {
  for (const [id, profile] of Object.entries(genotypes)) {
    if (!Object.values(profile).some((alleles) => alleles.some((allele) => allele !== null))) continue
    for (const { name, members } of families) {
      if (members.some((ids) => ids.includes(id))) continue
      refuse(
        'typed-person-not-placed',
        `"${id}" is typed but has no place in hypothesis ${name}: add them there (alone, if unrelated), or remove their profile.`,
      )
    }
  }
}

/** The locus as a ladder; refuses what the engine does not compute. */
export function prepareLocus(locus: Locus): PreparedLocus {
  if (locus.chrom !== 'autosomal' && locus.chrom !== 'X') {
    refuse(
      'chromosome-not-supported',
      `Locus ${locus.name} lies on ${locus.chrom}; leave it out and weigh it as a lineage marker.`,
    )
  }
  return { locus, full: fullLadder(locus), isX: locus.chrom === 'X' }
}

/** The locus with the alleles that are shown, on a ladder without what makes no difference. */
export function readLocus(prepared: PreparedLocus, { genotypes, dropout = {} }: Observed): LocusReading {
  const { locus, full } = prepared
  const seen = new Uint8Array(full.size)
  const observations: LocusReading['observations'] = []
  for (const person of Object.keys(genotypes)) {
    const profile = genotypes[person]!
    if (!Object.hasOwn(profile, locus.name)) continue
    const observation: Observation = {
      person,
      locus: locus.name,
      observed: profile[locus.name]!,
      dropout: Object.hasOwn(dropout, person) ? dropout[person]! : 0,
    }
    const known = knownAlleles(observation, full)
    for (const allele of known) seen[allele] = 1
    observations.push({ observation, known })
  }
  return { ...prepared, ladder: workingLadder(full, seen), observations }
}

/** What each person of a family shows at a locus, by their index; `null` when nothing. */
export function evidenceOf(reading: LocusReading, family: Family): (Evidence | null)[] {
  const { locus, ladder, observations, isX } = reading
  return family.people.map((person, i) => {
    if (isX && person.sex === 'unknown') {
      refuse(
        'sex-unknown-at-x',
        `The X locus ${locus.name} needs the sex of "${person.id}": state it or leave the locus out.`,
      )
    }
    let evidence: Evidence | null = null
    for (const { observation, known } of observations) {
      if (!family.members[i]!.includes(observation.person)) continue
      const isHemizygous = isX && person.sex === 'male'
      evidence = bothEvidence(evidence, readEvidence(observation, known, ladder, isHemizygous))
    }
    return evidence
  })
}
