import type { CaseFile } from '../casefile/event.ts'
import { Refusal } from '../platform/refusal.ts'
import { type Decision, requestOf, type Sought, stageOf } from './model.ts'

/**
 * A pair is shown from this log10 LR on, over the whole description: ten times likelier one child than two random
 * ones. A pair looked at for nothing costs a minute; a true pair not shown costs a child. See
 * docs/decisions/0050-weighing.md.
 */
export const SHOWN_FROM = 1

/** The sought child a decision is about; refuses where the file is no request or has no such child in it. */
export function requireSought(relative: CaseFile, at: number): Sought {
  const sought = requestOf(relative)?.sought[at]
  if (!sought) throw new Refusal('not-a-request')
  if (['received', 'closed'].includes(stageOf(relative))) throw new Refusal('request-not-open')
  return sought
}

/** Decisions that keep a pair from being suggested: made on the pair, or the sought child was found in another. */
export function standsAgainst(
  decisions: Decision[],
  pair: { child: string; relative: string; sought: number },
): Decision | undefined {
  const ofSought = decisions.filter((one) => one.relative === pair.relative && one.sought === pair.sought)
  return (
    ofSought.find((one) => one.child === pair.child) ?? ofSought.find((one) => one.choice === 'confirmed')
  )
}

/** A child for a child, an adult for an adult; and nobody is the one they ask for. */
export function requireKindOf(found: CaseFile, relative: CaseFile, sought: Sought): void {
  const kind = sought.kind ?? 'child'
  if (found.kind !== kind) throw new Refusal(kind === 'child' ? 'not-a-child' : 'not-a-relative')
  if (found.id === relative.id) throw new Refusal('asks-themselves')
}

/** One pair is decided once; the second of two who decide at once is told who was first. */
export function requireUndecided(
  decisions: Decision[],
  pair: { child: string; relative: string; sought: number },
  nameOf: (by: string | null) => string,
): void {
  const earlier = standsAgainst(decisions, pair)
  if (!earlier) return
  const values = { who: nameOf(earlier.by) }
  if (earlier.child !== pair.child) throw new Refusal('sought-is-found', values)
  if (earlier.choice === 'confirmed') throw new Refusal('already-confirmed', values)
  throw new Refusal('already-rejected', values)
}
