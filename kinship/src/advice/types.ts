import type { DisabledMutations } from '../power/still-loci.ts'
import type { Genotypes, Locus, Person } from '../types.ts'

/** A relative who could be asked for a sample. */
export type Reachable = {
  id: string
  /** In any unit; 1 when absent. */
  cost?: number
  /** Probability that they are found and come, independent of the others; 1 when absent. */
  likely?: number
}

/** A Y or mitochondrial haplotype still to be read: constant along a line, shared by few outside it. */
export type LineageTest = {
  /** How likely somebody outside the line shows the same haplotype; of a haplotype nobody knows yet, an average. */
  matchProbability: number
  /** Relatives whose haplotype is known already. */
  typed?: string[]
}

/**
 * What the laboratory could add: further loci (autosomal, X), haplotypes. It is run on the missing person, on
 * everybody newly tested and on those typed before (`retest`).
 */
export type Kit = {
  id: string
  loci?: Locus[]
  Y?: LineageTest
  MT?: LineageTest
  /** For each sample it is run on; 0 when absent. */
  cost?: number
}

export type AdviceInput = {
  loci: Locus[]
  theta?: number
  dropout?: Record<string, number>
  pedigrees: Person[][]
  /** Whom the family looks for; not typed. */
  missing: string
  genotypes: Genotypes
  reachable: Reachable[]
  /** Besides the loci alone, which are always a choice. */
  kits?: Kit[]
  /** Typed relatives whose sample can be tested further; when absent, all whose profile has no drop-out. */
  retest?: string[]
  /** The LR that is asked for, above 1. */
  threshold: number
  /** Profiles simulated for each plan; 1,000 when absent. */
  nsim?: number
  seed: number
  disableMutations?: DisabledMutations
}

/** What testing some relatives with a kit would bring. */
export type Plan = {
  /** Ids of the relatives to be tested. */
  test: string[]
  /** `null`: the loci alone. */
  kit: string | null
  /** Mean log10 LR when the claim is true, and its standard error, 0 when exact. */
  expectedLog10LR: number
  expectedError: number
  /** Chance that LR reaches the threshold when the claim is true and all of them are tested. */
  pass: number
  /** Its standard error; of an exact plan the distance to its strict bounds. */
  passError: number
  /** The same, given how likely each of them is to come. */
  chance: number
  /** Chance that LR is at most 1 / threshold when the person is a stranger. */
  refuted: number
  refutedError: number
  /** Chance that a stranger is excluded at a locus or by a haplotype; mutation is left out where it may be. */
  excluded: number
  /** Chance that a stranger reaches the threshold. */
  falsePass: number
  cost: number
  isExact: boolean
}

/** A line of descent, and who shares the missing person's, of those who can be tested or have been. */
export type SharedLine = { marker: 'Y' | 'MT'; kit: string; people: string[] }

/** The parts of a sentence; an app words it in its reader's language. Chances are those of `Plan.chance`. */
export type Saying =
  /** Nothing more needs to be tested. */
  | { code: 'enough-already'; chance: number }
  /** "Test X and add mtDNA: from 53 % to 91 %." */
  | { code: 'test'; test: string[]; kit: string | null; from: number; to: number; cost: number }
  /** No plan makes an answer likely. */
  | { code: 'answer-unlikely'; chance: number }
  /** "A third cousin adds nothing." `gain`: the most their test adds to the chance, alone or beside all others. */
  | { code: 'adds-nothing'; person: string; relationship: string; gain: number }
  /** "Y adds nothing: nobody shares the line." */
  | { code: 'no-shared-line'; kit: string; marker: 'Y' | 'MT' }
  /** "More loci add nothing." */
  | { code: 'kit-adds-nothing'; kit: string; gain: number }

export type Advice = {
  /** Every plan looked at, cheapest first. */
  plans: Plan[]
  /** What is known today: nobody new, the loci alone. */
  now: Plan
  /** The plan with the best chance, the cheapest of those as good within their errors. */
  best: Plan
  /** Plans no other beats in both cost and chance, cheapest first. */
  front: Plan[]
  lines: SharedLine[]
  sayings: Saying[]
  /** Whether every choice of relatives was looked at; else they were added one by one. */
  isExhaustive: boolean
  seed: number
  /** Loci at which mutation was left out of account. */
  withoutMutation: string[]
}
