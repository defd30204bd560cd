import { z } from 'zod'
import { translate } from '../../design/languages/messages.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Context } from '../context.ts'
import type { CaseFile } from '../event.ts'
import { Description, described, descriptionOf, Names, setAside, takenBack } from '../model.ts'
import { operation } from '../operation.ts'
import { accountNames, requirePossible } from '../operations.ts'
import { requireFresh } from '../rules.ts'
import { words } from '../words.ts'
import { joinedInto, merged, ownDescription, seenOf, separated, Why } from './model.ts'
import { findGroups } from './reading.ts'
import { hindrance } from './rules.ts'
import { findSetAside, findStandsIn, getKeep, requireAll } from './standing.ts'

/** Those who read and write both who a person is and what tracing found: what a joining carries over. */
const may = ['coordinator', 'consul'] as const

/** Which files the refusal speaks of, in words. */
const inWords = (ctx: Context, there: string[]): string =>
  there
    .map((what) =>
      translate(words, ctx.language, what === 'request' ? 'merging.request' : (`station.${what}` as never)),
    )
    .join(', ')

/** Refuses where what stands in the files could not go under one id. */
async function requireJoinable(ctx: Context, keep: CaseFile, other: CaseFile): Promise<void> {
  if (keep.id === other.id) throw new Refusal('joined-already')
  const groups = await findGroups(ctx.db, [keep.id, other.id])
  const membersOf = (root: string) => [...groups].filter(([, of]) => of === root).map(([file]) => file)
  await requireAll(ctx, [...groups.keys()])
  const [inKeep, inOther] = [
    await findStandsIn(ctx, membersOf(keep.id)),
    await findStandsIn(ctx, membersOf(other.id)),
  ]
  if ((await findSetAside(ctx, [keep.id, other.id])).length) throw new Refusal('not-in-lists')
  const code = hindrance(keep, other, inKeep, inOther)
  if (code) throw new Refusal(code, { there: inWords(ctx, inOther), here: inWords(ctx, inKeep) })
}

/** Joins two files of one person; the ids of both are read as `keep` from here on. Stations call it too. */
export async function join(
  ctx: Context,
  keep: CaseFile,
  other: CaseFile,
  chosen: { description?: Description; reason: string },
): Promise<void> {
  await requireJoinable(ctx, keep, other)
  const description = chosen.description ?? descriptionOf(keep)!
  requirePossible(description, keep.kind, ctx.now)
  const written = await ctx.record([keep.id], described, description)
  const { reason } = chosen
  await ctx.record([keep.id], merged, { side: 'kept', with: other.id, reason, wrote: written.id })
  await ctx.record([other.id], merged, { side: 'other', with: keep.id, reason, wrote: null })
  await ctx.record([other.id, keep.id], setAside, { because: 'same-person' })
}

const mergeFiles = operation({
  summary: 'Join two files of the same person: one stays, the other is read as it; nothing is lost',
  may,
  input: z.object({
    keep: z.uuid(),
    other: z.uuid(),
    /** What stands of who the person is, chosen from both; without it that of the file that is kept. */
    description: Description.optional(),
    reason: Why,
    seen: z.number().int().optional(),
  }),
  output: z.object({ id: z.uuid() }),
  async run(ctx, { keep, other, seen, ...chosen }) {
    const [kept, joined] = (await ctx.files([keep, other])) as [CaseFile, CaseFile]
    requireFresh({ ...kept, version: seenOf(kept, joined) }, seen)
    await join(ctx, kept, joined, chosen)
    return { id: kept.id }
  },
})

/**
 * Writes what a file said of the person before a joining that is undone, unless somebody amended it since. One that
 * is itself joined into another is not in the lists: it is described again when it is parted.
 */
async function describeAsBefore(ctx: Context, id: string, parted: string): Promise<string | null> {
  const file = await ctx.file(id)
  if (file.id !== id) return null
  const [own, current] = [ownDescription(file, parted), descriptionOf(file)]
  if (!own || JSON.stringify(own) === JSON.stringify(current)) return null
  return (await ctx.record([id], described, own)).id
}

const unmergeFile = operation({
  summary: 'Part a file from the one it was joined into: each has its own history again',
  may,
  input: z.object({ other: z.uuid(), reason: Why }),
  output: z.object({ id: z.uuid(), from: z.uuid() }),
  async run(ctx, { other, reason }) {
    const whole = await ctx.file(other)
    if (whole.id === other) throw new Refusal('not-joined')
    await requireAll(ctx, [...(await findGroups(ctx.db, [other])).keys()])
    const keep = await getKeep(ctx, other)
    await ctx.record([other, keep], takenBack, {})
    const inOther = await describeAsBefore(ctx, other, keep)
    const wrote = await describeAsBefore(ctx, keep, other)
    await ctx.record([keep], separated, { side: 'kept', with: other, reason, wrote })
    await ctx.record([other], separated, { side: 'other', with: keep, reason, wrote: inOther })
    return { id: other, from: whole.id }
  },
})

const JoinedFile = z.object({
  other: z.uuid(),
  names: Names.nullable(),
  reason: z.string(),
  who: z.string(),
  at: z.string(),
})

const listJoined = operation({
  summary: 'The files that were joined into a file: under which names they were kept, why, by whom',
  may,
  input: z.object({ file: z.uuid() }),
  output: z.object({ id: z.uuid(), joined: z.array(JoinedFile) }),
  reads: true,
  async run(ctx, { file }) {
    const kept = await ctx.file(file)
    const accounts = await accountNames(ctx)
    const joined = joinedInto(kept).map(({ by, described: before, ...one }) => ({
      ...one,
      names: before?.names ?? null,
      who: accounts.get(by ?? '') ?? '—',
    }))
    return { id: kept.id, joined }
  },
})

export const operations = { mergeFiles, unmergeFile, listJoined }
