import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import type { Context } from '../context.ts'
import { operation } from '../operation.ts'
import { kindOf } from '../there.ts'
import { Assignment, assigned, Family, familyDescribed, membersOf, Scope } from './model.ts'
import { requireFamily, requireScopeOf, stateOf } from './rules.ts'
import type { AssigningTables } from './store.ts'

export const assign = operation({
  summary:
    'Let somebody work on a file, a family, an operation or the children placed in a region, from when until when; or end it',
  may: ['coordinator'],
  input: z.object({ file: z.uuid(), assignment: Assignment }),
  output: z.object({}),
  async run(ctx, { file, assignment }) {
    // Nothing of the file is opened for it, which somebody who ends their own assignment could not record any more.
    requireScopeOf(await kindOf(ctx, file), assignment.scope)
    const ends = assignment.until !== undefined && Date.parse(assignment.until) <= ctx.now.getTime()
    if (assignment.actor === ctx.actor?.id && !ends) throw new Refusal('assigning-oneself')
    const { rows } =
      await sql`select 1 from accounts where id = ${assignment.actor} and ended is null`.execute(ctx.db)
    if (!rows.length) throw new Refusal('account-not-found', {}, 404)
    await ctx.record([file], assigned, assignment)
    return {}
  },
})

const Assigned = z.object({
  id: z.uuid(),
  actor: z.uuid(),
  name: z.string(),
  profession: z.string(),
  scope: Scope,
  region: z.string().nullable(),
  begins: z.string().nullable(),
  until: z.string().nullable(),
  state: z.enum(['now', 'later', 'over']),
})
type Assigned = z.infer<typeof Assigned>

type Row = Omit<Assigned, 'begins' | 'until' | 'state'> & { begins: Date | null; until: Date | null }

/** The last word on each person and scope, newest first. */
async function assignedTo(ctx: Context, file: string): Promise<Assigned[]> {
  const { rows } = await sql<Row>`select * from (
      select distinct on (s.actor, s.scope, s.region) s.id, s.actor, a.name, a.profession, s.scope, s.region, s.begins, s.until, s.seq
      from assigned s join accounts a on a.id = s.actor
      where s.about = ${file} and a.ended is null order by s.actor, s.scope, s.region, s.seq desc
    ) as last order by seq desc`.execute(ctx.db)
  return rows.map(({ begins, until, id, actor, name, profession, scope, region }) => ({
    ...{ id, actor, name, profession, scope, region },
    ...{ begins: begins?.toISOString() ?? null, until: until?.toISOString() ?? null },
    state: stateOf({ begins, until }, ctx.now),
  }))
}

export const listAssigned = operation({
  summary: 'Who works on an operation, a family or a file: now, later, or no more',
  may: ['coordinator', 'lead'],
  input: z.object({ file: z.uuid() }),
  output: z.object({ assigned: z.array(Assigned) }),
  reads: true,
  async run(ctx, { file }) {
    await kindOf(ctx, file)
    return { assigned: await assignedTo(ctx, file) }
  },
})

export const describeFamily = operation({
  summary: 'Say who belongs to one family, so that somebody can work on all of them; or amend it',
  may: ['coordinator', 'lead'],
  input: z.object({ operation: z.uuid(), family: z.uuid().optional(), members: Family.shape.members }),
  output: z.object({ id: z.uuid() }),
  async run(ctx, input) {
    const before = input.family ? await ctx.file(input.family) : undefined
    const files = await ctx.files([...new Set(input.members)])
    requireFamily(input.operation, files, before)
    const members = [...new Set(files.map((file) => file.id))]
    const id = before?.id ?? (await ctx.createFile('family', input.operation))
    const left = before ? membersOf(before).filter((member) => !members.includes(member)) : []
    await ctx.record([id, ...members, ...left], familyDescribed, { members })
    return { id }
  },
})

export const listFamilies = operation({
  summary: 'The families of an operation: who is in each',
  may: ['coordinator', 'lead'],
  input: z.object({ operation: z.uuid() }),
  output: z.object({ families: z.array(z.object({ id: z.uuid(), members: z.array(z.uuid()) })) }),
  reads: true,
  async run(ctx, input) {
    const rows = await ctx.db
      .withTables<AssigningTables>()
      .selectFrom('family_members')
      .select(['family', 'member'])
      .where('operation', '=', input.operation)
      .orderBy('family')
      .orderBy('member')
      .execute()
    const families = Map.groupBy(rows, (row) => row.family)
    return { families: [...families].map(([id, of]) => ({ id, members: of.map((row) => row.member) })) }
  },
})

export const operations = { assign, listAssigned, describeFamily, listFamilies }
