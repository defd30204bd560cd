import { Refusal } from '../platform/refusal.ts'
import type { FigureId } from './model.ts'

/**
 * The smallest group a public number may show: five, as in the statistical disclosure control of official
 * statistics (Hundepool et al., Statistical Disclosure Control, 2012, minimum frequency rule).
 */
export const SMALLEST_GROUP = 5

/** Nobody, or at least five: neither tells of anyone in particular. */
export const isSafe = (count: number): boolean => count === 0 || count >= SMALLEST_GROUP

/**
 * The value to publish, or null where it would point at few people: when they are fewer than five, or when
 * all but fewer than five are counted, since the rest follows by one subtraction.
 *
 * @example suppress(8, 14) // 8: six others remain
 * @example suppress(11, 14) // null: the other three would be known
 */
export function suppress(value: number, of: number): number | null {
  return isSafe(value) && isSafe(of - value) ? value : null
}

/** A later count may not tell of the few people between it and the one published before. */
export function requireSafeStep(before: number | null | undefined, now: number | null): void {
  if (before === null || before === undefined || now === null) return
  const step = Math.abs(now - before)
  if (!isSafe(step)) throw new Refusal('step-too-small', { least: SMALLEST_GROUP })
}

/** The version of each figure's definition; raised when what is counted changes. */
export const definitions: Record<FigureId, number> = {
  children: 1,
  girls: 1,
  boys: 1,
  'families-found': 1,
  'kinship-decided': 1,
  cleared: 1,
  flown: 1,
  'living-with-family': 1,
}

/** A text shown in public names nobody by number or by phone: the slips that are easiest to make. */
export function proseProblem(text: string): 'has-phone' | 'has-id-number' | undefined {
  if (/\b\d{12}\b/.test(text)) return 'has-id-number'
  return /\+?\d[\d\s()-]{9,}\d/.test(text) ? 'has-phone' : undefined
}
