import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import type { CaseFile } from '../event.ts'
import { operation } from '../operation.ts'
import { workers } from '../operations.ts'
import { erasuresOf } from '../protection/model.ts'
import { getEmergency, requireOwnFile } from './gathering.ts'
import { agreed, ended, Found, reviewed, said } from './model.ts'
import {
  after,
  agreeing,
  policyOf,
  requireAgreeable,
  requireReviewable,
  reviewing,
  stateOf,
} from './rules.ts'

const Which = z.object({ emergency: z.uuid() })

export const agreeToEmergency = operation({
  summary:
    "Agree, as the second person, that a file opens to somebody for some hours; never one's own asking",
  may: agreeing,
  needs: ['dataProtection'],
  input: Which,
  output: z.object({ until: z.string() }),
  async run(ctx, { emergency: id }) {
    const by = ctx.actor!.id
    const { file, actor } = await getEmergency(ctx, id)
    if (actor === by) throw new Refusal('emergency-own')
    await requireOwnFile(ctx, file)
    // Asked anew under the lock: of two who agree at once, the second is told.
    requireAgreeable(await getEmergency(ctx, id), by, ctx.now)
    const { hours } = policyOf(ctx.actor!.profession)!
    const { recordedAt } = await ctx.recordEmergency(file, agreed, { emergency: id, hours })
    return { until: after(recordedAt, hours).toISOString() }
  },
})

export const endEmergency = operation({
  summary: 'End an emergency before its time, or take back an asking: one’s own, or on a file one works on',
  may: workers,
  input: Which,
  output: z.object({}),
  async run(ctx, { emergency: id }) {
    const one = await getEmergency(ctx, id)
    if (one.actor !== ctx.actor!.id) {
      if (!agreeing.some((profession) => profession === ctx.actor!.profession))
        throw new Refusal('emergency-not-found', {}, 404)
      await requireOwnFile(ctx, one.file)
    }
    const state = stateOf(one, ctx.now)
    if (state === 'over' || state === 'lapsed') throw new Refusal('emergency-over')
    await ctx.recordEmergency(one.file, ended, { emergency: id })
    return {}
  },
})

const isErased = (file: CaseFile): boolean =>
  erasuresOf(file).some((one) => one.what === 'person' && one.state !== 'asked')

export const reviewEmergency = operation({
  summary: 'Say, when an emergency is over, whether it was right; neither who opened it nor who agreed',
  may: reviewing,
  input: Which.extend({ found: Found, note: z.string().trim().min(3).max(1000) }),
  output: z.object({}),
  async run(ctx, { emergency: id, found, note }) {
    const by = ctx.actor!.id
    const { file, actor, agreedBy } = await getEmergency(ctx, id)
    if (actor === by || agreedBy === by) throw new Refusal('emergency-own')
    const looked = await requireOwnFile(ctx, file)
    requireReviewable(await getEmergency(ctx, id), by, ctx.now)
    await ctx.recordEmergency(file, reviewed, { emergency: id, found })
    // Whoever was erased meanwhile has no key for words about them; that it was reviewed is recorded all the same.
    if (!isErased(looked)) await ctx.recordEmergency(file, said, { emergency: id, as: 'review', text: note })
    return {}
  },
})
