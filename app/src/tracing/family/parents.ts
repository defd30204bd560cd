import { keyOf } from '../text.ts'
import { addLink, addPerson, type Draft, type Source } from './graph.ts'

/** Somebody named a child's mother or father; `requester` where they named themselves. */
export type ParentClaim = {
  role: 'mother' | 'father'
  child: string
  name: string
  /** The request or the file it was said in: there one name is one person. */
  group: string
  row: number
  source: Source
  requester?: string
}

/** Claims about one person: of the same child, or of the same name said by the same person. */
function together(claims: ParentClaim[]): ParentClaim[][] {
  const groups: ParentClaim[][] = []
  for (const claim of claims) {
    const same = (other: ParentClaim) =>
      other.child === claim.child || (other.group === claim.group && keyOf(other.name) === keyOf(claim.name))
    const near = groups.filter((group) => group.some(same))
    for (const group of near) groups.splice(groups.indexOf(group), 1)
    groups.push([...near.flat(), claim])
  }
  return groups
}

/**
 * One person above each group of claims. Who says to be the mother is the mother that was named, unless two say so:
 * then both are drawn, and beside them the one who was only named.
 */
export function drawParents(draft: Draft, role: 'mother' | 'father', claims: ParentClaim[]): void {
  for (const group of together(claims)) {
    const requesters = [...new Set(group.flatMap((one) => one.requester ?? []))]
    const only = requesters.length === 1 ? requesters[0] : undefined
    const key = only ?? `${role} ${group[0]!.child}`
    const named = only ? group : group.filter((one) => !one.requester)
    if (named.length)
      addPerson(draft, {
        ...{ key, kind: role, file: null, names: null, written: [...new Set(named.map((one) => one.name))] },
        ...{ sex: role === 'mother' ? 'female' : 'male', above: group[0]!.row },
      })
    for (const { child, source, requester } of group)
      addLink(draft, {
        ...{ from: requester ?? key, to: child, role, word: null, said: [source], confirmed: null },
      })
  }
}
