import { buildIndex, type NameComparison, type NameIndex, type PartComparison, search } from '@sandsage/names'
import type { Description, Names } from '../casefile/model.ts'
import type { Sought } from './model.ts'
import { contradicts, type Reason, weighPair } from './rules.ts'

export type Listed = { id: string; description: Description }
export type Asked = { relative: string; at: number; sought: Sought }
export type Pair = { child: string; relative: string; at: number; log10LR: number; reasons: Reason[] }

/** Nobody decides over more than this many suggestions for one sought child; the likeliest are shown. */
const MOST_PER_SOUGHT = 8

/**
 * Every pair of a sought and a found child that is worth a look and that nobody has decided on, the likeliest
 * first. Suggests, never concludes.
 */
export function findPairs(
  asked: Asked[],
  children: Listed[],
  isUndecided: (pair: Pair) => boolean = () => true,
): Pair[] {
  const names = indexOf(children, ({ description }) => description.names)
  const mothers = indexOf(children, ({ description }) => description.mother)
  const pairs = asked.flatMap((one) =>
    pairsOf(one, children, names, mothers).filter(isUndecided).slice(0, MOST_PER_SOUGHT),
  )
  return pairs.sort((a, b) => b.log10LR - a.log10LR || (a.child + a.relative < b.child + b.relative ? -1 : 1))
}

const indexOf = (children: Listed[], namesOf: (child: Listed) => Names | undefined): NameIndex =>
  buildIndex(
    children.flatMap((child) => Object.values(namesOf(child) ?? {}).map((name) => ({ id: child.id, name }))),
  )

function pairsOf(
  { relative, at, sought }: Asked,
  children: Listed[],
  names: NameIndex,
  mothers: NameIndex,
): Pair[] {
  const possible = children.filter((child) => !contradicts(sought.sex, child.description.sex))
  const ids = new Set(possible.map((child) => child.id))
  const byName = bestOf(names, sought.name, ids)
  const byMother = sought.mother ? bestOf(mothers, sought.mother, ids) : new Map<string, NameComparison>()
  return possible
    .flatMap(({ id, description }) => {
      const said = {
        name: inOrder(byName.get(id)),
        mother: byMother.has(id) ? inOrder(byMother.get(id)) : undefined,
      }
      const weighed = weighPair(sought, description, said)
      return weighed ? [{ child: id, relative, at, ...weighed }] : []
    })
    .sort((a, b) => b.log10LR - a.log10LR)
}

/** For each child the comparison with the best fitting of its spellings. */
function bestOf(index: NameIndex, query: string, ids: Set<string>): Map<string, NameComparison> {
  const best = new Map<string, NameComparison>()
  for (const { id, comparison } of search(
    index.filter((one) => ids.has(one.id)),
    query,
    index.length,
  )) {
    if (!best.has(id)) best.set(id, comparison)
  }
  return best
}

/** The reasons that say most come first; parts that only one of the two names has say nothing. */
const inOrder = (comparison: NameComparison | undefined): PartComparison[] =>
  (comparison?.parts ?? []).filter((part) => part.verdict !== 'missing').sort((a, b) => b.log10LR - a.log10LR)
