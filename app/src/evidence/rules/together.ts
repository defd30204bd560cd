import { type Hypothesis, type Locus, type Person, prepareLikelihoodRatio } from '@sandsage/kinship'
import type { DrawnPerson } from '../model/family.ts'
import type { Joint, Position, Together } from '../model/search.ts'
import { pointsTo, toLog } from './finding.ts'
import type { SearchEvidence } from './search.ts'

export type TogetherEvidence = Omit<SearchEvidence, 'positions'> & {
  families: { family: string; people: DrawnPerson[]; missing: string[] }[]
  placed: Position[]
}
type Kin = Together['kin'][number]
export type ComparedTogether = {
  kin: Map<string, Kin[]>
  joint: (Joint & { of: Map<string, NonNullable<Together['joint']>> }) | null
  because?: string
}

/** Pairs kept for a child: brothers, sisters and the like; a search of thousands has many chance likenesses. */
const KEPT_KIN = 10

const alone = (id: string): Person => ({ id, father: null, mother: null, sex: 'unknown' })
const couple = (tag: string): Person[] => [
  { id: `father${tag}`, father: null, mother: null, sex: 'male' },
  { id: `mother${tag}`, father: null, mother: null, sex: 'female' },
]
const born = (id: string, father: string, mother: string): Person => ({ id, father, mother, sex: 'unknown' })

/** How two children may be kin when no parent is there. */
const kinships: Hypothesis[] = [
  {
    name: 'siblings',
    pedigrees: [[...couple(''), born('a', 'father', 'mother'), born('b', 'father', 'mother')]],
  },
  {
    name: 'half-siblings',
    pedigrees: [
      [
        ...couple('1'),
        ...couple('2').slice(0, 1),
        born('a', 'father1', 'mother1'),
        born('b', 'father2', 'mother1'),
      ],
    ],
  },
  { name: 'unrelated', pedigrees: [[alone('a')], [alone('b')]] },
]

/** All children of a search with each other, and all of them with all families at once. */
export function compareTogether(evidence: TogetherEvidence, loci: Locus[]): ComparedTogether {
  return { kin: compareKin(evidence, loci), joint: null, because: 'not-computed' }
}

function compareKin({ profiles, parameters }: TogetherEvidence, loci: Locus[]): Map<string, Kin[]> {
  const weigh = prepareLikelihoodRatio({ loci, theta: parameters.theta, hypotheses: kinships })
  const kin = new Map(profiles.map(({ id }): [string, Kin[]] => [id, []]))
  for (const [place, a] of profiles.entries())
    for (const b of profiles.slice(place + 1)) {
      const { log10LR } = weigh({ genotypes: { a: a.genotypes, b: b.genotypes } })
      const shared = loci.filter(({ name }) => a.genotypes[name] && b.genotypes[name]).length
      const [relationship, best] =
        log10LR.siblings! >= log10LR['half-siblings']!
          ? ['siblings' as const, log10LR.siblings!]
          : ['half-siblings' as const, log10LR['half-siblings']!]
      if (pointsTo(best) !== 'claim') continue
      const found = { relationship, log10LR: toLog(best), loci: shared }
      kin.get(a.id)!.push({ child: b.id, ...found })
      kin.get(b.id)!.push({ child: a.id, ...found })
    }
  for (const list of kin.values()) list.sort((x, y) => Number(y.log10LR) - Number(x.log10LR)).splice(KEPT_KIN)
  return kin
}
