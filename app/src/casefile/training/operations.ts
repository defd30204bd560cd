import { sql } from 'kysely'
import { z } from 'zod'
import { Invalid } from '../../platform/refusal.ts'
import { professions } from '../access.ts'
import { requireOther } from '../accounts/account.ts'
import type { Desk } from '../accounts/desk.ts'
import { Day } from '../model.ts'
import { operation } from '../operation.ts'
import { Course, courseNames, recorded, required, withdrawn } from './model.ts'
import { type Held, lastDay, standingOf, states, toDay } from './rules.ts'
import type { CourseRow, RequiredRow } from './store.ts'

const recording = ['administrator', 'lead'] as const

const recordTraining = operation({
  summary:
    'Record that somebody else took a course, and until when it counts: at most as long as the house says',
  may: recording,
  input: z.object({ account: z.uuid(), course: Course, on: Day, until: Day.optional() }),
  output: z.object({ until: z.string() }),
  async run(ctx, { account, course, on, until: asked }) {
    const last = lastDay(course, on)
    const until = asked ?? last
    if (on > toDay(ctx.now)) throw new Invalid([{ field: 'on', code: 'course-to-come' }])
    if (until < on) throw new Invalid([{ field: 'until', code: 'until-before-since' }])
    if (until > last) throw new Invalid([{ field: 'until', code: 'course-too-long' }])
    await ctx.asDoorkeeper(async (desk) => {
      await requireOther(desk, account)
      await desk.record(account, recorded, { course, on, until })
    })
    return { until }
  },
})

const withdrawTraining = operation({
  summary: 'Withdraw a course of somebody else, at once: recorded by mistake, or not kept to',
  may: recording,
  input: z.object({ account: z.uuid(), course: Course, reason: z.string().trim().min(3).max(500) }),
  output: z.object({}),
  run: (ctx, { account, course, reason }) =>
    ctx.asDoorkeeper(async (desk) => {
      await requireOther(desk, account)
      await desk.record(account, withdrawn, { course, reason })
      return {}
    }),
})

const requireCourse = operation({
  summary: 'Say from which day a course is required here; without a day it is not',
  may: ['administrator'],
  input: z.object({ course: Course, from: Day.nullable() }),
  output: z.object({}),
  run: (ctx, { course, from }) =>
    ctx.asDoorkeeper(async (desk) => {
      await desk.record(ctx.actor!.id, required, { course, from })
      return {}
    }),
})

const Standing = z.object({ course: Course, state: z.enum(states), until: z.string().nullable() })
const Required = z.object({ course: Course, from: z.string().nullable() })

const toHeld = ({ course, on_day, until }: CourseRow): Held => ({ course, on: on_day, until })
const standings = (held: Held[], today: string) =>
  courseNames.map((course) => ({ course, ...standingOf(held, course, today) }))

async function findRequired(db: Desk['db']): Promise<z.infer<typeof Required>[]> {
  const { rows } = await sql<RequiredRow>`select * from courses_required`.execute(db)
  return courseNames.map((course) => ({
    course,
    from: rows.find((row) => row.course === course)?.since ?? null,
  }))
}

const listTraining = operation({
  summary: 'Who here took which course and until when it counts, and which courses are required from when',
  may: [...recording, 'protectionOfficer'],
  input: z.object({}),
  output: z.object({
    required: z.array(Required),
    people: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        profession: z.enum(professions),
        /** The reader: somebody else records theirs. */
        own: z.boolean(),
        courses: z.array(Standing),
      }),
    ),
  }),
  reads: true,
  run: (ctx) =>
    ctx.asDoorkeeper(async ({ db }) => {
      const today = toDay(ctx.now)
      const { rows: held } = await sql<CourseRow>`select * from courses_held`.execute(db)
      const { rows } = await sql<{ id: string; name: string; profession: (typeof professions)[number] }>`
        select id, name, profession from accounts where ended is null order by name, id`.execute(db)
      const heldBy = Map.groupBy(held, (one) => one.account)
      const people = rows.map((row) => ({
        ...row,
        own: row.id === ctx.actor?.id,
        courses: standings((heldBy.get(row.id) ?? []).map(toHeld), today),
      }))
      return { required: await findRequired(db), people }
    }),
})

const myTraining = operation({
  summary: 'The courses I took, until when they count, and which are required',
  may: professions,
  settingUp: true,
  input: z.object({}),
  output: z.object({ required: z.array(Required), courses: z.array(Standing) }),
  reads: true,
  async run(ctx) {
    const { rows } =
      await sql<CourseRow>`select * from courses_held where account = ${ctx.actor!.id}`.execute(ctx.db)
    return { required: await findRequired(ctx.db), courses: standings(rows.map(toHeld), toDay(ctx.now)) }
  },
})

export const operations = { recordTraining, withdrawTraining, requireCourse, listTraining, myTraining }
