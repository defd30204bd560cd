import { z } from 'zod'
import { type CaseFile, eventsOf, eventType, lastOf } from '../../casefile/event.ts'
import { Log, Parameters } from './claims.ts'

/** Whether a relative could give a sample: what somebody who knows them says, and nothing the house concludes. */
export const Reach = z.object({
  canBeReached: z.boolean(),
  /** Of fetching one sample, in tenge. */
  cost: z.number().int().min(0).max(1e9),
  place: z.string().trim().max(300),
  /** Whether they are likely to agree. No answer for them: they decide when asked. */
  likely: z.boolean(),
})
export type Reach = z.infer<typeof Reach>

/** About the relative alone, and sealed: a guess at what somebody will agree to is theirs to have erased. */
export const reachNoted = eventType('evidence.reachNoted', { class: 'finding', sealed: true, detail: Reach })

export const reachOf = (file: CaseFile): Reach | undefined => lastOf(file, reachNoted)?.detail

/** What the laboratory could add to the usual loci. */
export const addedKits = ['more', 'mtdna', 'more-mtdna', 'y'] as const
export const AddedKit = z.enum(addedKits)
export type AddedKit = z.infer<typeof AddedKit>

const Chance = z.number().min(0).max(1)
const Tenge = z.number().min(0).max(1e9)

/** One way to go on: whom to test with what, and what may be hoped for from it. */
export const Plan = z.object({
  /** Nobody: to stay with who is typed. */
  test: z.array(z.uuid()),
  /** Null: the usual loci. */
  kit: AddedKit.nullable(),
  expectedLog10LR: Log,
  /** The chance that a true claim reaches the threshold when all of them are tested, with its error. */
  pass: Chance,
  passError: z.number(),
  /** The same, given how likely each of them is to agree. */
  chance: Chance,
  /** The chances that a stranger is refuted, and that a stranger is taken for the child. */
  refuted: Chance,
  falsePass: Chance,
  cost: z.number(),
  isExact: z.boolean(),
})
export type Plan = z.infer<typeof Plan>

/** What the science has to say of the plans; the screen words it. */
export const Saying = z.discriminatedUnion('code', [
  z.object({ code: z.literal('enough-already'), chance: Chance }),
  z.object({
    ...{ code: z.literal('test'), test: z.array(z.uuid()), kit: AddedKit.nullable() },
    ...{ from: Chance, to: Chance, cost: z.number() },
  }),
  z.object({ code: z.literal('answer-unlikely'), chance: Chance }),
  z.object({ code: z.literal('adds-nothing'), person: z.uuid(), gain: z.number() }),
  z.object({ code: z.literal('no-shared-line'), kit: AddedKit, marker: z.enum(['Y', 'MT']) }),
  z.object({ code: z.literal('kit-adds-nothing'), kit: AddedKit, gain: z.number() }),
])
export type Saying = z.infer<typeof Saying>

/** For each sample, in tenge: further loci, and a haplotype (mtDNA or Y). */
export const KitCosts = z.object({ more: Tenge, line: Tenge })
export type KitCosts = z.infer<typeof KitCosts>

/** Advice as it was computed: enough to read and to repeat it; no genotype. */
export const Advice = z.object({
  family: z.uuid(),
  child: z.uuid(),
  /** The place in the log of the drawing it rests on. */
  drawing: z.number(),
  parameters: Parameters,
  kitCosts: KitCosts,
  seed: z.number().int(),
  now: Plan,
  /** Cheapest first. */
  plans: z.array(Plan),
  best: Plan,
  /** Plans no other beats in both cost and chance. */
  front: z.array(Plan),
  sayings: z.array(Saying),
})
export type Advice = z.infer<typeof Advice>

export const advised = eventType('evidence.advised', { class: 'finding', sealed: true, detail: Advice })

/** The advice last kept for a child in a family. */
export function adviceFor(child: CaseFile, family: string): (Advice & { at: string }) | undefined {
  const last = eventsOf(child, advised)
    .filter((event) => event.detail.family === family)
    .at(-1)
  return last && { ...last.detail, at: last.recordedAt }
}
