import { z } from 'zod'
import { type CaseFile, eventsOf, eventType, lastOf } from '../../casefile/event.ts'
import { Sex } from '../../casefile/model.ts'
import { Log, Parameters } from './claims.ts'
import { DrawnId } from './family.ts'

/** Where somebody is missing in a drawn family; people drawn with the same parents share one position. */
export const Position = z.object({
  position: z.string(),
  family: z.uuid(),
  /** The place in the log of the drawing that is searched. */
  drawing: z.number(),
  places: z.array(z.object({ id: DrawnId, sex: Sex })).min(1),
})
export type Position = z.infer<typeof Position>

/** A search of children against families: what takes part, and into how many pieces of work it was cut. */
export const Search = z.object({
  operation: z.uuid(),
  parameters: Parameters,
  children: z.array(z.uuid()),
  positions: z.array(Position),
  /** Relatives whose profile and consent stood when it began. */
  relatives: z.array(z.uuid()),
  /** Alleles seen at each locus by anybody who takes part, so that every piece has the same frequencies. */
  seen: z.record(z.string(), z.array(z.string())),
  /** Children in a piece of work. */
  size: z.number().int().min(1),
  leftOut: z.array(z.object({ person: z.uuid(), because: z.enum(['no-consent', 'not-typed']) })),
})
export type Search = z.infer<typeof Search>

/** How many pieces the children are cut into; one more compares all of them together. */
export const piecesOf = ({ children, size }: Pick<Search, 'children' | 'size'>): number =>
  Math.ceil(children.length / size)

export const searchStarted = eventType('evidence.searchStarted', {
  class: 'finding',
  sealed: true,
  detail: Search,
})
export const searchPieceDone = eventType('evidence.searchPieceDone', {
  class: 'finding',
  sealed: false,
  detail: z.object({ piece: z.number().int().min(0) }),
})
export const searchCancelled = eventType('evidence.searchCancelled', {
  class: 'finding',
  sealed: false,
  detail: z.object({}),
})
/** A piece was tried several times and cannot be done; `because` is the code of a refusal, where there is one. */
export const searchStopped = eventType('evidence.searchStopped', {
  class: 'finding',
  sealed: false,
  detail: z.object({ piece: z.number().int(), because: z.string() }),
})

export const Joint = z.object({
  /** How many there are; null where counting them would take too long. */
  assignments: z.number().nullable(),
  /** Bound on the posterior probability that was not visited; 0 when all was. */
  leftOut: z.number(),
  /** Codes of what a reader should know; those without a sentence of ours are not shown. */
  notes: z.array(z.string()),
})
export type Joint = z.infer<typeof Joint>
export const searchFinished = eventType('evidence.searchFinished', {
  class: 'finding',
  sealed: true,
  detail: z.object({ joint: Joint.nullable(), because: z.string().optional() }),
})

/** One child beside one position, as it was weighed: the child there against the child unrelated to the family. */
export const Cell = z.object({
  position: z.string(),
  log10LR: Log,
  loci: z.number().int(),
  /** Loci that cannot be without a mutation or a slip of typing, and by how many repeats they miss. */
  exclusions: z.array(z.object({ locus: z.string(), steps: z.number().nullable() })),
  perLocus: z.array(z.object({ locus: z.string(), log10LR: Log })),
})
export type Cell = z.infer<typeof Cell>

/** In the child's own file: that the DNA was used in a search, and what it gave, best first. */
export const searched = eventType('evidence.searched', {
  class: 'finding',
  sealed: true,
  detail: z.object({ search: z.uuid(), cells: z.array(Cell), fartherOff: z.number().int() }),
})

export const relationships = ['direct', 'full-siblings', 'half-siblings', 'parent-child'] as const
export const Together = z.object({
  search: z.uuid(),
  /** Posterior probability of each position, all placements of all children taken together; null: not computed. */
  joint: z
    .object({
      positions: z.array(z.object({ position: z.string(), probability: z.number() })),
      nowhere: z.number(),
    })
    .nullable(),
  /** How many unrelated pairs would reach the ratio of this child and that position in a search as large as this. */
  chance: z.array(z.object({ position: z.string(), expected: z.number() })),
  /** Other children of the search, the closest first. */
  kin: z.array(
    z.object({
      child: z.uuid(),
      relationship: z.enum(relationships),
      log10LR: Log,
      loci: z.number().int(),
      expectedByChance: z.number().nullable(),
    }),
  ),
})
export type Together = z.infer<typeof Together>
export const searchedTogether = eventType('evidence.searchedTogether', {
  class: 'finding',
  sealed: true,
  detail: Together,
})

export const searchEvents = [
  searchStarted,
  searchPieceDone,
  searchCancelled,
  searchStopped,
  searchFinished,
  searched,
  searchedTogether,
]

export const searchStates = ['running', 'finished', 'cancelled', 'stopped'] as const
export type SearchState = (typeof searchStates)[number]

export type SearchFound = Search & {
  state: SearchState
  done: Set<number>
  at: string
  by: string | null
  /** Why it stopped, where it did. */
  because: string | undefined
  joint: Joint | null
  /** Why there is no joint answer, where there is none. */
  jointBecause: string | undefined
}

/** A search as far as it has come. */
export function searchOf(file: CaseFile): SearchFound | undefined {
  const started = lastOf(file, searchStarted)
  if (!started) return undefined
  const finished = lastOf(file, searchFinished)?.detail
  const stopped = lastOf(file, searchStopped)?.detail
  const cancelled = lastOf(file, searchCancelled)
  return {
    ...started.detail,
    state: cancelled ? 'cancelled' : finished ? 'finished' : stopped ? 'stopped' : 'running',
    done: new Set(eventsOf(file, searchPieceDone).map((event) => event.detail.piece)),
    ...{ at: started.recordedAt, by: started.by, because: stopped?.because },
    ...{ joint: finished?.joint ?? null, jointBecause: finished?.because },
  }
}

/** What a search gave for a child: the pairs, and what all children together add. */
export function foundIn(child: CaseFile, search: string) {
  const of = <D extends { search: string }>(events: { detail: D }[]) =>
    events.map((event) => event.detail).find((detail) => detail.search === search)
  return { pairs: of(eventsOf(child, searched)), together: of(eventsOf(child, searchedTogether)) }
}
