import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import { bytesOf, MOST_BYTES, operation, SentFile } from '../../casefile/operation.ts'
import { Invalid, Refusal } from '../../platform/refusal.ts'
import type { Requirement } from '../corridors.ts'
import { clearanceOf, examined, holdingsOfRows, Moment, met, withdrawn } from '../model.ts'
import { expiryOf, isInFuture, requireMeetable, requireOwner, stateOf, toMoment } from '../rules.ts'
import { gather, nameOf, ofRequirement, workers } from './gather.ts'

const Text = z.string().trim().min(1).max(1000)

const Given = z.object({
  ...ofRequirement,
  paper: SentFile,
  /** The day the paper is of; for an examination the moment. */
  on: Moment,
  expires: Moment.optional(),
  /** Who signed the paper or vouches for it, by name. */
  signedBy: z.array(Text).min(1).max(6),
  remark: Text.optional(),
})

export const meetRequirement = operation({
  summary: 'Hand in the paper that meets one requirement of one child',
  may: workers,
  input: Given,
  output: z.object({ expires: z.string().nullable(), sha256: z.string() }),
  async run(ctx, input) {
    const { file, rows, requirement, flightAt } = await gather(ctx, input)
    const before = clearanceOf(file)?.papers[input.requirement]
    const metBy = await nameOf(ctx, before?.by ?? null)
    const profession = ctx.actor?.profession ?? ''
    requireMeetable(requirement, holdingsOfRows(rows), { profession, now: ctx.now, flightAt, metBy })
    requireSignatures(requirement, input.signedBy)
    const moments = momentsOf(requirement, input, ctx.now)
    return keep(ctx, requirement, input, moments)
  },
})

type Moments = { on: Date; expires: Date | null }

async function keep(
  ctx: Context,
  requirement: Requirement,
  input: z.infer<typeof Given>,
  { on, expires }: Moments,
) {
  const { child, signedBy, remark } = input
  const isMedical = requirement.paperClass === 'health'
  const paper = await ctx.savePaper(child, requirement.paperClass, contentOf(input.paper))
  const until = expires?.toISOString() ?? null
  await ctx.record([child], met, {
    ...{ requirement: requirement.id, on: on.toISOString(), expires: until, signedBy },
    paper: { ...paper, name: input.paper.name },
    ...(remark && !isMedical ? { remark } : {}),
  })
  if (remark && isMedical) await ctx.record([child], examined, { requirement: requirement.id, remark })
  return { expires: until, sha256: paper.sha256 }
}

function contentOf(paper: z.infer<typeof SentFile>): Buffer {
  const content = bytesOf(paper)
  if (content.length === 0) throw new Invalid([{ field: 'paper', code: 'paper-empty' }])
  if (content.length > MOST_BYTES) throw new Refusal('file-too-large', { most: MOST_BYTES / 1024 ** 2 }, 413)
  return content
}

/** A decision of two is two people's: the same name twice is one signature. */
function requireSignatures({ signatures }: Requirement, signedBy: string[]): void {
  const people = new Set(signedBy.map((name) => name.normalize('NFC').toLocaleLowerCase()))
  if (people.size < signatures) throw new Refusal('signatures-missing', { needed: signatures })
}

function momentsOf(requirement: Requirement, input: z.infer<typeof Given>, now: Date): Moments {
  if (isInFuture(input.on, now)) throw new Invalid([{ field: 'on', code: 'day-in-future' }])
  if (requirement.expiryOnPaper && !input.expires)
    throw new Invalid([{ field: 'expires', code: 'expiry-missing' }])
  const on = toMoment(input.on)
  const stated = input.expires ? toMoment(input.expires, 'end') : undefined
  if (stated && stated <= on) throw new Invalid([{ field: 'expires', code: 'expires-before-date' }])
  const expires = expiryOf(requirement, on, stated)
  if (expires && expires <= now) throw new Invalid([{ field: 'expires', code: 'expired-already' }])
  return { on, expires }
}

export const withdrawRequirement = operation({
  summary: 'Take back that a requirement is met, with the reason; the paper stays in the history',
  may: workers,
  input: z.object({ ...ofRequirement, reason: Text }),
  output: z.object({}),
  async run(ctx, input) {
    const { requirement, rows } = await gather(ctx, input)
    const { child, reason } = input
    if (requirement.byEvidence) throw new Refusal('met-by-evidence')
    requireOwner(requirement, ctx.actor?.profession ?? '')
    const state = stateOf(holdingsOfRows(rows)[requirement.id], ctx.now, ctx.now)
    if (state === 'waiting' || state === 'not-applicable') throw new Refusal('not-met')
    await ctx.record([child], withdrawn, { requirement: requirement.id, reason })
    return {}
  },
})
