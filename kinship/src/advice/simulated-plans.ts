import { drawFamily, type LocusDraws, type PreparedFamily, prepareFamily } from '../power/family-draws.ts'
import type { RatioDistribution } from '../power/ratio-distribution.ts'
import { type SimulatedRatios, simulatedRatios, type Truth } from '../power/simulated-ratios.ts'
import { type DisabledMutations, stillLoci } from '../power/still-loci.ts'
import type { Locus } from '../types.ts'
import { checkAdviceInput } from './check-input.ts'
import { sharedLines } from './shared-lines.ts'
import type { AdviceInput, Kit, SharedLine } from './types.ts'

/** The loci alone, or what a kit adds to them: a family at these loci, and its simulations by their number. */
type Panel = {
  prepared: PreparedFamily
  number: number
  draws: Map<number, LocusDraws[]>
  known: Map<string, SimulatedRatios>
}

/** The distributions of the ratio under both truths. */
export type ExactRatios = { related: RatioDistribution; unrelated: RatioDistribution }

/** A question made ready: simulations are shared by all plans, so that plans differ by what they test alone. */
export type Prepared = {
  input: AdviceInput
  kits: Map<string, Kit>
  lines: SharedLine[]
  loci: Panel
  added: Map<string, Panel>
  /** Whose samples are at hand. */
  retest: string[]
  withoutMutation: string[]
  /** By whom a plan tests at which loci; `null` where there is too much to go through. */
  exact: Map<string, ExactRatios | null>
}

/** @throws KinshipRefusal what makes no sense in the question, and whatever the engine refuses */
export function prepare(input: AdviceInput): Prepared {
  checkAdviceInput(input)
  const { kits = [], genotypes } = input
  const loci = stillOf(input, input.loci)
  const added = kits.map((kit, index): [string, Panel] => [
    kit.id,
    panelOf(input, stillOf(input, kit.loci ?? []), index + 1),
  ])
  const all = [
    ...loci,
    ...added.flatMap(([, panel]) => panel.prepared.loci.map(({ prepared }) => prepared.locus)),
  ]
  const mutating = new Set(
    [...input.loci, ...kits.flatMap((kit) => kit.loci ?? [])].flatMap(({ name, mutation }) =>
      mutation ? [name] : [],
    ),
  )
  return {
    input,
    kits: new Map(kits.map((kit) => [kit.id, kit])),
    lines: sharedLines(input),
    loci: panelOf(input, loci, 0),
    added: new Map(added),
    retest: (input.retest ?? Object.keys(genotypes).filter((id) => !input.dropout?.[id])).filter((id) =>
      Object.hasOwn(genotypes, id),
    ),
    exact: new Map(),
    withoutMutation: all.flatMap(({ name, mutation }) => (!mutation && mutating.has(name) ? [name] : [])),
  }
}

function stillOf(input: AdviceInput, loci: Locus[]): Locus[] {
  const asked: DisabledMutations | undefined = input.disableMutations
  return stillLoci({ ...input, loci }, asked)
}

function panelOf(input: AdviceInput, loci: Locus[], number: number): Panel {
  return {
    prepared: prepareFamily({ ...input, loci }, input.missing),
    number,
    draws: new Map(),
    known: new Map(),
  }
}

/** Who is tested at the loci, and who at what a kit adds. */
export function panelsFor({ loci, added, retest }: Prepared, test: string[], kit: string | null) {
  const alone = { panel: loci, tested: test }
  const more = kit === null ? undefined : added.get(kit)
  if (!more) return [alone]
  return [alone, { panel: more, tested: [...new Set([...test, ...retest])] }]
}

/** The ratios of a plan in every simulation. */
export function ratiosOf(
  prepared: Prepared,
  test: string[],
  kit: string | null,
  runs: number,
  truths: Truth[],
): SimulatedRatios {
  const parts = panelsFor(prepared, test, kit).map(({ panel, tested }) =>
    panelRatios(prepared, panel, tested, runs, truths),
  )
  return parts.reduce((sum, part) => ({
    missing: sum.missing.map((log, run) => log + part.missing[run]!),
    stranger: sum.stranger.map((log, run) => log + part.stranger[run]!),
    excludedAt: sum.excludedAt.map((count, run) => count + part.excludedAt[run]!),
  }))
}

function panelRatios(
  { input, retest }: Prepared,
  panel: Panel,
  tested: string[],
  runs: number,
  truths: Truth[],
): SimulatedRatios {
  const ids = [...tested].sort()
  const key = JSON.stringify([ids, runs, truths])
  let found = panel.known.get(key)
  if (!found) {
    found = simulatedRatios(panel.prepared, drawsOf(input, retest, panel, runs), ids, runs, truths)
    panel.known.set(key, found)
  }
  return found
}

function drawsOf(input: AdviceInput, retest: string[], panel: Panel, runs: number): LocusDraws[] {
  let draws = panel.draws.get(runs)
  if (!draws) {
    const ids = [...new Set([...input.reachable.map(({ id }) => id), ...(panel.number > 0 ? retest : [])])]
    draws = drawFamily(panel.prepared, ids.sort(), runs, input.seed + panel.number)
    panel.draws.set(runs, draws)
  }
  return draws
}
