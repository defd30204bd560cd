import { KinshipRefusal, lociFrom } from '@sandsage/kinship'
import {
  type AdviceInput,
  advise,
  type Advice as Found,
  type Plan as FoundPlan,
} from '@sandsage/kinship/advice'
import { refuse } from '../../platform/refusal.ts'
import { type Advice, type KitCosts, Plan, Saying } from '../model/advice.ts'
import type { DrawnPerson } from '../model/family.ts'
import type { Genotypes } from '../model/samples.ts'
import { AGREEING, kitContents, LINE_SHARED, USUAL_LOCI } from '../rules/advice.ts'
import { components } from '../rules/family.ts'
import { SUPPORTED, toLog } from '../rules/finding.ts'
import { getPublished } from './tables.ts'

export type AdviceQuestion = {
  people: DrawnPerson[]
  child: string
  asked: { person: string; cost: number; likely: boolean }[]
  genotypes: Record<string, Genotypes>
  parameters: Advice['parameters']
  kitCosts: KitCosts
  seed: number
}
export type Advised = Pick<Advice, 'now' | 'plans' | 'best' | 'front' | 'sayings'>

/** Enough that a chance is known to about two in a hundred, and answered while somebody waits. */
const PROFILES = 500

/** The advice of the science for one child of a family, in the house's terms. Refuses by name what has no answer. */
export function adviceOn(question: AdviceQuestion): Advised {
  const { now, plans, best, front, sayings } = orRefuse(() => advise(toInput(question)))
  return {
    ...{ now: toPlan(now), plans: plans.map(toPlan), best: toPlan(best), front: front.map(toPlan) },
    sayings: sayings.map(toSaying),
  }
}

function orRefuse(work: () => Found): Found {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof KinshipRefusal) return refuse('engine-refused', { because: cause.message })
    throw cause
  }
}

const toPlan = (plan: FoundPlan): Plan =>
  Plan.parse({ ...plan, expectedLog10LR: toLog(plan.expectedLog10LR) })

/** In the house's terms alone; what the science calls a person is not kept, for the drawing says it. */
const toSaying = (saying: Found['sayings'][number]): Saying => Saying.parse(saying)

function toInput(question: AdviceQuestion): AdviceInput {
  const { people, child, asked, genotypes, parameters, kitCosts, seed } = question
  const published = getPublished(parameters.table)
  const lociNamed = (names: string[]) =>
    lociFrom(published, {
      names,
      mutation: parameters.mutation,
      minimumFrequency: parameters.minimumFrequency,
      observed: genotypes,
    }).map(({ addedAlleles: _, publishedSum: __, ...locus }) => locus)
  const typed = Object.values(genotypes).flatMap((profile) => Object.keys(profile))
  const base = new Set([...USUAL_LOCI, ...typed].filter((locus) => published.loci[locus]))
  const more = Object.keys(published.loci).filter((locus) => !base.has(locus))
  const isBoy = people.find((person) => person.id === child)?.sex === 'male'
  return {
    ...{ loci: lociNamed([...base]), theta: parameters.theta, missing: child, seed, nsim: PROFILES },
    pedigrees: components(people).map((part) =>
      part.map(({ id, father, mother, sex }) => ({ id, father, mother, sex })),
    ),
    genotypes: onlyLoci(genotypes, base),
    reachable: asked.map(({ person, cost, likely }) => ({
      ...{ id: person, cost, likely: likely ? AGREEING.likely : AGREEING.unlikely },
    })),
    kits: kitContents(kitCosts)
      .filter(({ line }) => line !== 'Y' || isBoy)
      .map(({ id, more: hasMore, line, cost }) => ({
        ...{ id, cost, ...(hasMore && { loci: lociNamed(more) }) },
        ...(line && { [line]: { matchProbability: LINE_SHARED } }),
      })),
    threshold: 10 ** SUPPORTED,
  }
}

const onlyLoci = (genotypes: Record<string, Genotypes>, loci: Set<string>) =>
  Object.fromEntries(
    Object.entries(genotypes).map(([person, profile]) => [
      person,
      Object.fromEntries(Object.entries(profile).filter(([locus]) => loci.has(locus))),
    ]),
  )
