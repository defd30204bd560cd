import { isKnownAt } from '../power/family-draws.ts'
import { type LocusRatios, locusRatios } from '../power/locus-ratios.ts'
import { atLeast, atMost, type Bounded, ratioDistribution } from '../power/ratio-distribution.ts'
import type { Truth } from '../power/simulated-ratios.ts'
import { lineageMatch } from './shared-lines.ts'
import { type ExactRatios, type Prepared, panelsFor, ratiosOf } from './simulated-plans.ts'
import type { Plan } from './types.ts'

/** What a plan's numbers rest on. */
export type Power = Omit<Plan, 'test' | 'kit' | 'cost' | 'chance'>

/** A ratio that is the threshold itself reaches it, whatever the last digits of its logarithm. */
const tie = 1e-9
/** Combinations of genotypes weighed at one locus where all are: a few milliseconds. */
const mostLanes = { still: 60_000, mutating: 300 }
/** People beside the missing one whose genotypes are gone through; more are simulated. */
const mostAsked = 1

/** Whose samples the haplotypes are read from. */
function matchOf(prepared: Prepared, test: string[], kit: string | null): number {
  const found = kit === null ? null : (prepared.kits.get(kit) ?? null)
  return lineageMatch(prepared.lines, found, [...test, ...prepared.retest])
}

/** The chance to pass alone: what plans are first compared by. */
export function simulatedPass(
  prepared: Prepared,
  test: string[],
  kit: string | null,
  runs: number,
): { pass: number; expectedLog10LR: number } {
  const log10Match = Math.log10(matchOf(prepared, test, kit))
  // In full, both truths will be asked for; they share half the work.
  const truths: Truth[] = runs === (prepared.input.nsim ?? 1000) ? ['missing', 'stranger'] : ['missing']
  const { missing } = ratiosOf(prepared, test, kit, runs, truths)
  const bound = Math.log10(prepared.input.threshold) + log10Match - tie
  let [passed, sum] = [0, 0]
  for (const log of missing) {
    sum += log
    if (log >= bound) passed++
  }
  return { pass: passed / runs, expectedLog10LR: sum / runs - log10Match }
}

/**
 * All numbers of a plan, simulated. A false pass is as rare as it is unlikely, so it is not counted but weighed:
 * a stranger has a profile 1 / LR times as often as the missing person does (importance sampling).
 */
export function simulatedPower(prepared: Prepared, test: string[], kit: string | null, runs: number): Power {
  const match = matchOf(prepared, test, kit)
  const log10Match = Math.log10(match)
  const { missing, stranger, excludedAt } = ratiosOf(prepared, test, kit, runs, ['missing', 'stranger'])
  const threshold = Math.log10(prepared.input.threshold)
  const { pass, expectedLog10LR } = simulatedPass(prepared, test, kit, runs)
  let [squares, falsePass, refuted, excluded] = [0, 0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const log = missing[run]! - log10Match
    squares += (log - expectedLog10LR) ** 2
    if (log >= threshold - tie) falsePass += 10 ** -log
    if (stranger[run]! - log10Match <= tie - threshold) refuted++
    if (excludedAt[run]! > 0) excluded++
  }
  const share = refuted / runs
  return {
    expectedLog10LR,
    expectedError: Math.sqrt(squares / (runs - 1) / runs),
    pass,
    passError: standardError(pass, runs),
    refuted: 1 - match * (1 - share),
    refutedError: match * standardError(share, runs),
    excluded: 1 - match * (1 - excluded / runs),
    falsePass: falsePass / runs,
    isExact: false,
  }
}

/** Of a share; at 0 and 1 of half a success, as no number of simulations makes a share certain. */
function standardError(share: number, runs: number): number {
  const inside = Math.min(Math.max(share, 0.5 / runs), 1 - 0.5 / runs)
  return Math.sqrt((inside * (1 - inside)) / runs)
}

/** All numbers of a plan, by going through every genotype; `null` where there are too many. */
export function exactPower(prepared: Prepared, test: string[], kit: string | null): Power | null {
  const parts = panelsFor(prepared, test, kit).filter(({ panel }) => panel.prepared.loci.length > 0)
  const key = JSON.stringify(parts.map(({ panel, tested }) => [panel.number, [...tested].sort()]))
  let found = prepared.exact.get(key)
  if (found === undefined) {
    const loci = everyRatio(prepared, parts)
    found = loci && {
      related: ratioDistribution(loci, 'related'),
      unrelated: ratioDistribution(loci, 'unrelated'),
    }
    prepared.exact.set(key, found)
  }
  return found && exactOf(prepared, found, matchOf(prepared, test, kit))
}

function everyRatio({ input }: Prepared, parts: ReturnType<typeof panelsFor>): LocusRatios[] | null {
  const loci: LocusRatios[] = []
  for (const { panel, tested } of parts) {
    for (const at of panel.prepared.loci) {
      const { full, locus } = at.prepared
      const asked = tested.filter((id) => !isKnownAt(input.genotypes, id, locus))
      if (asked.length === 0 && at.profiles.length === 0) continue
      if (asked.length > mostAsked) return null
      const mutates = full.transitions.female !== null || full.transitions.male !== null
      const found = locusRatios(panel.prepared, at, asked, mutates ? mostLanes.mutating : mostLanes.still)
      if (!found) return null
      loci.push(found)
    }
  }
  return loci
}

function exactOf({ input }: Prepared, { related, unrelated }: ExactRatios, match: number): Power {
  const threshold = Math.log10(input.threshold)
  const log10Match = Math.log10(match)
  const pass = centred(atLeast(related, threshold + log10Match))
  const refuted = centred(atMost(unrelated, log10Match - threshold))
  return {
    expectedLog10LR: related.mean - log10Match,
    expectedError: 0,
    pass: pass.value,
    passError: pass.error,
    refuted: 1 - match * (1 - refuted.value),
    refutedError: match * refuted.error,
    excluded: 1 - match * (1 - unrelated.excluded),
    falsePass: match * atLeast(unrelated, threshold + log10Match).value,
    isExact: true,
  }
}

function centred({ lower, value, upper }: Bounded): { value: number; error: number } {
  return { value, error: Math.max(upper - value, value - lower) }
}
