import { completePedigree } from '../pedigree.ts'
import { refuse } from '../refusal.ts'
import type { Hypothesis, Person } from '../types.ts'

/** One person of a line, or monozygotic twins as one; `parent` is the next towards the founder. */
export type LineNode = { id: string; parent: string | null; typed: string[]; depth: number }

/** The typed people who descend from one founder by the line, and everybody between them and the founder. */
export type Line = { founder: string; nodes: Map<string, LineNode>; typed: string[] }

/**
 * Who of the typed people share a paternal (`Y`) or maternal (`MT`) line under a hypothesis, from its pedigrees.
 * Parents nobody named are founders of their own.
 *
 * @example Two brothers with one father, and a man apart: two lines, [["A", "B"], ["C"]].
 * @throws KinshipRefusal `typed-person-not-placed`, `female-with-y`, `person-twice`, and those of `completePedigree`
 */
export function linesOf(hypothesis: Hypothesis, marker: 'Y' | 'MT', typed: string[]): Line[] {
  const people = placedPeople(hypothesis)
  const twins = twinGroups(people)
  const parents = parentsOnLine(people, twins, marker)
  const lines = new Map<string, Line>()
  for (const id of typed) {
    const person = people.get(id)
    if (!person) {
      return refuse(
        'typed-person-not-placed',
        `"${id}" is typed but has no place in hypothesis ${hypothesis.name}: add them there (alone, if unrelated), or remove their haplotype.`,
      )
    }
    if (marker === 'Y' && person.sex === 'female') {
      refuse(
        'female-with-y',
        `"${id}" is female and has a Y haplotype: correct the sex or remove the haplotype.`,
      )
    }
    join(lines, climb(twins.get(id) ?? id, parents), id)
  }
  return [...lines.values()]
}

/** The line of each typed person as one string: equal when two hypotheses group the typed people alike. */
export function groupingOf(lines: Line[]): string {
  return JSON.stringify(lines.map(membersOf).sort())
}

/** The typed people of a line as one string. */
export function membersOf(line: Line): string {
  return JSON.stringify([...line.typed].sort())
}

function placedPeople(hypothesis: Hypothesis): Map<string, Person> {
  const people = new Map<string, Person>()
  for (const person of hypothesis.pedigrees.flatMap(completePedigree)) {
    if (people.has(person.id)) {
      refuse(
        'person-twice',
        `"${person.id}" stands in two pedigrees of hypothesis ${hypothesis.name}; each person needs one place.`,
      )
    }
    people.set(person.id, person)
  }
  return people
}

/** person -> the one who stands for them and their monozygotic twins: no meiosis lies between them. */
function twinGroups(people: Map<string, Person>): Map<string, string> {
  const group = new Map([...people.keys()].map((id) => [id, id]))
  for (const { id, twinOf } of people.values()) {
    const from = group.get(id)
    const to = group.get(twinOf ?? id)
    if (from === undefined || to === undefined || from === to) continue
    for (const [member, current] of group) if (current === from) group.set(member, to)
  }
  return group
}

function parentsOnLine(
  people: Map<string, Person>,
  twins: Map<string, string>,
  marker: 'Y' | 'MT',
): Map<string, string> {
  const parents = new Map<string, string>()
  for (const person of people.values()) {
    const parent = marker === 'Y' ? person.father : person.mother
    const id = twins.get(person.id) ?? person.id
    // Twins whose mother nobody named were each given one; they had one.
    if (parent !== null && !parents.has(id)) parents.set(id, twins.get(parent) ?? parent)
  }
  return parents
}

/** From a person up to the founder of their line. */
function climb(id: string, parents: Map<string, string>): string[] {
  const path = [id]
  for (let parent = parents.get(id); parent !== undefined; parent = parents.get(parent)) {
    if (path.includes(parent)) refuse('own-ancestor', `"${parent}" would be an ancestor of themselves.`)
    path.push(parent)
  }
  return path
}

function join(lines: Map<string, Line>, path: string[], typed: string): void {
  const founder = path.at(-1)!
  const line: Line = lines.get(founder) ?? { founder, nodes: new Map(), typed: [] }
  lines.set(founder, line)
  line.typed.push(typed)
  path.forEach((id, index) => {
    if (line.nodes.has(id)) return
    line.nodes.set(id, { id, parent: path[index + 1] ?? null, typed: [], depth: path.length - 1 - index })
  })
  line.nodes.get(path[0]!)!.typed.push(typed)
}
