import type { Genomes } from './genomes.ts'

/** One line of descent that two people share: steps down to each from the nearest common ancestor or couple. */
type Line = { steps: [number, number]; isFull: boolean }

const mostPaths = 2000

/**
 * What the relationship of two members of a family is called, every line of descent by its name.
 *
 * @example 'Full siblings', 'Grandmother-grandson', 'Half-uncle--half-niece', 'Double first cousins',
 *   'Unrelated'; 'Complex relationship' beyond a few thousand paths to ancestors
 */
export function relationshipName(genomes: Genomes, a: number, b: number): string {
  if (a === b) return 'Monozygotic twins'
  const lines = sharedLines(genomes, a, b)
  if (!lines) return 'Complex relationship'
  if (lines.length === 0) return 'Unrelated'
  const counts = new Map<string, number>()
  for (const line of lines.toSorted(byCloseness)) {
    const name = nameOf(line, genomes, a, b)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const names = [...counts].map(([name, count]) => (count === 1 ? name : `${manifold(count)} ${name}`))
  const text = names.join(' + ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function sharedLines(genomes: Genomes, a: number, b: number): Line[] | null {
  const [fromA, fromB] = [pathsUp(genomes, a), pathsUp(genomes, b)]
  if (!fromA || !fromB) return null
  const lines: Line[] = []
  for (const up of fromA) {
    for (const other of fromB) {
      const ancestor = up.at(-1)
      if (ancestor !== other.at(-1)) continue
      if (up.some((genome) => genome !== ancestor && other.includes(genome))) continue
      const [child, sibling] = [up.at(-2), other.at(-2)]
      const isFull = child !== undefined && sibling !== undefined && haveSameParents(genomes, child, sibling)
      // A couple of ancestors is one line, counted at the father.
      if (isFull && ancestor === genomes.mother[child]) continue
      lines.push({ steps: [up.length - 1, other.length - 1], isFull })
    }
  }
  return lines
}

/** Every path from a genome to an ancestor or itself; `null` when there are too many to name. */
function pathsUp(genomes: Genomes, start: number): number[][] | null {
  const paths: number[][] = [[start]]
  for (let next = 0; next < paths.length; next++) {
    if (paths.length > mostPaths) return null
    const path = paths[next]!
    for (const parent of [genomes.father[path.at(-1)!]!, genomes.mother[path.at(-1)!]!]) {
      if (parent >= 0) paths.push([...path, parent])
    }
  }
  return paths
}

function haveSameParents(genomes: Genomes, one: number, other: number): boolean {
  return genomes.father[one] === genomes.father[other] && genomes.mother[one] === genomes.mother[other]
}

function byCloseness(one: Line, other: Line): number {
  return degreeOf(one) - degreeOf(other) || one.steps[0] + one.steps[1] - other.steps[0] - other.steps[1]
}

function degreeOf({ steps, isFull }: Line): number {
  return steps[0] + steps[1] - Number(isFull)
}

function nameOf({ steps, isFull }: Line, genomes: Genomes, a: number, b: number): string {
  const [near, far] = [Math.min(...steps), Math.max(...steps)]
  const [elder, younger] = steps[0] <= steps[1] ? [a, b] : [b, a]
  if (near === 0) {
    const prefix = greats(far - 1)
    const senior = bySex(genomes, elder, ['father', 'mother', 'parent'])
    const junior = bySex(genomes, younger, ['son', 'daughter', 'child'])
    return [prefix + senior, prefix + junior].join(far > 2 ? '--' : '-')
  }
  if (far === 1) return isFull ? 'full siblings' : 'half siblings'
  if (near === 1) {
    const prefix = (isFull ? '' : 'half-') + greats(far - 2)
    const senior = bySex(genomes, elder, ['uncle', 'aunt', 'uncle or aunt'])
    const junior = bySex(genomes, younger, ['nephew', 'niece', 'nephew or niece'])
    return [prefix + senior, prefix + junior].join(far > 3 || !isFull ? '--' : '-')
  }
  return `${isFull ? '' : 'half '}${ordinal(near - 1)} cousins${removed(far - near)}`
}

function greats(generations: number): string {
  return generations > 0 ? `${'great-'.repeat(generations - 1)}grand` : ''
}

function bySex(genomes: Genomes, genome: number, [male, female, unknown]: [string, string, string]): string {
  const sex = genomes.sex[genome]
  return sex === 'male' ? male : sex === 'female' ? female : unknown
}

function ordinal(n: number): string {
  return ['zeroth', 'first', 'second', 'third'][n] ?? `${n}th`
}

function removed(generations: number): string {
  const times = ['', ' once removed', ' twice removed'][generations]
  return times ?? ` ${generations} times removed`
}

function manifold(count: number): string {
  return ['', 'single', 'double', 'triple', 'quadruple'][count] ?? `${count}-fold`
}
