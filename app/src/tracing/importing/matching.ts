import type { Names, Sex } from '../../casefile/model.ts'
import type { Row } from '../rows.ts'
import { agrees, isCorrected, isNearly, isSurely, mayBe, sharesMother } from './closeness.ts'
import type { Keys } from './keys.ts'

/** A child the operation has, as far as read tables tell. */
export type Known = Keys & {
  child: string
  spellings: Names
  sex: Sex
  born: { earliest: number | null; latest: number | null }
  /** The rows of earlier lists it stands in, the oldest first. */
  in: { import: string; row: number; external: string | null; said: string | null }[]
}
/** A row of the list, with what it is found by. */
export type Asked = { row: Row; keys: Keys; external: string | null }

/**
 * The child a row is about. `version`: it stands in the earlier version of this list; `here`: the operation has it
 * from elsewhere; `alike`: one of the same name, of whom too little is known to say. `number-of-another`: the
 * list's own number of this row belonged to somebody else.
 */
export type Match = {
  how: 'version' | 'here' | 'alike' | 'number-of-another'
  child: string
  said: string | null
}
export type Matches = {
  version: string | null
  of: Map<number, Match>
  /** Children of the earlier version that no row of this one names. */
  missing: { child: string; row: number }[]
}
/**
 * Imports of the very same file, those whose headers are alike, and the one a person named as the earlier
 * version (null: none; undefined: to be found out).
 */
export type Lists = { same: Set<string>; alike: Set<string>; chosen: string | null | undefined }

type Desk = {
  of: Map<number, Match>
  taken: Set<string>
  byName: Buckets
  /** By name and mother together: small where a name alone is everybody's. */
  byBoth: Buckets
  known: Known[]
}
type Buckets = Map<string, Bucket>
/** `from`: all before it are taken, so that a list in the same order never looks at them again. */
type Bucket = { children: Known[]; from: number }

/** Finds who is in which row; a child is in one row at most. Pure. */
export function matchRows(asked: Asked[], known: Known[], lists: Lists): Matches {
  const desk: Desk = {
    ...{ of: new Map(), taken: new Set(), known },
    byName: indexBy(known, (child) => child.names),
    byBoth: indexBy(known, (child) => bothOf(child)),
  }
  const readable = asked.filter(({ row }) => row.listed && row.problems.length === 0)
  const version = lists.chosen !== undefined ? lists.chosen : guessVersion(readable, desk, lists)
  const rest = () => readable.filter(({ row }) => !desk.of.has(row.row))
  const isIn = (child: Known) => version !== null && child.in.some((one) => one.import === version)
  matchSameFile(rest(), desk, lists.same)
  matchNumbers(rest(), desk, new Set([...lists.alike, ...(version ? [version] : [])]))
  for (const one of rest()) {
    const same = free(one, desk).filter((child) => isIn(child) && agrees(one, child))
    take(desk, one, same.find((child) => sharesMother(one, child)) ?? same[0], 'version')
  }
  if (version) matchPlaces(rest(), desk, version)
  for (const one of rest()) {
    const alike = free(one, desk).filter((child) => agrees(one, child))
    const sure = alike.find((child) => isSurely(one, child))
    take(desk, one, sure ?? alike[0], sure ? 'here' : 'alike')
  }
  return { version, of: desk.of, missing: version ? missingFrom(desk, version) : [] }
}

const bothOf = ({ names, mothers }: Keys): string[] =>
  names.flatMap((name) => mothers.map((mother) => `${name} ${mother}`))

function indexBy(known: Known[], keysOf: (child: Known) => string[]): Buckets {
  const index: Buckets = new Map()
  for (const child of known)
    for (const key of keysOf(child)) {
      const bucket = index.get(key)
      if (bucket) bucket.children.push(child)
      else index.set(key, { children: [child], from: 0 })
    }
  return index
}

/** Children of one name laid beside a row at most: thousands called Muhammad must not stop the house. */
const MOST_COMPARED = 300

function freeIn(bucket: Bucket | undefined, taken: Set<string>): Known[] {
  if (!bucket) return []
  while (bucket.from < bucket.children.length && taken.has(bucket.children[bucket.from]!.child)) bucket.from++
  return bucket.children
    .slice(bucket.from, bucket.from + MOST_COMPARED)
    .filter(({ child }) => !taken.has(child))
}

/** Children of the name nobody stands for yet, those of the same mother first. */
const free = ({ keys }: Asked, { byName, byBoth, taken }: Desk): Known[] => [
  ...bothOf(keys).flatMap((key) => freeIn(byBoth.get(key), taken)),
  ...keys.names.flatMap((key) => freeIn(byName.get(key), taken)),
]

function take(desk: Desk, { row }: Asked, child: Known | undefined, how: Match['how']): void {
  if (!child) return
  // Somebody who is only alike may be alike to several rows.
  if (how !== 'alike') desk.taken.add(child.child)
  desk.of.set(row.row, { how, child: child.child, said: child.in.at(-1)?.said ?? null })
}

/**
 * The import with the most rows of this list in it, by name or, under like headers, by place: a third of
 * either list where the headers are alike, more than half of both where they differ.
 */
function guessVersion(all: Asked[], desk: Desk, { same, alike }: Lists): string | null {
  const sizes = new Map<string, number>()
  for (const child of desk.known)
    for (const listed of child.in) sizes.set(listed.import, (sizes.get(listed.import) ?? 0) + 1)
  for (const id of same) if (sizes.has(id)) return id
  const asked = everyFew(all)
  const isVersion = (id: string, votes: number) => {
    const size = (sizes.get(id)! * asked.length) / Math.max(1, all.length)
    return alike.has(id)
      ? votes * 3 >= Math.min(asked.length, size)
      : votes >= 2 && votes * 2 > Math.max(asked.length, size)
  }
  const [best] = [...votesFor(asked, desk, alike)]
    .filter(([id, n]) => isVersion(id, n))
    .sort(([a, m], [b, n]) => n - m || (a < b ? 1 : -1))
  return best?.[0] ?? null
}

/** Which list this one corrects shows in a thousand of its rows. */
const MOST_ASKED = 1000
const everyFew = (asked: Asked[]): Asked[] =>
  asked.filter((_, at) => at % Math.ceil(asked.length / MOST_ASKED) === 0)

function votesFor(asked: Asked[], desk: Desk, alike: Set<string>): Map<string, number> {
  const places = Map.groupBy(
    desk.known.flatMap((child) =>
      child.in.filter((listed) => alike.has(listed.import)).map((listed) => ({ ...listed, child })),
    ),
    ({ row }) => row,
  )
  const votes = new Map<string, number>()
  for (const one of asked) {
    const named = free(one, desk)
      .filter((child) => agrees(one, child))
      .flatMap((child) => child.in.map((listed) => listed.import))
    const placed = (places.get(one.row.row) ?? []).filter(({ child }) => isCorrected(one, child))
    for (const id of new Set([...named, ...placed.map((listed) => listed.import)]))
      votes.set(id, (votes.get(id) ?? 0) + 1)
  }
  return votes
}

function matchSameFile(asked: Asked[], desk: Desk, same: Set<string>): void {
  const at = new Map<number, Known>()
  for (const child of desk.known)
    for (const listed of child.in) if (same.has(listed.import)) at.set(listed.row, child)
  for (const one of asked) {
    const child = at.get(one.row.row)
    if (child && !desk.taken.has(child.child)) take(desk, one, child, 'version')
  }
}

function matchNumbers(asked: Asked[], desk: Desk, imports: Set<string>): void {
  const byNumber = new Map<string, Known>()
  for (const child of desk.known)
    for (const listed of child.in)
      if (listed.external && imports.has(listed.import)) byNumber.set(listed.external, child)
  for (const one of asked) {
    const child = one.external ? byNumber.get(one.external) : undefined
    if (!child || desk.taken.has(child.child)) continue
    if (mayBe(one, child)) take(desk, one, child, 'version')
    else desk.of.set(one.row.row, { how: 'number-of-another', child: child.child, said: null })
  }
}

function matchPlaces(asked: Asked[], desk: Desk, version: string): void {
  const at = new Map<number, Known>()
  for (const child of desk.known)
    for (const listed of child.in)
      if (listed.import === version && !desk.taken.has(child.child)) at.set(listed.row, child)
  for (const one of asked) {
    const child = at.get(one.row.row)
    if (child && !desk.taken.has(child.child) && isCorrected(one, child)) take(desk, one, child, 'version')
  }
  matchNearly(
    asked.filter(({ row }) => !desk.of.has(row.row)),
    [...at.values()].filter(({ child }) => !desk.taken.has(child)),
    desk,
  )
}

/** Each left row would be laid beside each left child: beyond so many pairs only the same rows are compared. */
const MOST_PAIRS = 250_000

/** Rows that moved: the one child left whose name is nearly the same. Two that fit are none. */
function matchNearly(asked: Asked[], children: Known[], desk: Desk): void {
  if (asked.length * children.length > MOST_PAIRS) return
  for (const one of asked) {
    const near = children.filter((child) => !desk.taken.has(child.child) && isNearly(one, child))
    if (near.length === 1) take(desk, one, near[0], 'version')
  }
}

function missingFrom({ known, taken }: Desk, version: string): Matches['missing'] {
  return known
    .flatMap((child) => {
      const listed = child.in.find((one) => one.import === version)
      return listed && !taken.has(child.child) ? [{ child: child.child, row: listed.row }] : []
    })
    .sort((a, b) => a.row - b.row)
}
