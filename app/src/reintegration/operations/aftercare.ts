import { z } from 'zod'
import { mayRead } from '../../casefile/access.ts'
import { type CaseFile, eventsOf } from '../../casefile/event.ts'
import { operation } from '../../casefile/operation.ts'
import { accountNames } from '../../casefile/operations.ts'
import { requireKind } from '../../casefile/rules.ts'
import { FollowUp, followedUp, Home, observed, placed, placementOf, versionOf } from '../model.ts'
import { findPlacements, findSchedule, readers } from './gather.ts'
import { Mark, todayOf, toMark } from './lists.ts'

const Note = z.object({
  at: z.string(),
  by: z.string().nullable(),
  followUp: FollowUp.optional(),
  text: z.string().optional(),
})

export const openAftercare = operation({
  summary:
    'How a child lives after landing: the home, the visits made and due, and to social workers and psychologists what they noted',
  may: [...readers, 'psychologist'],
  input: z.object({ child: z.uuid() }),
  output: z.object({
    version: z.number(),
    today: z.string(),
    home: Home.extend({ on: z.string(), reason: z.string() }).nullable(),
    earlier: z.array(z.object({ kind: Home.shape.kind, place: z.string(), on: z.string() })),
    lastSeen: z.string().nullable(),
    marks: z.array(Mark),
    /** Whether notes are open to the asker; false: there may be some that stay closed. */
    mayReadNotes: z.boolean(),
    notes: z.array(Note),
  }),
  reads: true,
  async run(ctx, { child }) {
    const file = await ctx.file(child)
    requireKind(file, 'child')
    const today = todayOf(ctx)
    const row = (await findPlacements(ctx, [child])).get(child)
    const marks = (await findSchedule(ctx, [child])).map((one) => toMark(one, today))
    const all = eventsOf(file, placed).map(({ detail: { kind, place, on } }) => ({ kind, place, on }))
    return {
      ...{ version: versionOf(file), today, home: homeOf(file), earlier: all.slice(0, -1).reverse() },
      ...{
        lastSeen: row?.last_seen ?? null,
        marks,
        mayReadNotes: mayRead(ctx.actor!.profession, 'observation'),
      },
      notes: notesOf(file, await accountNames(ctx)),
    }
  },
})

function homeOf(file: CaseFile) {
  const home = placementOf(file)
  if (!home) return null
  const { kind, place, address, relative, on, reason } = home
  return { kind, place, address, relative, on, reason }
}

function notesOf(file: CaseFile, names: Map<string, string>): z.input<typeof Note>[] {
  const head = ({ recordedAt, by }: { recordedAt: string; by: string | null }) => ({
    ...{ at: recordedAt, by: by && (names.get(by) ?? null) },
  })
  const visits = eventsOf(file, followedUp).map((event) => ({ ...head(event), followUp: event.detail }))
  const notes = eventsOf(file, observed).map((event) => ({ ...head(event), text: event.detail.text }))
  return [...visits, ...notes].sort((one, other) => other.at.localeCompare(one.at))
}
