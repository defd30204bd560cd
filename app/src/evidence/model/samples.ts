import { z } from 'zod'
import { type CaseFile, type EventType, eventsOf, eventType } from '../../casefile/event.ts'
import { Instant } from '../../casefile/model.ts'

const Text = z.string().trim().min(1).max(300)

/** The number printed on a kit, as laboratories write it on the tube. */
export const KitNumber = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._/#-]{1,39}$/u, { error: 'not-a-kit-number' })

/** One step of the chain of custody: who gave the kit to whom, where and when, under which seal. */
export const KitStep = z.object({
  number: KitNumber,
  /** Who held it before; the first step has nobody. */
  from: Text.nullable(),
  to: Text,
  seal: Text,
  place: Text,
  at: Instant,
  /** On opening: was the seal whole? A broken one ends the use of the kit. */
  sealWhole: z.boolean().optional(),
  remarks: Text.optional(),
})
export type KitStep = z.infer<typeof KitStep>

const kitEvent = (type: string): EventType<KitStep> =>
  eventType(type, { class: 'dna', sealed: true, detail: KitStep })
export const kitIssued = kitEvent('evidence.kitIssued')
export const kitHandedOver = kitEvent('evidence.kitHandedOver')
export const kitReceived = kitEvent('evidence.kitReceived')
export const kitOpened = kitEvent('evidence.kitOpened')

export const kitStates = ['issued', 'handed-over', 'received', 'opened', 'seal-broken'] as const
export type KitState = (typeof kitStates)[number]
const kitEvents: [EventType<KitStep>, KitState][] = [
  [kitIssued, 'issued'],
  [kitHandedOver, 'handed-over'],
  [kitReceived, 'received'],
  [kitOpened, 'opened'],
]

/** In what state a step leaves its kit. */
export const stateAfter = (type: string, step: KitStep): KitState =>
  step.sealWhole === false ? 'seal-broken' : (kitEvents.find(([of]) => of.type === type)?.[1] ?? 'issued')

export type Kit = {
  number: string
  state: KitState
  holder: string
  steps: (KitStep & { state: KitState })[]
}

/** The kits of one person, each with its whole chain, oldest step first. */
export function kitsOf(file: CaseFile): Kit[] {
  const kits = new Map<string, Kit>()
  for (const event of file.events) {
    if (!kitEvents.some(([of]) => of.type === event.type)) continue
    const step = event.detail as KitStep
    const state = stateAfter(event.type, step)
    const kit = kits.get(step.number) ?? { number: step.number, state, holder: step.to, steps: [] }
    kits.set(step.number, { ...kit, state, holder: step.to, steps: [...kit.steps, { ...step, state }] })
  }
  return [...kits.values()]
}

/** Locus -> the two alleles seen there, as laboratories name them; one where a person has one copy. */
export const Genotypes = z.record(z.string().min(1).max(40), z.array(z.string().min(1).max(12)).min(1).max(2))
export type Genotypes = z.infer<typeof Genotypes>

export const Profile = z.object({
  kit: KitNumber,
  laboratory: Text,
  /** Of the laboratory's file as it came: the file itself holds other people too and is not kept. */
  file: z.object({ name: Text, sha256: z.string().length(64) }),
  genotypes: Genotypes,
  /** What it may be used for, and the event of the consent it rests on; those from before do not name them. */
  purpose: z.literal('dna').optional(),
  consent: z.uuid().optional(),
})
export type Profile = z.infer<typeof Profile>
export const profileRecorded = eventType('evidence.profileRecorded', {
  class: 'dna',
  sealed: true,
  detail: Profile,
})

/** One person's genotypes over all their recorded profiles; a later one only adds loci, as the rule on import sees to. */
export function profileOf(
  file: CaseFile,
): { genotypes: Genotypes; sources: Omit<Profile, 'genotypes'>[] } | undefined {
  const profiles = eventsOf(file, profileRecorded).map((event) => event.detail)
  if (profiles.length === 0) return undefined
  const sources = profiles.map(({ genotypes: _, ...source }) => source)
  return { genotypes: Object.assign({}, ...profiles.map((profile) => profile.genotypes)), sources }
}
