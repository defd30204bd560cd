import { z } from 'zod'
import { operation } from '../../casefile/operation.ts'
import { newId } from '../../platform/identity.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Agreement, familyAgreed, relativeAgreed, siblingsStated } from '../model.ts'
import { Children, childrenOf, placers, requirePast } from './gather.ts'

export const stateSiblings = operation({
  summary: 'State that children are siblings, or that they were only taken for siblings',
  may: placers,
  input: z.object({ children: Children, are: z.boolean() }),
  output: z.object({}),
  async run(ctx, { children, are }) {
    const { files } = await childrenOf(ctx, children)
    if (files.length < 2) throw new Refusal('siblings-are-two')
    await ctx.record(children, siblingsStated, { are })
    return {}
  },
})

export const agreeFamily = operation({
  summary:
    'Record what a family answered beforehand: whether it takes these children, on which terms, in which language',
  may: placers,
  input: Agreement.omit({ agreement: true }).extend({ children: Children }),
  output: z.object({ agreement: z.uuid() }),
  async run(ctx, { children, relative, ...said }) {
    await childrenOf(ctx, children)
    const family = await ctx.file(relative)
    if (family.kind !== 'relative') throw new Refusal('not-a-relative')
    requirePast(ctx, 'on', said.on)
    const agreement = newId(ctx.now.getTime())
    for (const child of children) await ctx.record([child], familyAgreed, { ...said, agreement, relative })
    await ctx.record([relative], relativeAgreed, { ...said, agreement, children })
    return { agreement }
  },
})
