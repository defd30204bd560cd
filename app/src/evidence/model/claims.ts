import { z } from 'zod'
import { type CaseFile, eventsOf, eventType } from '../../casefile/event.ts'
import { DrawnPerson } from './family.ts'

const Text = z.string().trim().min(1).max(1000)

/** Which parents of the child the claim is about: the other one, where typed, stays known in both hypotheses. */
export const Questioned = z.enum(['both', 'father', 'mother'])
export type Questioned = z.infer<typeof Questioned>

/** A relationship that somebody says is true. The same claim stands in the file of each child weighed together. */
export const Claim = z.object({
  claim: z.uuid(),
  family: z.uuid(),
  /** Weighed together: siblings stay siblings in both hypotheses. */
  children: z.array(z.uuid()).min(1).max(20),
  claimant: z.uuid(),
  questioned: Questioned,
  statement: Text,
})
export type Claim = z.infer<typeof Claim>
export const claimed = eventType('evidence.claimed', { class: 'finding', sealed: true, detail: Claim })

export const findings = ['supported', 'inconclusive', 'contradicted'] as const
export const Verdict = z.enum(findings)
export type Verdict = z.infer<typeof Verdict>

/** JSON has no infinity: an impossible hypothesis is said in words. */
export const Log = z.union([z.number(), z.literal('Infinity'), z.literal('-Infinity')])
export type Log = z.infer<typeof Log>

export const Parameters = z.object({
  table: z.string().min(1).max(120),
  theta: z.number().min(0).max(0.1),
  mutation: z.object({ model: z.enum(['none', 'proportional', 'equal']), rate: z.number().min(0).max(0.05) }),
  minimumFrequency: z.number().gt(0).max(0.05),
})
export type Parameters = z.infer<typeof Parameters>

/** Why a locus was not weighed. */
export const dropReasons = [
  'not-in-table',
  'not-autosomal',
  'child-not-typed',
  'relatives-not-typed',
] as const

const Hypothesis = z.array(
  DrawnPerson.extend({ id: z.string(), father: z.string().nullable(), mother: z.string().nullable() }),
)

/** The ratio under another theta and mutation; `usual` is the chosen rate, or the usual one where none was chosen. */
export const SensitivityCell = z.object({
  theta: z.number(),
  mutation: z.enum(['none', 'usual', 'doubled']),
  log10LR: Log.nullable(),
})
export type SensitivityCell = z.infer<typeof SensitivityCell>

/** A weighing as it was done: enough to read, to doubt and to repeat it, and no genotype. */
export const Weighing = z.object({
  claim: z.uuid(),
  /** The same in the file of every child weighed together. */
  weighing: z.uuid(),
  /** The place in the log of the drawing that was weighed. */
  drawing: z.number(),
  parameters: Parameters,
  engine: z.object({ name: z.string(), version: z.string() }),
  hypotheses: z.object({ H1: Hypothesis, H2: Hypothesis }),
  typed: z.array(
    z.object({
      person: z.uuid(),
      loci: z.number(),
      kits: z.array(z.string()),
      laboratories: z.array(z.string()),
      files: z.array(z.string()),
    }),
  ),
  /** Typed, and not used: their consent does not stand. */
  leftOut: z.array(z.uuid()),
  perLocus: z.array(z.object({ locus: z.string(), log10LR: Log })),
  dropped: z.array(z.object({ locus: z.string(), because: z.enum(dropReasons) })),
  lnLR: Log,
  log10LR: Log,
  /** Beside it: the same DNA under other tables. */
  underTables: z.array(z.object({ table: z.string(), log10LR: Log, loci: z.number() })),
  /** The theta of those; absent in weighings before docs/decisions/0032, which had 0 there. */
  underTheta: z.number().optional(),
  sensitivity: z.array(SensitivityCell).optional(),
  /** SHA-256 of the weighed case without ids, in canonical JSON (RFC 8785): the same as in its record. */
  inputHash: z.string().optional(),
  scale: z.object({ id: z.string(), band: z.string() }),
  finding: Verdict,
})
export type Weighing = z.infer<typeof Weighing>
export const weighed = eventType('evidence.weighed', { class: 'finding', sealed: true, detail: Weighing })

/** Two different people, one of each side, make a decision of a finding. */
export const sides = ['science', 'care'] as const
export type Side = (typeof sides)[number]
export const Signature = z.object({
  claim: z.uuid(),
  /** The weighing they looked at. */
  weighing: z.uuid(),
  signature: z.uuid(),
  verdict: Verdict,
  side: z.enum(sides),
  reason: Text.optional(),
  /** What this signature makes of the claim; lists go by it, the fold does not. */
  stands: z.enum(['signed', 'decided', 'disagreed']),
})
export type Signature = z.infer<typeof Signature>
export const signed = eventType('evidence.signed', { class: 'finding', sealed: true, detail: Signature })

export const signatureWithdrawn = eventType('evidence.signatureWithdrawn', {
  class: 'finding',
  sealed: true,
  detail: z.object({ claim: z.uuid(), signature: z.uuid(), reason: Text, remaining: z.number().int() }),
})

export type SignatureGiven = Signature & { by: string; at: string }
export type WeighingDone = Weighing & { at: string; by: string | null }
export type ClaimState = {
  claim: Claim
  at: string
  by: string | null
  weighing: WeighingDone | undefined
  /** Of the last weighing, not withdrawn. */
  signatures: SignatureGiven[]
  decision: Verdict | 'disagreed' | undefined
}

/** What the signatures that stand make together: nothing until both sides have signed. */
export function decisionBy(
  signatures: Pick<Signature, 'verdict' | 'side'>[],
): Verdict | 'disagreed' | undefined {
  const verdicts = [...new Set(signatures.map((signature) => signature.verdict))]
  if (verdicts.length > 1) return 'disagreed'
  return sides.every((side) => signatures.some((signature) => signature.side === side))
    ? verdicts[0]
    : undefined
}

/** What the claims about a child are read from. */
export const ofClaims = [claimed, weighed, signed, signatureWithdrawn]

/** The claims about a child, oldest first, each as far as it has come. */
export function claimsOf(child: CaseFile): ClaimState[] {
  const gone = new Set(eventsOf(child, signatureWithdrawn).map((event) => event.detail.signature))
  return eventsOf(child, claimed).map(({ detail: claim, recordedAt, by }) => {
    const last = eventsOf(child, weighed)
      .filter((event) => event.detail.claim === claim.claim)
      .at(-1)
    const weighing = last && { ...last.detail, at: last.recordedAt, by: last.by }
    const signatures = eventsOf(child, signed)
      .filter((event) => event.detail.claim === claim.claim && event.detail.weighing === weighing?.weighing)
      .filter((event) => !gone.has(event.detail.signature))
      .map((event) => ({ ...event.detail, by: event.by ?? '', at: event.recordedAt }))
    return { claim, at: recordedAt, by, weighing, signatures, decision: decisionBy(signatures) }
  })
}
