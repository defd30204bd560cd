import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import { Names } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { findPeople } from '../../casefile/operations.ts'
import { anyOf } from '../../platform/database.ts'
import { type FollowUpRow, Month, type PlacementRow, placementKinds } from '../model.ts'
import { markState, markStates, siblingGroups } from '../rules.ts'
import type { ReintegrationTables } from '../store.ts'
import { findPlacements, findSchedule, findSiblings, readers } from './gather.ts'

export const Mark = z.object({
  month: Month,
  due: z.string(),
  done: z.string().nullable(),
  state: z.enum(markStates),
})
export const toMark = ({ month, due, done }: FollowUpRow, today: string): z.input<typeof Mark> => ({
  ...{ month, due, done, state: markState({ due, done }, today) },
})

export const todayOf = (ctx: Context): string => ctx.now.toISOString().slice(0, 10)

const Line = z.object({
  child: z.uuid(),
  names: Names,
  kind: z.enum(placementKinds),
  began: z.string(),
  lastSeen: z.string(),
  marks: z.array(Mark),
})

export const listFollowUps = operation({
  summary:
    'Who was seen after coming home and who was not: five visits for each child, the longest silence first',
  may: readers,
  input: z.object({ operation: z.uuid() }),
  output: z.object({
    today: z.string(),
    children: z.array(Line),
    /** Nobody has placed them yet. */
    unplaced: z.array(z.object({ child: z.uuid(), names: Names })),
  }),
  reads: true,
  async run(ctx, { operation }) {
    await ctx.file(operation)
    const { children } = await findSiblings(ctx, operation)
    const ids = children.map(({ id }) => id)
    const living = await findPlacements(ctx, ids)
    const schedule = Map.groupBy(await findSchedule(ctx, ids), (row) => row.child)
    const today = todayOf(ctx)
    const lines = children.flatMap(({ id, names }) => {
      const home = living.get(id)
      return home
        ? [
            toLine(
              id,
              names,
              home,
              (schedule.get(id) ?? []).map((row) => toMark(row, today)),
            ),
          ]
        : []
    })
    lines.sort(
      (one, other) => silence(one).localeCompare(silence(other)) || one.child.localeCompare(other.child),
    )
    const unplaced = children
      .filter(({ id }) => !living.has(id))
      .map(({ id, names }) => ({ child: id, names }))
    return { today, children: lines, unplaced }
  },
})

type Line = z.input<typeof Line>
const toLine = (
  child: string,
  names: Names,
  { kind, began, last_seen }: PlacementRow,
  marks: Line['marks'],
): Line => ({
  ...{ child, names, kind, began, lastSeen: last_seen, marks },
})

/** Overdue before all others, then by the day somebody last saw them. */
const silence = ({ marks, lastSeen }: Line): string =>
  `${marks.some(({ state }) => state === 'overdue') ? 0 : 1} ${lastSeen}`

const Placeable = z.object({
  child: z.uuid(),
  names: Names,
  placement: z.uuid().nullable(),
  kind: z.enum(placementKinds).nullable(),
  began: z.string().nullable(),
  /** The relatives who answered about this child. */
  answers: z.array(z.object({ relative: z.uuid(), agrees: z.boolean() })),
})

export const listPlacements = operation({
  summary:
    'Where children live or do not live yet, siblings side by side, and which relatives would take whom',
  may: readers,
  input: z.object({ operation: z.uuid() }),
  output: z.object({
    groups: z.array(z.object({ children: z.array(Placeable), apart: z.boolean() })),
    relatives: z.array(z.object({ relative: z.uuid(), names: Names })),
  }),
  reads: true,
  async run(ctx, { operation }) {
    await ctx.file(operation)
    const { pairs, children } = await findSiblings(ctx, operation)
    const ids = children.map(({ id }) => id)
    const living = await findPlacements(ctx, ids)
    const answers = await findAnswers(ctx, ids)
    const byId = new Map(children.map((child) => [child.id, child]))
    const answersOf = Map.groupBy(answers, ({ child }) => child)
    const toPlaceable = (id: string): z.input<typeof Placeable> => {
      const { placement = null, kind = null, began = null } = living.get(id) ?? {}
      const { names } = byId.get(id)!
      const own = (answersOf.get(id) ?? []).map(({ relative, agrees }) => ({ relative, agrees }))
      return { child: id, names, placement, kind, began, answers: own }
    }
    const groups = siblingGroups(ids, pairs).map((group) => group.map(toPlaceable))
    const relatives = await findPeople(ctx, { operation, kind: 'relative' })
    return {
      groups: groups.map((group) => ({ children: group, apart: isApart(group) })),
      relatives: relatives
        .filter(({ deceased }) => !deceased)
        .map(({ id, names }) => ({ relative: id, names })),
    }
  },
})

const isApart = (group: { placement: string | null }[]): boolean =>
  new Set(group.flatMap(({ placement }) => placement ?? [])).size > 1

const findAnswers = (ctx: Context, children: string[]) =>
  children.length === 0
    ? Promise.resolve([])
    : ctx.db
        .withTables<ReintegrationTables>()
        .selectFrom('agreements')
        .selectAll()
        .where('child', '=', anyOf(children))
        .execute()
