import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import { type CaseFile, lastOf } from '../../casefile/event.ts'
import { keepFiles } from '../../casefile/keeping.ts'
import type { Language, Names } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { accountNames, describe } from '../../casefile/operations.ts'
import { requireFresh } from '../../casefile/rules.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  accepted,
  Closing,
  closed,
  type Decision,
  decisionsOf,
  ofTheDesk,
  Requester,
  requested,
  requesterOf,
  requestOf,
  Sought,
  Stage,
  stageOf,
  versionOf,
} from '../model.ts'
import { ownerOf, paceSet } from '../queue/model.ts'
import { isIdentified, notesOf } from '../requester/model.ts'
import { type Link, linksOf, type Searches, searchesOf, spread } from '../searches/model.ts'
import type { TracingTables } from '../store.ts'
import { writtenIn } from '../text.ts'
import { expected } from '../weighing/model.ts'

export const tracers = ['coordinator', 'consul'] as const

/** The requests of an operation, oldest first, as far as tracing goes; which of them are shown, `ctx.shows` is told. */
async function requestFiles(ctx: Context, operation: string): Promise<CaseFile[]> {
  const rows = await ctx.db
    .withTables<TracingTables>()
    .selectFrom('tracing_requests')
    .select('relative')
    .where('operation', '=', operation)
    .orderBy('asked_at')
    .orderBy('relative')
    .execute()
  const ids = rows.map((row) => row.relative)
  const files = await keepFiles(ctx, `requests ${operation}`, ids, ofTheDesk)
  return files.filter((file) => requestOf(file))
}

/** All requests of an operation, which of them are one search, and what was decided for each. */
export type Desk = {
  files: CaseFile[]
  byId: ReadonlyMap<string, CaseFile>
  links: Link[]
  searches: Searches
  /** On the people of one request, those made on another of the same search included. */
  decisionsOn(relative: string): Decision[]
}

export async function openDesk(ctx: Context, operation: string): Promise<Desk> {
  const files = await requestFiles(ctx, operation)
  const links = linksOf(files)
  const searches = searchesOf(links)
  const decisions = Map.groupBy(spread(files.flatMap(decisionsOf), searches), (one) => one.relative)
  const byId = new Map(files.map((file) => [file.id, file]))
  return { files, byId, links, searches, decisionsOn: (relative) => decisions.get(relative) ?? [] }
}

/** What an operation set for its desk; its plans of flights, which are long, are not read. */
export async function deskSettings(ctx: Context, operation: string): Promise<CaseFile> {
  return (await keepFiles(ctx, 'desks', [operation], [paceSet, expected]))[0]!
}

export const askedAtOf = (file: CaseFile): string => lastOf(file, requested)!.recordedAt

const DAY = 86_400_000
/** Whole days since an instant. */
export const daysSince = (since: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / DAY))

export const ListedRequest = z.object({
  id: z.uuid(),
  number: z.string(),
  stage: Stage,
  askedAt: z.string(),
  waitingDays: z.number().int(),
  requester: Requester,
  sought: z.array(Sought),
  isIdentified: z.boolean(),
  newNotes: z.number().int(),
  owner: z.string().nullable(),
  version: z.number(),
})

export const listRequests = operation({
  summary: 'The tracing requests of an operation: who asks for whom, where each stands, how long it waits',
  may: tracers,
  input: z.object({ operation: z.uuid() }),
  output: z.object({ requests: z.array(ListedRequest) }),
  reads: true,
  async run(ctx, input) {
    const { files, decisionsOn } = await openDesk(ctx, input.operation)
    const accounts = await accountNames(ctx)
    ctx.shows(files.map((file) => file.id))
    return { requests: files.map((file) => toListed(file, decisionsOn(file.id), accounts, ctx.now)) }
  },
})

export function toListed(
  file: CaseFile,
  decisions: Decision[],
  accounts: Map<string, string>,
  now: Date,
): z.input<typeof ListedRequest> {
  const { number, sought } = requestOf(file)!
  const askedAt = askedAtOf(file)
  return {
    ...{ id: file.id, number, sought, askedAt, waitingDays: daysSince(askedAt, now) },
    ...{ stage: stageOf(file, decisions), requester: requesterOf(file)!, version: versionOf(file) },
    isIdentified: isIdentified(file),
    newNotes: notesOf(file).filter((note) => note.isNew).length,
    owner: accounts.get(ownerOf(file) ?? '') ?? null,
  }
}

/** A name under the language it is written in; Cyrillic without Kazakh letters goes by the requester's language. */
export const namesOf = (text: string, language: Language): Names => ({
  [writtenIn(text, language === 'kk' ? 'kk' : 'ru')]: text,
})

/** The requester becomes a relative of the operation; candidates are looked for from now on. */
export async function takeUp(ctx: Context, file: CaseFile): Promise<void> {
  const { operation, requester } = requestOf(file)!
  const { name, language, place } = requester
  await describe(
    ctx,
    { id: file.id, kind: 'relative', operation },
    { names: namesOf(name, language), sex: 'unknown', birth: {}, place },
  )
  await ctx.record([file.id], accepted, {})
}

export const OneRequest = z.object({ request: z.uuid(), seen: z.number().int().optional() })

/** The file of a request, fresh; refuses a file that is none. */
export async function getRequestFile(ctx: Context, request: string): Promise<CaseFile> {
  const file = await ctx.file(request)
  if (!requestOf(file)) throw new Refusal('not-a-request')
  return file
}

/** A request somebody works on: taken up and not closed. */
export async function getOpenRequest(ctx: Context, request: string): Promise<CaseFile> {
  const file = await getRequestFile(ctx, request)
  if (['received', 'closed'].includes(stageOf(file))) throw new Refusal('request-not-open')
  return file
}

export const acceptRequest = operation({
  summary: 'Take up a request that was read: the requester becomes a relative, candidates are looked for',
  may: tracers,
  input: OneRequest,
  output: z.object({}),
  async run(ctx, { request, seen }) {
    const file = await getRequestFile(ctx, request)
    const before = lastOf(file, accepted)
    if (before && stageOf(file) !== 'closed')
      throw new Refusal('already-accepted', { who: await nameOf(ctx, before.by) })
    requireFresh({ ...file, version: versionOf(file) }, seen)
    await takeUp(ctx, file)
    return {}
  },
})

export const closeRequest = operation({
  summary: 'Close a request: it is none, it was asked twice, or the requester asked to stop',
  may: tracers,
  input: OneRequest.extend(Closing.shape),
  output: z.object({}),
  async run(ctx, { request, seen, ...closing }) {
    const file = await getRequestFile(ctx, request)
    if (stageOf(file) === 'closed')
      throw new Refusal('already-closed', { who: await nameOf(ctx, lastOf(file, closed)!.by) })
    requireFresh({ ...file, version: versionOf(file) }, seen)
    await ctx.record([file.id], closed, closing)
    return {}
  },
})

export const nameOf = async (ctx: Context, by: string | null): Promise<string> =>
  (by && (await accountNames(ctx)).get(by)) || '—'
