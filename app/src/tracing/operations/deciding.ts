import { z } from 'zod'
import type { CaseFile } from '../../casefile/event.ts'
import { operation } from '../../casefile/operation.ts'
import { accountNames } from '../../casefile/operations.ts'
import { requireFresh } from '../../casefile/rules.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Choice, decided, decisionsOf, reasoned, versionOf, withdrawn } from '../model.ts'
import { requireKindOf, requireSought, requireUndecided } from '../rules.ts'
import { expected, MOST_UNLISTED } from '../weighing/model.ts'
import { decisionsFor } from './pairs.ts'
import { tracers } from './requests.ts'

export const PairIds = z.object({
  child: z.uuid(),
  relative: z.uuid(),
  sought: z.number().int().min(0).max(11),
})

const Reason = z.string().trim().min(1, { error: 'missing' }).max(1000)

export const decideCandidate = operation({
  summary:
    'Confirm or reject that somebody on a list is the one a request asks for, with a reason; a person decides',
  may: tracers,
  input: PairIds.extend({ choice: Choice, reason: Reason, seen: z.number().int().optional() }),
  output: z.object({}),
  async run(ctx, { child, relative, sought, choice, reason, seen }) {
    const [childFile, relativeFile] = (await ctx.files([child, relative])) as [CaseFile, CaseFile]
    requireKindOf(childFile, relativeFile, requireSought(relativeFile, sought))
    const names = await accountNames(ctx)
    const decisions = await decisionsFor(ctx, relativeFile, sought)
    requireUndecided(decisions, { child, relative, sought }, (by) => names.get(by ?? '') ?? '—')
    requireFresh({ ...childFile, version: versionOf(childFile, relativeFile) }, seen)
    await ctx.record([child, relative], decided, { sought, choice })
    await ctx.record([child], reasoned, { relative, sought, choice, reason })
    return {}
  },
})

export const withdrawDecision = operation({
  summary: 'Take a decision on a pair back, with a reason; the pair may be suggested again',
  may: tracers,
  input: PairIds.extend({ reason: Reason }),
  output: z.object({}),
  async run(ctx, { child, relative, sought, reason }) {
    const [, relativeFile] = (await ctx.files([child, relative])) as [CaseFile, CaseFile]
    const stands = decisionsOf(relativeFile).some((one) => one.child === child && one.sought === sought)
    if (!stands) throw new Refusal('nothing-decided')
    await ctx.record([child, relative], withdrawn, { sought })
    await ctx.record([child], reasoned, { relative, sought, choice: 'withdrawn', reason })
    return {}
  },
})

export const expectUnlisted = operation({
  summary:
    'Say how many are believed missing who are on no list yet: how likely a pair is rests on it; null takes it back',
  may: tracers,
  input: z.object({
    operation: z.uuid(),
    unlisted: z.number().int().min(0).max(MOST_UNLISTED).nullable(),
  }),
  output: z.object({}),
  async run(ctx, { operation, unlisted }) {
    const file = await ctx.file(operation)
    if (file.kind !== 'operation') throw new Refusal('not-an-operation')
    await ctx.record([operation], expected, { unlisted })
    return {}
  },
})
