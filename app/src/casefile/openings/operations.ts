import { sql } from 'kysely'
import { z } from 'zod'
import { findGroups } from '../merging/reading.ts'
import { operation } from '../operation.ts'
import { kindOf } from '../there.ts'

const PAGE = 20

const Opening = z.object({
  seq: z.number(),
  at: z.string(),
  by: z.string().nullable(),
  profession: z.string().nullable(),
  /** The operation of the house that it was opened for, `evidence.weighClaim`; null: the file as a whole. */
  for: z.string().nullable(),
  /** Whoever opened it had no other right to than an emergency, or had one besides. */
  emergency: z.boolean(),
})
type Row = {
  seq: number
  at: Date
  name: string | null
  profession: string | null
  what: string | null
  emergency: boolean
}

export const listOpenings = operation({
  summary: 'Who opened a file, when and for what, the newest first',
  may: ['coordinator', 'lead', 'protectionOfficer'],
  input: z.object({ file: z.uuid(), before: z.number().int().optional() }),
  output: z.object({
    openings: z.array(Opening),
    /** Ask again with the last one's `seq` as `before`. */
    more: z.boolean(),
  }),
  reads: true,
  async run(ctx, { file, before }) {
    await kindOf(ctx, file)
    const groups = await findGroups(ctx.db, [file])
    const members = groups.size ? [...groups.keys()] : [file]
    const { rows } =
      await sql<Row>`select o.seq, max(o.at) as at, max(a.name) as name, max(a.profession) as profession,
        max(o.what) as what, bool_or(o.emergency) as emergency
      from openings o left join accounts a on a.id = o.by
      where o.file = any(${members}::uuid[]) and o.seq < ${before ?? Number.MAX_SAFE_INTEGER}
      group by o.seq order by o.seq desc limit ${PAGE + 1}`.execute(ctx.db)
    return {
      openings: rows.slice(0, PAGE).map(({ seq, at, name, profession, what, emergency }) => ({
        ...{ seq, at: at.toISOString(), by: name, profession, for: what, emergency },
      })),
      more: rows.length > PAGE,
    }
  },
})

export const operations = { listOpenings }
