import { candidatesOf, type JointInput } from '../../joint/index.ts'

/**
 * The assignments that the pairings allow and the genotypes do not, in alphabetical order, `*` last.
 *
 * @param possible the other ones
 * @param count how many assignments the pairings allow
 */
export function impossibleAssignments(input: JointInput, possible: string[][], count: number): string[][] {
  if (possible.length >= count) return []
  const isPossible = new Set(possible.map((one) => one.join('\n')))
  const options = candidatesOf(input).map(({ targets }) =>
    targets.sort((a, b) => Number(a === '*') - Number(b === '*') || (a < b ? -1 : 1)),
  )
  const found: string[][] = []
  const chosen: string[] = []
  const choose = (person: number): void => {
    const own = options[person]
    if (!own) {
      if (!isPossible.has(chosen.join('\n'))) found.push([...chosen])
      return
    }
    for (const target of own) {
      if (target !== '*' && chosen.includes(target)) continue
      chosen.push(target)
      choose(person + 1)
      chosen.pop()
    }
  }
  choose(0)
  return found
}
