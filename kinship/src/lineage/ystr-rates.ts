import counted from '../../tables/ystr-mutation-rates.json' with { type: 'json' }
import type { YMutation } from './y-mutation.ts'

/** Mutations seen at one Y-STR locus; the rate is per meiosis and per copy of the locus. */
export type YstrRate = { mutations: number; meioses: number; rate: number; copies: number }

/** Y-STR mutation counts of 27 loci, written by scripts/make-ystr-rates.ts. */
export const ystrRates: {
  title: string
  source: string
  licence: string
  loci: Record<string, YstrRate>
} = counted

/** The counted rates as a mutation model; loci without one are refused unless `elsewhere` is given. */
export function countedYMutation(options: { elsewhere?: number; twoStepShare?: number } = {}): YMutation {
  const rates = Object.fromEntries(Object.entries(ystrRates.loci).map(([locus, { rate }]) => [locus, rate]))
  return { ...options, rates, source: ystrRates.source }
}
