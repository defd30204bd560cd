import { Refusal, refuse } from '../../platform/refusal.ts'
import type { Kit, KitState, KitStep } from '../model/samples.ts'

/** From which states a step may follow; `issued` begins a chain. */
const before: Record<Exclude<KitState, 'issued' | 'seal-broken'>, KitState[]> = {
  'handed-over': ['issued', 'handed-over'],
  received: ['issued', 'handed-over'],
  opened: ['received'],
}
export type KitMove = keyof typeof before

const said = (name: string | null): string => (name ?? '').normalize('NFKC').trim().toLocaleLowerCase()

/**
 * Refuses a step that breaks the chain of custody: of a kit nobody issued to this person, by somebody who did
 * not hold it, earlier than the step before, later than now, under another seal without a remark that says why.
 */
export function requireChain(kit: Kit | undefined, step: KitStep, move: KitMove, now: Date): void {
  if (!kit) throw new Refusal('kit-unknown', { kit: step.number })
  const last = kit.steps.at(-1)!
  if (!before[move].includes(kit.state)) refuse(`kit-is-${kit.state}`, { kit: kit.number })
  if (said(step.from) !== said(kit.holder))
    refuse('chain-broken', { kit: kit.number, from: step.from ?? '—', holder: kit.holder })
  if (Date.parse(step.at) < Date.parse(last.at)) refuse('step-before-last', { kit: kit.number, at: last.at })
  requirePast(step, now)
  if (step.seal !== last.seal && !step.remarks) refuse('seal-differs', { kit: kit.number, seal: last.seal })
}

export function requirePast(step: KitStep, now: Date): void {
  if (Date.parse(step.at) > now.getTime()) refuse('step-in-future', { kit: step.number })
}
