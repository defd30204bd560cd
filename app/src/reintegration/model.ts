import { z } from 'zod'
import { type CaseFile, eventsOf, eventType, lastOf } from '../casefile/event.ts'
import { Day, Region } from '../casefile/model.ts'
import { FOLLOW_UP_MONTHS, type FollowUpMonth } from './rules.ts'

const Text = z.string().trim().min(1).max(2000)

/** These children are siblings, or were taken for siblings and are not. What a family's drawing says needs no saying. */
export const siblingsStated = eventType('reintegration.siblings', {
  class: 'placement',
  sealed: false,
  detail: z.object({ are: z.boolean() }),
})

/** What a family answered before anybody was placed with it. Stands in the child's file and in the relative's. */
export const Agreement = z.object({
  agreement: z.uuid(),
  relative: z.uuid(),
  answer: z.enum(['agrees', 'declines']),
  on: Day,
  terms: Text,
  /** The language it was spoken of in. */
  language: z.string().trim().min(2).max(40),
})
export const familyAgreed = eventType('reintegration.familyAgreed', {
  class: 'placement',
  sealed: true,
  detail: Agreement,
})
export const relativeAgreed = eventType('reintegration.relativeAgreed', {
  class: 'placement',
  sealed: true,
  detail: Agreement.omit({ relative: true }).extend({ children: z.array(z.uuid()).min(1) }),
})

/** UN Guidelines for the Alternative Care of Children (2010), 29: kinship, foster and residential care. */
export const placementKinds = ['relatives', 'family-home', 'foster', 'centre'] as const
export const Home = z.object({
  kind: z.enum(placementKinds),
  /** The name of the place or of the family, as people say it. */
  place: Text,
  address: Text,
  /** Whoever works on the children of this region works on those who live here. */
  region: Region.optional(),
  /** With whom, where the child lives with relatives. */
  relative: z.uuid().optional(),
})
export type Home = z.infer<typeof Home>

/** Why siblings are parted all the same: two people answer for it. */
export const Apart = z.object({ reason: Text, signedBy: z.array(Text).min(1).max(6) })

export const placed = eventType('reintegration.placed', {
  class: 'placement',
  sealed: true,
  lasting: true,
  detail: Home.extend({
    /** Shared by all who live there together. */
    placement: z.uuid(),
    on: Day,
    /** Why this place is in the best interests of this child. */
    reason: Text,
    apart: Apart.optional(),
  }),
})
export type Placed = z.infer<typeof placed.detail>

export const ended = eventType('reintegration.ended', {
  class: 'placement',
  sealed: true,
  detail: z.object({ placement: z.uuid(), on: Day, reason: Text }),
})

/** How three things of a child's every day stand; what was not spoken of is left out. */
export const standings = ['well', 'begun', 'needs-help'] as const
export const matters = ['school', 'papers', 'doctor'] as const
export const Month = z.union(FOLLOW_UP_MONTHS.map((month) => z.literal(month)))

export const FollowUp = z.object({
  on: Day,
  /** Which of the agreed visits this was; none: somebody saw the child in between. */
  month: Month.optional(),
  seenBy: z.string().trim().min(1).max(200),
  words: Text,
  next: Text.optional(),
  matters: z.partialRecord(z.enum(matters), z.enum(standings)),
})
export const followedUp = eventType('reintegration.followedUp', {
  class: 'observation',
  sealed: true,
  detail: FollowUp,
})

export const observed = eventType('reintegration.observed', {
  class: 'observation',
  sealed: true,
  detail: z.object({ text: Text }),
})

export const PsychologyNote = z.object({ text: z.string().trim().min(1).max(8000) })
/** What a psychologist noted: read by psychologists, and by the person themselves who asks what is kept. */
export const psychologyNoted = eventType('reintegration.psychologyNoted', {
  class: 'psychology',
  sealed: true,
  detail: PsychologyNote,
})

export const events = [
  siblingsStated,
  familyAgreed,
  relativeAgreed,
  placed,
  ended,
  followedUp,
  observed,
  psychologyNoted,
]

/** Where the child lives now, as recorded; undefined before the first placement. */
export const placementOf = (file: CaseFile): Placed | undefined => lastOf(file, placed)?.detail

/** What each relative last answered about this child. */
export function answersOf(file: CaseFile): Map<string, z.infer<typeof Agreement>> {
  return new Map(eventsOf(file, familyAgreed).map(({ detail }) => [detail.relative, detail]))
}

const own = new Set(events.map(({ type }) => type))

/** The place of the newest event of this station that the reader sees. */
export const versionOf = (file: CaseFile): number =>
  file.events.findLast(({ type }) => own.has(type))?.seq ?? 0

export type PlacementRow = {
  child: string
  placement: string
  kind: Home['kind']
  began: string
  last_seen: string
}
export type FollowUpRow = { child: string; month: FollowUpMonth; due: string; done: string | null }
export type SiblingRow = { child: string; sibling: string; told_by: string }
export type AgreementRow = { child: string; relative: string; agrees: boolean; on_day: string }
