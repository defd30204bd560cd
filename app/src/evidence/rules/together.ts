import type { Locus } from '@sandsage/kinship'
import { pairwise } from '@sandsage/kinship/search'
import { relationships, type Together } from '../model/search.ts'
import { toLog } from './finding.ts'
import { byRatio, chanceOf, onlyAt, type SearchEvidence } from './search.ts'

type Kin = Together['kin'][number]
export type ComparedTogether = { kin: Map<string, Kin[]>; chance: Map<string, Together['chance']> }

/** Kept for a child: a search of thousands has many chance likenesses. */
const KEPT_KIN = 10
/** log10 of the ratio below which a pair is not listed: ten to one, as for a claim in a joint identification. */
const LEAST_KIN = 1
/** Profiles up to which what chance would do is counted too: it takes a distribution for each child. */
const COUNTED = 200

/** What only all children of a search together can say: who of them are kin, and what chance alone would give. */
export const compareTogether = (evidence: SearchEvidence, loci: Locus[]): ComparedTogether => ({
  kin: compareKin(evidence, loci),
  chance: chanceOf(evidence, loci),
})

/** For each child the others who are closest, each by the relationship that fits the two best. */
function compareKin({ profiles, parameters }: SearchEvidence, loci: Locus[]): Map<string, Kin[]> {
  const typed = onlyAt(Object.fromEntries(profiles.map(({ id, genotypes }) => [id, genotypes])), loci)
  const { pairs } = pairwise({
    ...{
      loci,
      theta: parameters.theta,
      relationships: [...relationships],
      top: KEPT_KIN,
      lowest: LEAST_KIN,
    },
    profiles: profiles.map(({ id, sex }) => ({ id, sex, genotypes: typed[id]! })),
    chance: profiles.length <= COUNTED ? 'search' : 'none',
  })
  const best = new Map<string, (typeof pairs)[number]>()
  for (const pair of pairs) {
    const key = [pair.a, pair.b].sort().join(' ')
    if ((best.get(key)?.log10LR ?? Number.NEGATIVE_INFINITY) < pair.log10LR) best.set(key, pair)
  }
  const kin = new Map(profiles.map(({ id }): [string, Kin[]] => [id, []]))
  for (const { a, b, relationship, log10LR, loci: shared, expectedByChance } of best.values()) {
    const found = {
      ...{ relationship: relationship as Kin['relationship'], log10LR: toLog(log10LR), loci: shared },
      expectedByChance,
    }
    kin.get(a)!.push({ child: b, ...found })
    kin.get(b)!.push({ child: a, ...found })
  }
  for (const list of kin.values()) list.sort(byRatio).splice(KEPT_KIN)
  return kin
}
