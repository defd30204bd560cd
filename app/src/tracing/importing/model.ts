import { z } from 'zod'
import { type CaseFile, type EventType, eventsOf, eventType, lastOf } from '../../casefile/event.ts'
import { Description } from '../../casefile/model.ts'
import { dayOrders } from '../birth.ts'
import { fields } from '../columns.ts'

/** Who brings lists: the wall is theirs while the work is done, whoever does it. */
export const bringers = ['coordinator', 'consul'] as const
const Bringer = z.enum(bringers)

/** Rows of a list in one piece of work: a second or so. */
export const PIECE_ROWS = 100

/** What a list says of a child beyond `Found`: for bringing it again, and for taking it back. */
export const foundInImport = {
  /** The import that brought or changed the child; absent in lists of earlier releases. */
  import: z.uuid().optional(),
  /** The list's own number of the child. */
  externalId: z.string().max(60).optional(),
  /** SHA-256 of all cells of the row as they were read: equal where a later version says the same. */
  said: z.string().optional(),
  /** Who the child is by this list alone, whatever was known otherwise. */
  listed: Description.optional(),
  /** The description event that was written for it; absent where the list changed nothing of the description. */
  described: z.uuid().optional(),
  /** Written when that import was undone: what an earlier list had said stands again. */
  undoes: z.uuid().optional(),
}

/** Everything chosen at the start of an import, so that its pieces need nothing else. About the import. */
export const ImportBegun = z.object({
  operation: z.uuid(),
  list: z.object({ name: z.string(), sha256: z.string().length(64) }),
  /** Salted hashes of the headers: lists with mostly the same ones may be versions of one. */
  headers: z.array(z.string()),
  versionOf: z.uuid().nullable(),
  rows: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  leftOut: z.array(z.number().int()),
  /** A paper for each piece of rows; none where all were taken in at once. */
  papers: z.array(z.uuid()),
  as: Bringer,
})
export type ImportBegun = z.infer<typeof ImportBegun>
export const importBegun = eventType('tracing.importBegun', {
  class: 'tracing',
  sealed: true,
  detail: ImportBegun,
})

/** Why a child stays as it is when the list is taken back. */
export const stayings = ['worked-on', 'not-yours-to-see', 'amended', 'later-list'] as const
const Staying = z.object({ child: z.uuid(), because: z.enum(stayings) })
export type Staying = z.infer<typeof Staying>

/** `phase`: 0 is taking in; each undoing and undoing of that is one more. About the import. */
export const importPieceDone = eventType('tracing.importPieceDone', {
  class: 'tracing',
  sealed: false,
  detail: z.object({
    phase: z.number().int(),
    piece: z.number().int(),
    added: z.number().int(),
    changed: z.number().int(),
    waiting: z.array(Staying),
  }),
})

const Again = z.object({ pieces: z.number().int(), as: Bringer })
export const importUndoing = eventType('tracing.importUndoing', {
  class: 'tracing',
  sealed: false,
  detail: Again,
})
export const importRedoing = eventType('tracing.importRedoing', {
  class: 'tracing',
  sealed: false,
  detail: Again,
})
/** About the import and its operation. */
export const importUndone = eventType('tracing.importUndone', {
  class: 'tracing',
  sealed: false,
  detail: z.object({ done: z.number().int(), waiting: z.number().int() }),
})
export const importRedone = eventType('tracing.importRedone', {
  class: 'tracing',
  sealed: false,
  detail: z.object({ done: z.number().int(), waiting: z.number().int() }),
})
export const importCancelled = eventType('tracing.importCancelled', {
  class: 'tracing',
  sealed: false,
  detail: z.object({}),
})
/** A piece was tried several times and cannot be done; `because` is the code of a refusal, where there is one. */
export const importStopped = eventType('tracing.importStopped', {
  class: 'tracing',
  sealed: false,
  detail: z.object({ piece: z.number().int(), because: z.string() }),
})

/**
 * How a list with these headers was read, for the next one. About the operation. A header is kept as a salted hash,
 * because somebody's name may stand in it by mistake.
 */
export const ColumnsChosen = z.object({
  headers: z.string(),
  columns: z.array(
    z.object({
      header: z.string(),
      field: z.enum(fields).nullable(),
      language: z.enum(['kk', 'ru']).optional(),
    }),
  ),
  dayOrder: z.enum(dayOrders),
})
export type ColumnsChosen = z.infer<typeof ColumnsChosen>
export const columnsChosen = eventType('tracing.columnsChosen', {
  class: 'tracing',
  sealed: false,
  detail: ColumnsChosen,
})

export const importEvents = [
  importBegun,
  importPieceDone,
  importUndoing,
  importUndone,
  importRedoing,
  importRedone,
  importCancelled,
  importStopped,
  columnsChosen,
] as EventType<never>[]

export const importStates = [
  'taking',
  'taken',
  'cancelled',
  'stopped',
  'undoing',
  'undone',
  'redoing',
] as const
export type ImportState = (typeof importStates)[number]

export type Phase = {
  what: 'take' | 'undo' | 'redo'
  pieces: number
  as: (typeof bringers)[number]
  by: string | null
}
export type ImportFound = ImportBegun & {
  id: string
  state: ImportState
  at: string
  by: string | null
  /** The phase under way, or the last one. */
  phase: Phase & { number: number; done: Set<number>; added: number; changed: number; waiting: Staying[] }
  because: string | undefined
}

const phaseTypes: Record<string, Phase['what']> = {
  [importBegun.type]: 'take',
  [importUndoing.type]: 'undo',
  [importRedoing.type]: 'redo',
}

/** An import as far as it has come; undefined where the file is none. */
export function importOf(file: CaseFile): ImportFound | undefined {
  const begun = lastOf(file, importBegun)
  if (!begun) return undefined
  const phases = file.events.filter((event) => event.type in phaseTypes)
  const last = phases.at(-1)!
  const number = phases.length - 1
  const pieces = eventsOf(file, importPieceDone)
    .map((event) => event.detail)
    .filter((detail) => detail.phase === number)
  const what = phaseTypes[last.type]!
  const sum = (of: 'added' | 'changed') => pieces.reduce((total, piece) => total + piece[of], 0)
  return {
    ...begun.detail,
    ...{ id: file.id, state: stateOf(file), at: begun.recordedAt, by: begun.by },
    phase: {
      ...{ what, number, by: last.by, as: (last.detail as { as: Phase['as'] }).as },
      pieces:
        what === 'take'
          ? Math.max(1, begun.detail.papers.length)
          : (last.detail as { pieces: number }).pieces,
      done: new Set(pieces.map((piece) => piece.piece)),
      ...{ added: sum('added'), changed: sum('changed') },
      waiting: pieces.flatMap((piece) => piece.waiting),
    },
    because: lastOf(file, importStopped)?.detail.because,
  }
}

/** An event about the import and the operation stands in the operation's file too; there it is not asked for. */
const stateAfter: Record<string, ImportState> = {
  [importBegun.type]: 'taking',
  'tracing.imported': 'taken',
  [importCancelled.type]: 'cancelled',
  [importStopped.type]: 'stopped',
  [importUndoing.type]: 'undoing',
  [importUndone.type]: 'undone',
  [importRedoing.type]: 'redoing',
  [importRedone.type]: 'taken',
}

const stateOf = (file: CaseFile): ImportState =>
  stateAfter[file.events.findLast((event) => event.type in stateAfter)!.type]!

/** Something of it is under way, and another step has to wait. */
export const isBusy = (state: ImportState): boolean =>
  state === 'taking' || state === 'undoing' || state === 'redoing'
