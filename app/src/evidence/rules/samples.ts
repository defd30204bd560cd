import type { Sex } from '../../casefile/model.ts'
import type { Genotypes, KitState } from '../model/samples.ts'

/**
 * Something to say about one sample of a laboratory's file, in words under `evidence.problem.<code>`; `row`: where
 * it stands in the file, counted from 1.
 */
export type SampleProblem = { code: string; locus?: string; said?: string; row?: number }

/** One sample as read: its genotypes under standard locus names, the sex it shows, and what the reader met on the way. */
export type ReadSample = {
  name: string
  genotypes: Genotypes
  sex?: 'male' | 'female'
  problems: SampleProblem[]
}

/** What the house knows about the person a sample is said to be of. */
export type Owner = {
  person: string
  kitState: KitState
  consented: boolean
  sex: Sex
  recorded: Genotypes | undefined
}

export type SamplePlan = {
  sample: string
  kit: string
  person: string | null
  loci: number
  /** Each of these keeps the sample out until somebody has dealt with it. */
  stops: SampleProblem[]
  notes: SampleProblem[]
}

/** Faults of reading that make the whole sample doubtful; the others only cost a locus. */
const STOPPING = new Set(['conflicting-duplicate', 'sample-unreadable'])
/** More than two alleles at one locus happens (a duplication); at two or more it is another person's DNA. */
const MIXTURE_FROM = 2

/** What would be imported of a sample and what keeps it out. `owner` undefined: nobody was issued that kit. */
export function planSample(
  sample: ReadSample,
  kit: string,
  owner: Owner | undefined,
  others: ReadSample[],
): SamplePlan {
  const tooMany = sample.problems.filter((problem) => problem.code === 'too-many-alleles').length
  const stops = sample.problems.filter((problem) => STOPPING.has(problem.code))
  if (tooMany >= MIXTURE_FROM) stops.push({ code: 'mixture', said: String(tooMany) })
  if (Object.keys(sample.genotypes).length === 0) stops.push({ code: 'nothing-read' })
  if (others.some((other) => other.name === sample.name)) stops.push({ code: 'sample-twice' })
  stops.push(...(owner ? ownerStops(sample, owner) : [{ code: 'unknown-kit', said: kit }]))
  const notes = sample.problems.filter((problem) => !STOPPING.has(problem.code))
  const twin = others.find(
    (other) => other.name !== sample.name && isSameProfile(sample.genotypes, other.genotypes),
  )
  if (twin) notes.push({ code: 'same-as-sample', said: twin.name })
  const loci = Object.keys(sample.genotypes).length
  return { sample: sample.name, kit, person: owner?.person ?? null, loci, stops, notes }
}

function ownerStops(sample: ReadSample, owner: Owner): SampleProblem[] {
  const stops: SampleProblem[] = []
  if (owner.kitState === 'seal-broken') stops.push({ code: 'kit-seal-broken' })
  else if (owner.kitState !== 'opened') stops.push({ code: 'kit-not-opened' })
  if (!owner.consented) stops.push({ code: 'no-consent' })
  if (sample.sex && owner.sex !== 'unknown' && sample.sex !== owner.sex)
    stops.push({ code: 'sex-contradicts', said: amelogenin[sample.sex] })
  const differs = owner.recorded ? differingLoci(owner.recorded, sample.genotypes) : []
  if (differs.length > 0) stops.push({ code: 'profile-differs', said: differs.join(', ') })
  else if (owner.recorded && isWithin(sample.genotypes, owner.recorded))
    stops.push({ code: 'already-recorded' })
  return stops
}

/** What the sex marker shows. */
const amelogenin = { male: 'X, Y', female: 'X' }

/** `12` seen once and `12, 12` are the same observation; the order of two alleles says nothing. */
export const sameGenotype = (a: string[], b: string[]): boolean => inOrder(a) === inOrder(b)
const inOrder = (alleles: string[]): string =>
  (alleles.length === 1 ? [alleles[0], alleles[0]] : [...alleles].sort()).join('/')

/** Loci typed twice for one person with different results. */
export const differingLoci = (a: Genotypes, b: Genotypes): string[] =>
  Object.keys(a)
    .filter((locus) => b[locus] && !sameGenotype(a[locus]!, b[locus]))
    .sort()

const isWithin = (part: Genotypes, whole: Genotypes): boolean =>
  Object.keys(part).every((locus) => whole[locus] && sameGenotype(part[locus]!, whole[locus]))
const isSameProfile = (a: Genotypes, b: Genotypes): boolean =>
  Object.keys(a).length >= 8 && isWithin(a, b) && isWithin(b, a)
