import { z } from 'zod'
import { consentWithdrawn } from '../casefile/consent.ts'
import { type CaseFile, eventType, type LogEvent } from '../casefile/event.ts'
import { Day, Instant } from '../casefile/model.ts'
import { kinshipDecided } from '../evidence/model.ts'
import {
  type Circumstances,
  findCorridor,
  mothers,
  type RequirementId,
  requirementIds,
  stays,
} from './corridors.ts'
import { applies, type Holdings, NOT_BEGUN, type Readiness, readiness } from './rules.ts'

export const RequirementName = z.enum(requirementIds)
export const Moment = z.union([Day, Instant])
const Text = z.string().trim().min(1).max(1000)

export const CircumstancesOf = z.object({ mother: z.enum(mothers), stays: z.enum(stays) })

/** Clearing began: from here on the requirements of the corridor hold for the child. */
export const begun = eventType('clearance.begun', {
  class: 'clearance',
  sealed: false,
  detail: z.object({ corridor: z.string() }),
})

/** What decides which requirements apply: whether a mother can consent, whether a prison must release. */
export const circumstancesStated = eventType('clearance.circumstances', {
  class: 'clearance',
  sealed: true,
  detail: CircumstancesOf,
})

/** A paper as it was handed in. It is kept sealed; its hash shows later that it is the same. */
export const PaperOf = z.object({ id: z.uuid(), name: z.string(), sha256: z.string(), bytes: z.number() })

export const met = eventType('clearance.met', {
  class: 'clearance',
  sealed: true,
  detail: z.object({
    requirement: RequirementName,
    /** The moment the paper is of. */
    on: Instant,
    expires: Instant.nullable(),
    signedBy: z.array(Text).min(1),
    paper: PaperOf,
    remark: Text.optional(),
  }),
})
export type Met = z.infer<typeof met.detail>

/** What the doctor wrote when declaring a child fit to fly: for doctors, not for every desk. */
export const examined = eventType('clearance.examined', {
  class: 'health',
  sealed: true,
  detail: z.object({ requirement: RequirementName, remark: Text }),
})

export const withdrawn = eventType('clearance.withdrawn', {
  class: 'clearance',
  sealed: true,
  detail: z.object({ requirement: RequirementName, reason: Text }),
})

/** Somebody was asked and has not answered: since when, and in words whom and for what. */
export const asked = eventType('clearance.asked', {
  class: 'clearance',
  sealed: true,
  detail: z.object({ requirement: RequirementName, since: Day, note: Text }),
})

/** Somebody took a requirement of a child on by name; null gives it back to the profession. */
export const owned = eventType('clearance.owned', {
  class: 'clearance',
  sealed: true,
  detail: z.object({ requirement: RequirementName, owner: z.uuid().nullable() }),
})

export const events = [begun, circumstancesStated, met, examined, withdrawn, asked, owned]

/** Rusafa's usual case; a child is cleared by it until somebody states otherwise. */
export const USUAL: Circumstances = { mother: 'lives', stays: 'prison' }

export type Clearance = {
  corridor: string
  circumstances: Circumstances
  /** What stands met by a paper; a withdrawn one is gone from here and stays in the history. */
  papers: Partial<Record<RequirementId, LogEvent<Met>>>
}

/** A mother who takes back her yes to the journey or the separation takes back the paper that said it. */
export const CONSENTS_TO_LEAVE: readonly string[] = ['travel', 'separation']
export const CONSENT_PAPERS = ['mother-consent', 'guardian-consent'] as const

/** The clearance of a child as recorded in their file; undefined before it began. */
export function clearanceOf(file: CaseFile): Clearance | undefined {
  let clearance: Clearance | undefined
  for (const event of file.events) {
    if (event.type === begun.type) {
      const { corridor } = event.detail as { corridor: string }
      clearance = { circumstances: USUAL, papers: {}, ...clearance, corridor }
    }
    if (clearance) applyTo(clearance, event)
  }
  return clearance
}

function applyTo(clearance: Clearance, event: LogEvent): void {
  const { papers } = clearance
  if (event.type === circumstancesStated.type) clearance.circumstances = event.detail as Circumstances
  if (event.type === met.type) papers[(event.detail as Met).requirement] = event as LogEvent<Met>
  if (event.type === withdrawn.type)
    delete papers[(event.detail as { requirement: RequirementId }).requirement]
  if (
    event.type === consentWithdrawn.type &&
    CONSENTS_TO_LEAVE.includes((event.detail as { purpose: string }).purpose)
  )
    for (const paper of CONSENT_PAPERS) delete papers[paper]
}

export function holdingsOf(clearance: Clearance, kinship: boolean): Holdings {
  const holdings: Holdings = {}
  for (const requirement of findCorridor(clearance.corridor)?.requirements ?? []) {
    const paper = clearance.papers[requirement.id]
    const isMet = requirement.byEvidence ? kinship : Boolean(paper)
    holdings[requirement.id] = {
      state: applies(requirement, clearance.circumstances) ? (isMet ? 'met' : 'waiting') : 'not-applicable',
      expires: paper?.detail.expires ? new Date(paper.detail.expires) : null,
    }
  }
  return holdings
}

/** One row of the read table `requirements`: what everybody at this station may know of one requirement. */
export type RequirementRow = {
  child: string
  corridor: string
  requirement: RequirementId
  state: 'met' | 'waiting' | 'not-applicable'
  owner: string | null
  has_paper: boolean
  expires: Date | null
  since: Date
  asked_on: string | null
}

/** What of a row readiness is told from. */
export type HeldRow = Pick<RequirementRow, 'child' | 'corridor' | 'requirement' | 'state' | 'expires'>

export const holdingsOfRows = (rows: HeldRow[]): Holdings =>
  Object.fromEntries(rows.map(({ requirement, state, expires }) => [requirement, { state, expires }]))

/**
 * Readiness from the rows of one child in the read table `requirements`: right for every reader of clearance,
 * also one who sees neither findings nor consents. No rows: clearing has not begun.
 */
export function readinessOfRows(rows: HeldRow[], on: Date, flightAt: Date = on): Readiness {
  const corridor = rows[0] && findCorridor(rows[0].corridor)
  return corridor ? readiness(corridor, holdingsOfRows(rows), on, flightAt) : NOT_BEGUN
}

/**
 * Whether a child could leave on `on`, from their own file alone. Right only for a reader who sees findings and
 * consents (coordinator, lawyer); with `readinessOfRows` everybody else of this station gets the same answer.
 */
export function readinessOf(file: CaseFile, on: Date): Readiness {
  const clearance = clearanceOf(file)
  const corridor = clearance && findCorridor(clearance.corridor)
  if (!corridor) return NOT_BEGUN
  return readiness(corridor, holdingsOf(clearance, Boolean(kinshipDecided(file))), on, on)
}
