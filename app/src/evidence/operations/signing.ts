import { z } from 'zod'
import { requireConsent } from '../../casefile/consent.ts'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { operation } from '../../casefile/operation.ts'
import { newId } from '../../platform/identity.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  claimsOf,
  decisionBy,
  type Side,
  Signature,
  signatureWithdrawn,
  signed,
  Verdict,
} from '../model/claims.ts'
import { drawingOf, familyOf, namedIn } from '../model/family.ts'
import { requireMaySign, standingWith } from '../rules/finding.ts'
import { claimIn, deciders, type OpenedClaim } from './claims.ts'
import { findTyped, withNames } from './people.ts'

const sideOf = (ctx: Context): Side => (ctx.asker === 'geneticist' ? 'science' : 'care')
const Standing = z.object({
  signature: z.uuid(),
  stands: Signature.shape.stands,
  decision: z.enum(['supported', 'inconclusive', 'contradicted', 'disagreed']).nullable(),
})

const signDecision = operation({
  summary:
    'Sign what the evidence for a claim amounts to; two different people, of science and of care, make a decision',
  may: deciders,
  input: z.object({
    claim: z.uuid(),
    child: z.uuid(),
    weighing: z.uuid(),
    verdict: Verdict,
    reason: z.string().trim().min(1).max(1000).optional(),
  }),
  output: Standing,
  async run(ctx, { claim, child, weighing, verdict, reason }) {
    const opened = await claimIn(ctx, claim, child)
    const { state, children } = opened
    const by = ctx.actor!.id
    const side = sideOf(ctx)
    requireMaySign(state, { by, side, weighing, verdict, reason })
    await requireUpToDate(ctx, opened)
    if (verdict === 'supported') await withNames(ctx, () => requireNoOtherFamily(children, claim))
    const stands = standingWith(state.signatures, verdict)
    const signature = newId(ctx.now.getTime())
    for (const { id } of children)
      await ctx.record([id], signed, { claim, weighing, signature, verdict, side, reason, stands })
    return { signature, stands, decision: decisionBy([...state.signatures, { verdict, side }]) ?? null }
  },
})

/** What was weighed must still be so: the drawing, who is typed, and everybody's consent. */
async function requireUpToDate(ctx: Context, { state, family, people }: OpenedClaim): Promise<void> {
  const weighing = state.weighing!
  if (drawingOf(family) !== weighing.drawing) throw new Refusal('family-drawn-anew')
  const known = [...weighing.typed.map(({ person }) => person), ...weighing.leftOut]
  const typed = await findTyped(ctx, namedIn(familyOf(family) ?? []))
  if ([...typed].some((person) => !known.includes(person))) throw new Refusal('typed-since')
  for (const { person } of weighing.typed) requireConsent(people.get(person)!, 'dna')
}

/** A child belongs to one family: a second supported decision is refused with the name of the first claimant. */
function requireNoOtherFamily(children: CaseFile[], claim: string): void {
  for (const child of children) {
    const other = claimsOf(child).find(
      (state) => state.decision === 'supported' && state.claim.claim !== claim,
    )
    if (other) throw new Refusal('competing-decision', { person: child.id, claimant: other.claim.claimant })
  }
}

const withdrawSignature = operation({
  summary: 'Take back one’s own signature, with a reason: what it decided no longer stands',
  may: deciders,
  input: z.object({ claim: z.uuid(), child: z.uuid(), reason: z.string().trim().min(1).max(1000) }),
  output: z.object({ remaining: z.number() }),
  async run(ctx, { claim, child, reason }) {
    const { state, children } = await claimIn(ctx, claim, child)
    const own = state.signatures.find(({ by }) => by === ctx.actor!.id)
    if (!own) throw new Refusal('no-signature-of-yours')
    const remaining = state.signatures.length - 1
    for (const { id } of children)
      await ctx.record([id], signatureWithdrawn, { claim, signature: own.signature, reason, remaining })
    return { remaining }
  },
})

export const operations = { signDecision, withdrawSignature }
