import { z } from 'zod'
import { type CaseFile, eventsOf, eventType, lastOf } from '../casefile/event.ts'
import { Instant, Names, Sex } from '../casefile/model.ts'

const Code = z.string().min(1).max(60)
const Text = z.string().trim().min(1).max(500)

export const SeatOf = z.object({
  id: Code,
  row: z.number().int().min(1).max(200),
  column: z.string().min(1).max(2),
  kind: z.enum(['seat', 'stretcher']),
  medical: z.boolean(),
  exitRow: z.boolean(),
})
export const AircraftOf = z.object({
  id: Code,
  seats: z.array(SeatOf).min(1).max(600),
  lapMasks: z.number().int().min(0).max(200),
})

/** What somebody on the team can do; who they are stands in their own file. */
export const Membership = z.object({
  professions: z.array(Code).min(1).max(10),
  languages: z.array(Code).max(12),
  sex: Sex.exclude(['unknown']).optional(),
  canEscort: z.boolean(),
  /** False for crew with a place of their own outside the cabin. */
  seatNeeded: z.boolean(),
})
export type Membership = z.infer<typeof Membership>

/** What a child needs in the air, as the doctor or the lead wrote it. */
export const TravelNeeds = z.object({
  stretcher: z.boolean().optional(),
  medicalSeat: z.boolean().optional(),
  escort: Code.optional(),
})
export type TravelNeeds = z.infer<typeof TravelNeeds>

const AnyBecause = z.looseObject({ code: z.string() })
export const PlanOf = z.object({
  assignments: z.array(
    z.object({ id: z.uuid(), aircraft: Code, seat: Code.optional(), lapOf: z.uuid().optional() }),
  ),
  escorts: z.array(z.object({ adult: z.uuid(), passengers: z.array(z.uuid()) })),
  waiting: z.array(z.object({ id: z.uuid(), because: z.array(AnyBecause) })),
})
/** A plan as it was recorded. `version` counts from 1; `children` are those it was asked for. */
export const Planned = z.object({
  version: z.number().int(),
  flightAt: Instant,
  children: z.array(z.uuid()),
  plan: PlanOf,
})
export type Planned = z.infer<typeof Planned>

export const TaskOf = z.object({
  id: Code,
  names: Names,
  minutes: z.number().int().min(0).max(20_000),
  after: z.array(Code),
  notBefore: Instant.optional(),
  mustEndBy: Instant.optional(),
  needs: z.array(Code).optional(),
})
export type TaskOf = z.infer<typeof TaskOf>
export const Runbook = z.object({ start: Instant, tasks: z.array(TaskOf).max(300) })
export type Runbook = z.infer<typeof Runbook>

export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('minutes'), id: Code, minutes: z.number().int().min(0).max(20_000) }),
  z.object({ kind: z.literal('not-before'), id: Code, instant: Instant.optional() }),
  z.object({ kind: z.literal('must-end-by'), id: Code, instant: Instant.optional() }),
  z.object({ kind: z.literal('after'), id: Code, after: z.array(Code) }),
  z.object({ kind: z.literal('remove'), id: Code }),
])
export type Change = z.infer<typeof Change>

export const HeadCount = z.object({
  gate: Text,
  planVersion: z.number().int(),
  present: z.array(z.uuid()),
  missing: z.array(z.uuid()),
  extra: z.array(z.uuid()),
})
export type HeadCount = z.infer<typeof HeadCount>

/** The act of handing over a child: who gave, who received, with what, in which language. */
export const Handover = z.object({
  gaveName: Text,
  gaveOffice: Text,
  /** The worker of the team who received the child. */
  receivedBy: z.uuid(),
  place: Text,
  belongings: z.array(Text).max(60),
  documents: z.array(Text).max(60),
  medicines: Text.optional(),
  language: Text,
  witnesses: z.array(Text).min(1).max(10),
})
export type Handover = z.infer<typeof Handover>

export const aircraftSet = eventType('evacuation.aircraftSet', {
  class: 'flight',
  sealed: false,
  detail: z.object({ aircraft: z.array(AircraftOf).min(1).max(10) }),
})
export const memberSet = eventType('evacuation.memberSet', {
  class: 'flight',
  sealed: false,
  detail: Membership,
})
export const memberLeft = eventType('evacuation.memberLeft', {
  class: 'flight',
  sealed: false,
  detail: z.object({}),
})
export const needsStated = eventType('evacuation.needsStated', {
  class: 'flight',
  sealed: true,
  detail: TravelNeeds,
})
/** The children it is about travel together. A later one about the same child replaces it for that child. */
export const partySet = eventType('evacuation.partySet', {
  class: 'flight',
  sealed: false,
  detail: z.object({}),
})
export const planned = eventType('evacuation.planned', { class: 'flight', sealed: false, detail: Planned })
export const runbookSet = eventType('evacuation.runbookSet', {
  class: 'flight',
  sealed: false,
  detail: Runbook,
})
export const taskChanged = eventType('evacuation.taskChanged', {
  class: 'flight',
  sealed: false,
  detail: Change,
})
export const counted = eventType('evacuation.counted', {
  class: 'handover',
  sealed: false,
  detail: HeadCount,
})
export const handedOver = eventType('evacuation.handedOver', {
  class: 'handover',
  sealed: true,
  detail: Handover,
})
export const landed = eventType('evacuation.landed', {
  class: 'handover',
  sealed: false,
  detail: z.object({ planVersion: z.number().int() }),
})

export const events = [
  aircraftSet,
  memberSet,
  memberLeft,
  needsStated,
  partySet,
  planned,
  runbookSet,
  taskChanged,
  counted,
  handedOver,
  landed,
]

export const aircraftOf = (operation: CaseFile) => lastOf(operation, aircraftSet)?.detail.aircraft ?? []
export const planOf = (operation: CaseFile) => lastOf(operation, planned)?.detail
export const planBefore = (operation: CaseFile) => eventsOf(operation, planned).at(-2)?.detail
export const needsOf = (child: CaseFile): TravelNeeds => lastOf(child, needsStated)?.detail ?? {}
export const handoverOf = (child: CaseFile) => lastOf(child, handedOver)

/** The team as it is now: the last word about each member, those who left not among them. */
export function teamOf(operation: CaseFile): Map<string, Membership> {
  const team = new Map<string, Membership>()
  for (const event of operation.events) {
    const member = event.about.find((id) => id !== operation.id)
    if (event.type === memberSet.type && member) team.set(member, event.detail as Membership)
    if (event.type === memberLeft.type && member) team.delete(member)
  }
  return team
}

/** Who travels together: the last party each child was put in; by themselves when in none. */
export function partiesOf(
  children: string[],
  events: { id: string; about: string[]; type: string }[],
): Map<string, string> {
  const party = new Map(children.map((child) => [child, child]))
  for (const event of events)
    if (event.type === partySet.type) for (const id of event.about) if (party.has(id)) party.set(id, event.id)
  return party
}
