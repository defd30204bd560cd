import { linesOf } from '../lineage/lines.ts'
import { refuse } from '../refusal.ts'
import type { AdviceInput, Kit, LineageTest, SharedLine } from './types.ts'

export type LineMarker = 'Y' | 'MT'

/** The relatives who share the missing person's paternal or maternal line, by the pedigrees. */
function sharersOf({ pedigrees, missing }: AdviceInput, marker: LineMarker): Set<string> {
  const everybody = pedigrees.flat()
  const person = everybody.find(({ id }) => id === missing)
  if (marker === 'Y' && person?.sex !== 'male') return new Set()
  const carriers = everybody.filter(({ sex }) => marker === 'MT' || sex === 'male').map(({ id }) => id)
  const lines = linesOf({ name: 'related', pedigrees }, marker, carriers)
  const line = lines.find(({ typed }) => typed.includes(missing))
  return new Set(line?.typed.filter((id) => id !== missing))
}

/** The lines the kits ask about, and who shares them of those who can be tested or have been. */
export function sharedLines(input: AdviceInput): SharedLine[] {
  const sampled = [...input.reachable.map(({ id }) => id), ...Object.keys(input.genotypes)]
  return (input.kits ?? []).flatMap((kit) =>
    markersOf(kit).map(({ marker, test }) => {
      const sharers = sharersOf(input, marker)
      const people = new Set([...sampled, ...(test.typed ?? [])])
      return { marker, kit: kit.id, people: [...people].filter((id) => sharers.has(id)) }
    }),
  )
}

function markersOf({ Y, MT }: Kit): { marker: LineMarker; test: LineageTest }[] {
  return [
    ...(Y ? [{ marker: 'Y' as const, test: Y }] : []),
    ...(MT ? [{ marker: 'MT' as const, test: MT }] : []),
  ]
}

/**
 * How likely a stranger's haplotypes match all lines that are tested: then LR is multiplied by 1 / that, else the
 * stranger is excluded. A member of the line always matches: mutation in it is left out of account.
 *
 * @param sampled relatives whose samples the kit is run on
 * @returns 1 where no tested relative shares a line, so that the haplotypes say nothing
 */
export function lineageMatch(lines: SharedLine[], kit: Kit | null, sampled: string[]): number {
  if (!kit) return 1
  return markersOf(kit).reduce((product, { marker, test }) => {
    const line = lines.find((one) => one.kit === kit.id && one.marker === marker)
    const known = new Set([...sampled, ...(test.typed ?? [])])
    return line?.people.some((id) => known.has(id)) ? product * test.matchProbability : product
  }, 1)
}

/** @throws KinshipRefusal `match-probability` */
export function checkLineage(kit: Kit): void {
  for (const { test } of markersOf(kit)) {
    if (test.matchProbability > 0 && test.matchProbability <= 1) continue
    refuse(
      'match-probability',
      `The match probability of the haplotypes of kit "${kit.id}" must be above 0 and at most 1.`,
    )
  }
}
