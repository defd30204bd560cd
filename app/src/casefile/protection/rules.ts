import { Refusal } from '../../platform/refusal.ts'
import type { Class } from '../access.ts'
import type { Erasable, Ground, HoldReason } from './model.ts'
import type { Period } from './retention.ts'

/** What there is of one class in a file: since when, and when the last of it came. */
export type ClassFacts = { class: string; first: string; last: string; events: number }

/** What decides whether something may be destroyed; gathered by the operation. */
export type Standing = {
  kind: string
  /** Out of the lists: entered by mistake, taken back with its list, or the same person as another. */
  aside: boolean
  holds: HoldReason[]
  steps: { station: string; state: string; waitsFor: string | null }[]
  /** When the operation flies; null where there is none. */
  flightAt: string | null
  classes: ClassFacts[]
}

const addMonths = (iso: string, months: number): string => {
  const at = new Date(iso)
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + months]
  // The last day of a short month stands for a day it does not have.
  const day = Math.min(at.getUTCDate(), new Date(Date.UTC(year, month + 1, 0)).getUTCDate())
  return new Date(Date.UTC(year, month, day, at.getUTCHours(), at.getUTCMinutes())).toISOString()
}

/** When the clock of a class of data runs out, counted from the last fact of its class. */
export const dueAt = (facts: ClassFacts, period: Period): string => addMonths(facts.last, period.months)

const classesOf: Record<Erasable, (what: string) => boolean> = {
  person: () => true,
  dna: (what) => what === 'dna',
  health: (what) => what === 'health',
}

/** What the law asks to be kept until a day that has not come. */
export const keptByLaw = (
  standing: Standing,
  what: Erasable,
  periods: Period[],
  now: Date,
): { data: string; until: string } | undefined =>
  periods
    .filter((period) => period.kind === 'keep')
    .flatMap((period) =>
      standing.classes
        .filter((facts) => facts.class === period.class && classesOf[what](facts.class))
        .map((facts) => ({ data: period.data, until: dueAt(facts, period) })),
    )
    .filter(({ until }) => until > now.toISOString())
    .sort((a, b) => b.until.localeCompare(a.until))[0]

/**
 * Refuses what may not be destroyed now, naming the rule: a hold first, because nobody may go past one; then what
 * a child's way home still needs; then what the law asks to be kept. What was kept unlawfully has no period.
 */
export function requireErasable(
  standing: Standing,
  what: Erasable,
  ground: Ground,
  periods: Period[],
  now: Date,
): void {
  if (standing.holds.length) throw new Refusal('erasure-on-hold', { hold: standing.holds[0]! })
  if (what === 'person' && !standing.aside) requireNoWay(standing, now)
  const kept = ground === 'unlawful' ? undefined : keptByLaw(standing, what, periods, now)
  if (kept) throw new Refusal('erasure-kept-by-law', { data: kept.data, until: kept.until.slice(0, 10) })
}

/** A child on the way home is not taken out of the plans of those who carry them. */
function requireNoWay({ kind, steps, flightAt }: Standing, now: Date): void {
  if (kind !== 'child') return
  const at = (station: string) => steps.find((step) => step.station === station)
  const clearance = at('clearance')
  if (at('evacuation') && at('evacuation')!.state !== 'done') throw new Refusal('erasure-flight-planned')
  if (clearance && clearance.state !== 'done') throw new Refusal('erasure-decision-open')
  if (clearance && flightAt && flightAt > now.toISOString()) throw new Refusal('erasure-operation-goes-on')
}

export type Due = { data: Period['data']; class: Class; since: string; due: string; period: Period }

/** What is due on a day; what was due once stays due, however late one looks. */
export function dueOf(classes: ClassFacts[], periods: Period[], now: Date): Due[] {
  return periods.flatMap((period) =>
    classes
      .filter((facts) => facts.class === period.class)
      .map((facts) => ({
        data: period.data,
        class: period.class,
        since: facts.last,
        due: dueAt(facts, period),
        period,
      }))
      .filter(({ due }) => due <= now.toISOString()),
  )
}

/** Two people: whoever asked does not confirm. */
export function requireSecond(askedBy: string, confirmer: string | undefined): void {
  if (!confirmer || askedBy === confirmer) throw new Refusal('erasure-needs-second')
}
