import { completePedigree } from '../pedigree.ts'
import { refuse } from '../refusal.ts'
import type { Genotypes, Hypothesis, Locus, Person } from '../types.ts'
import { bothEvidence, type Evidence, type Observation, observe, readEvidence } from './evidence.ts'
import { type FullLadder, fullLadder, type WorkingLadder, workingLadder } from './ladder.ts'

/** A hypothesis: everybody in it, parents before offspring, monozygotic twins as one. */
export type Family = {
  name: string
  people: Person[]
  /** Everybody's place in `people`; twins share one. */
  placeOf: Map<string, number>
}

/** A locus as its table gives it. */
export type PreparedLocus = { locus: Locus; full: FullLadder; isX: boolean }

/** What was observed, as far as a case says it. */
export type Observed = { genotypes: Genotypes; dropout?: Record<string, number> }

/** A typed person: all that was observed of them. */
export type Profile = { person: string; alleles: Genotypes[string]; dropout: number }

/** One locus with what everybody shows of it. */
export type LocusReading = {
  prepared: PreparedLocus
  ladder: WorkingLadder
  /** Of the typed people, in the order of their profiles; `null` where the locus was not seen. */
  observations: (Observation | null)[]
  /** What they show, where both sexes have two alleles. */
  evidence: (Evidence | null)[]
}

/** All people of a hypothesis; refuses somebody who stands in two components. */
export function familyOf(hypothesis: Hypothesis): Family {
  // Results are objects by name, where this one name cannot stand.
  if (hypothesis.name === '__proto__')
    refuse('hypothesis-name', 'A hypothesis cannot be named "__proto__": choose another name.')
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
  const leaderPlace = new Map(leaders.map(({ id }, i) => [id, i]))
  return {
    name,
    people: leaders.map((person) => ({
      ...person,
      father: leaderOf(person.father),
      mother: leaderOf(person.mother),
    })),
    placeOf: new Map(people.map(({ id }) => [id, leaderPlace.get(standsFor.get(id)!)!])),
  }
}

/** Refuses a typed person whom a hypothesis does not place: the ratio would compare different evidence. */
export function checkTypedPeople(genotypes: Genotypes, families: Family[]): void {
  for (const id of Object.keys(genotypes)) {
    for (const { name, placeOf } of families) {
      if (placeOf.has(id) || !isTyped(genotypes[id]!)) continue
      refuse(
        'typed-person-not-placed',
        `"${id}" is typed but has no place in hypothesis ${name}: add them there (alone, if unrelated), or remove their profile.`,
      )
    }
  }
}

/** Refuses a typed person who has one X under one hypothesis and two under another. */
export function checkSameSex(readings: LocusReading[], families: Family[]): void {
  for (const { prepared, observations } of readings) {
    if (!prepared.isX) continue
    for (const observation of observations) {
      if (!observation || observation.known.length === 0) continue
      const sexes = families.map(({ people, placeOf }) => people[placeOf.get(observation.person)!]!.sex)
      if (new Set(sexes).size < 2) continue
      refuse(
        'sex-differs',
        `"${observation.person}" is ${sexes[0]} under hypothesis ${families[0]!.name} and not under another: the X locus ${prepared.locus.name} needs one sex.`,
      )
    }
  }
}

function isTyped(profile: Genotypes[string]): boolean {
  return Object.values(profile).some((alleles) => alleles.some((allele) => allele !== null))
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

/** Everybody who is typed. */
export function profilesOf({ genotypes, dropout = {} }: Observed): Profile[] {
  return Object.keys(genotypes).map((person) => ({
    person,
    alleles: genotypes[person]!,
    dropout: Object.hasOwn(dropout, person) ? dropout[person]! : 0,
  }))
}

/** The locus with the alleles that are shown, on a ladder without what makes no difference. */
export function readLocus(prepared: PreparedLocus, profiles: Profile[]): LocusReading {
  const { locus, full, isX } = prepared
  const seen: boolean[] = new Array(full.size).fill(false)
  const observations = profiles.map((profile) => observe(profile, locus.name, full))
  for (const observation of observations) {
    if (observation) for (const allele of observation.known) seen[allele] = true
  }
  const ladder = workingLadder(full, seen)
  const evidence = isX ? [] : observations.map((one) => one && readEvidence(one, ladder, false))
  return { prepared, ladder, observations, evidence }
}

/** What each person of a family shows at a locus, by their place; `null` when nothing. */
export function evidenceOf(reading: LocusReading, { people, placeOf }: Family): (Evidence | null)[] {
  const { prepared, ladder, observations } = reading
  if (prepared.isX) checkSexes(people, prepared.locus.name)
  const evidence: (Evidence | null)[] = new Array(people.length).fill(null)
  for (let i = 0; i < observations.length; i++) {
    const observation = observations[i]
    const place = observation ? placeOf.get(observation.person) : undefined
    if (!observation || place === undefined) continue
    const found = prepared.isX
      ? readEvidence(observation, ladder, people[place]!.sex === 'male')
      : reading.evidence[i]!
    evidence[place] = evidence[place] ? bothEvidence(evidence[place], found) : found
  }
  return evidence
}

function checkSexes(people: Person[], locus: string): void {
  const person = people.find(({ sex }) => sex === 'unknown')
  if (!person) return
  refuse(
    'sex-unknown-at-x',
    `The X locus ${locus} needs the sex of "${person.id}": state it or leave the locus out.`,
  )
}
