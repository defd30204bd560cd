import { z } from 'zod'
import { operation } from '../../casefile/operation.ts'
import { requireKind } from '../../casefile/rules.ts'
import { Invalid, Refusal } from '../../platform/refusal.ts'
import { FollowUp, followedUp, observed } from '../model.ts'
import { requireTimely } from '../rules.ts'
import { findPlacements, findSchedule, requirePast } from './gather.ts'

export const recordFollowUp = operation({
  summary: 'Record that somebody saw a child: when, who, how the child is in words, and what comes next',
  may: ['socialWorker'],
  input: FollowUp.extend({ child: z.uuid() }),
  output: z.object({}),
  async run(ctx, { child, ...followUp }) {
    const file = await ctx.file(child)
    requireKind(file, 'child')
    const home = (await findPlacements(ctx, [child])).get(child)
    if (!home) throw new Refusal('not-placed')
    requirePast(ctx, 'on', followUp.on)
    if (followUp.on < home.began) throw new Invalid([{ field: 'on', code: 'before-placement' }])
    if (followUp.month) requireTimely(await findSchedule(ctx, [child]), followUp.month, followUp.on)
    await ctx.record([child], followedUp, followUp)
    return {}
  },
})

export const addObservation = operation({
  summary: "Write down what was noticed of a child; read by the child's social workers and psychologists",
  may: ['socialWorker', 'psychologist'],
  input: z.object({ child: z.uuid(), text: z.string().trim().min(1).max(2000) }),
  output: z.object({}),
  async run(ctx, { child, text }) {
    requireKind(await ctx.file(child), 'child')
    await ctx.record([child], observed, { text })
    return {}
  },
})
