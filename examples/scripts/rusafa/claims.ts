import { getPerson, type Names } from './family.ts'
import { readSource } from './table.ts'

export type Claim = { claimant: string; child: string; relation: string }

/** What relatives say they are to a child, true or not. */
export const claims: Claim[] = readSource('claims.tsv').flatMap((row) =>
  row.children!.split(',').map((child) => ({ claimant: row.claimant!, child, relation: row.relation! })),
)

export const relationWords: Record<string, Names> = Object.fromEntries(
  readSource('relations.tsv').map(({ relation, ...words }) => [relation, words]),
)

/** What somebody truly is to a child by the pedigree: one of the relations of `relations.tsv`, or undefined. */
export function trueRelation(claimant: string, childId: string): string | undefined {
  const child = getPerson(childId)
  if (child.mother === claimant) return 'mother'
  for (const [parentId, side] of [
    [child.mother, 'maternal'],
    [child.father, 'paternal'],
  ] as const) {
    const parent = getPerson(parentId)
    if (!parent.mother) continue
    if (parent.mother === claimant) return `${side}-grandmother`
    if (parent.father === claimant) return `${side}-grandfather`
    const other = getPerson(claimant)
    if (other.id !== parentId && other.mother === parent.mother && other.father === parent.father)
      return `${side}-${other.sex === 'female' ? 'aunt' : 'uncle'}`
  }
  return undefined
}
