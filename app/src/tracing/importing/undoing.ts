import { sql } from 'kysely'
import type { Context } from '../../casefile/context.ts'
import { type CaseFile, eventsOf, type LogEvent, lastOf } from '../../casefile/event.ts'
import { described, setAside, takenBack } from '../../casefile/model.ts'
import { type Found, found } from '../model.ts'
import { PIECE_ROWS, type Staying } from './model.ts'
import type { ImportTables } from './tables.ts'

/**
 * The children of one piece of an import, in the order of its rows. Ids alone, asked past the wall, which would look
 * at every row of the import for every piece; each file passes the wall when it is opened.
 */
export const childrenOf = async (ctx: Context, id: string, piece: number): Promise<string[]> => {
  const rows = await ctx.asCounter((tx) =>
    tx
      .withTables<ImportTables>()
      .selectFrom('tracing_imported')
      .select('child')
      .where('import', '=', id)
      .orderBy('row')
      .orderBy('child')
      .limit(PIECE_ROWS)
      .offset(piece * PIECE_ROWS)
      .execute(),
  )
  return rows.map((row) => row.child)
}

export const countChildren = async (ctx: Context, id: string): Promise<number> => {
  const { rows } = await ctx.asCounter((tx) =>
    sql<{ n: number }>`select count(*) as n from tracing_imported where import = ${id}`.execute(tx),
  )
  return rows[0]!.n
}

/** How many events speak of each file, seen or not: of one that is not seen somebody else knows more. */
async function eventCounts(ctx: Context, files: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ file: string; n: number }>`
    select file, count(*) as n from event_files where file = any(${files}::uuid[]) group by file`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.file, row.n]))
}

type Because = Staying['because']

/** What undoing does with a child, or why it stays. Pure, but for the count of events. */
type Step =
  | { set: 'aside' }
  | { back: LogEvent<Found>; to: CaseFile['events'][number] | undefined }
  | { stays: Because }

const foundsOf = (file: CaseFile) => eventsOf(file, found)

export function undoingOf(file: CaseFile, id: string, events: number): Step | undefined {
  const own = foundsOf(file).filter(({ detail }) => detail.import === id)
  const last = own.at(-1)
  if (!last || isAside(file)) return undefined
  const newest = foundsOf(file).at(-1)!
  if (newest.detail.import !== id) return newest.detail.undoes === id ? undefined : { stays: 'later-list' }
  const { described: mine } = last.detail
  const description = lastOf(file, described)
  if (
    foundsOf(file)[0]!.detail.import === id &&
    eventsOf(file, described)[0]?.id === own[0]!.detail.described
  )
    return undoingMade(file, own, events)
  if (mine && description?.id !== mine) return { stays: 'amended' }
  const earlier = foundsOf(file).findLast(({ detail }) => detail.import !== id)
  const before = eventsOf(file, described).findLast(
    (event) => event.seq < (mine ? description!.seq : last.seq),
  )
  return earlier && { back: earlier, to: mine ? before : undefined }
}

/** A file the import opened: out of the lists, if nothing but the import is in it. */
function undoingMade(file: CaseFile, own: LogEvent<Found>[], events: number): Step {
  // What another list changed and was taken back itself is nobody's work either.
  const over = new Set(foundsOf(file).flatMap(({ detail }) => detail.undoes ?? []))
  const idleFounds = foundsOf(file).filter(({ detail }) => over.has(detail.import ?? ''))
  const mine = new Set([...own, ...idleFounds].flatMap(({ id, detail }) => [id, detail.described]))
  const idle = new Set<string>([setAside.type, takenBack.type])
  const others = file.events.filter((event) => !mine.has(event.id) && !idle.has(event.type))
  if (others.some((event) => event.type === described.type)) return { stays: 'amended' }
  if (others.length) return { stays: 'worked-on' }
  return events > file.events.length ? { stays: 'not-yours-to-see' } : { set: 'aside' }
}

const isAside = (file: CaseFile): boolean =>
  file.events.findLast((event) => event.type === setAside.type || event.type === takenBack.type)?.type ===
  setAside.type

export type Undone = { done: string[]; waiting: Staying[] }

/** Takes an import back from these children, in one transaction. */
export async function undoChildren(ctx: Context, id: string, children: string[]): Promise<Undone> {
  const files = await ctx.files(children)
  const counts = await eventCounts(ctx, children)
  const answer: Undone = { done: [], waiting: [] }
  for (const file of files) {
    const step = undoingOf(file, id, counts.get(file.id) ?? 0)
    if (!step) continue
    if ('stays' in step) {
      answer.waiting.push({ child: file.id, because: step.stays })
      continue
    }
    answer.done.push(file.id)
    if ('set' in step) await ctx.record([file.id], setAside, { because: 'import-undone' })
    else await putBack(ctx, file, id, step)
  }
  return answer
}

async function putBack(
  ctx: Context,
  file: CaseFile,
  id: string,
  { back, to }: Extract<Step, { back: unknown }>,
) {
  const event = to && (await ctx.record([file.id], described, to.detail as never))
  await ctx.record([file.id], found, { ...back.detail, described: event?.id, undoes: id })
}

/** The import stands again for these children, as far as undoing it changed them and nobody has since. */
export async function redoChildren(ctx: Context, id: string, children: string[]): Promise<Undone> {
  const answer: Undone = { done: [], waiting: [] }
  for (const file of await ctx.files(children)) {
    const step = redoingOf(file, id)
    if (!step) continue
    if (step === 'amended' || step === 'later-list') {
      answer.waiting.push({ child: file.id, because: step })
      continue
    }
    answer.done.push(file.id)
    if (step === 'back') await ctx.record([file.id], takenBack, {})
    else await putForth(ctx, file, step)
  }
  return answer
}

type Forth = { facts: Found; description: CaseFile['events'][number] | undefined }

function redoingOf(file: CaseFile, id: string): 'back' | 'amended' | 'later-list' | Forth | undefined {
  if (isAside(file)) return lastOf(file, setAside)?.detail.because === 'import-undone' ? 'back' : undefined
  const newest = foundsOf(file).at(-1)
  const undone = foundsOf(file).some(({ detail }) => detail.undoes === id)
  if (!undone || newest?.detail.import === id) return undefined
  if (newest!.detail.undoes !== id) return 'later-list'
  const own = foundsOf(file).findLast(({ detail }) => detail.import === id)!
  const { described: written } = newest!.detail
  if (written && lastOf(file, described)?.id !== written) return 'amended'
  const description = eventsOf(file, described).find((event) => event.id === own.detail.described)
  return { facts: own.detail, description }
}

async function putForth(ctx: Context, file: CaseFile, { facts, description }: Forth): Promise<void> {
  const event = description && (await ctx.record([file.id], described, description.detail as never))
  await ctx.record([file.id], found, { ...facts, described: event?.id })
}
