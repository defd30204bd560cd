import { z } from 'zod'
import { Invalid, Refusal } from '../../platform/refusal.ts'
import { operation } from '../operation.ts'
import { accountNames } from '../operations.ts'
import { Custody, custodyNoted, custodyOf } from './model.ts'

const may = ['consul', 'lawyer'] as const

const noteCustody = operation({
  summary: 'Note where a relative is held, since when and until when; in their own file, never in a child’s',
  may,
  needs: ['dataProtection'],
  input: Custody.extend({ relative: z.uuid() }),
  output: z.object({}),
  async run(ctx, { relative, ...custody }) {
    const { since, until } = custody
    if (since && until && until < since) throw new Invalid([{ field: 'until', code: 'until-before-since' }])
    const file = await ctx.file(relative)
    if (file.kind !== 'relative') throw new Refusal('custody-elsewhere')
    await ctx.record([file.id], custodyNoted, custody)
    return {}
  },
})

const Noted = Custody.extend({ at: z.string(), by: z.string().nullable() })

const getCustody = operation({
  summary: 'What was noted of where a relative is held, newest first; null for whoever is no relative',
  may,
  input: z.object({ file: z.uuid() }),
  output: z.object({ custody: z.array(Noted).nullable() }),
  reads: true,
  async run(ctx, { file: id }) {
    const file = await ctx.file(id)
    if (file.kind !== 'relative') return { custody: null }
    const names = await accountNames(ctx)
    return {
      custody: custodyOf(file).map(({ recordedAt, by, detail }) => ({
        ...detail,
        ...{ at: recordedAt, by: by && (names.get(by) ?? null) },
      })),
    }
  },
})

export const operations = { noteCustody, getCustody }
