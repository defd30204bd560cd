import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import { operation, SentFile, toSentFile } from '../../casefile/operation.ts'
import { accountNames } from '../../casefile/operations.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Claim, type ClaimState, Log, sides, Verdict, Weighing } from '../model/claims.ts'
import { drawingOf, familyOf, namedIn } from '../model/family.ts'
import { limitsOf, lowestOf, NOT_EXAMINED } from '../rules/limits.ts'
import { labelsOf, withLabels } from '../rules/record.ts'
import { chooseLoci, toCase } from '../rules/weigh.ts'
import { askBeside } from './beside.ts'
import { claimIn, type OpenedClaim } from './claims.ts'
import { readers } from './families.ts'
import { findTyped, Named, namesOf } from './people.ts'
import { aboutTables, requireTable, TableAbout } from './tables.ts'
import { gatherEvidence } from './weighing.ts'

const Signed = z.object({
  name: z.string(),
  mine: z.boolean(),
  side: z.enum(sides),
  verdict: Verdict,
  reason: z.string().optional(),
  at: z.string(),
})

const OpenedClaimAnswer = z.object({
  claim: Claim,
  recordedAt: z.string(),
  /** Everybody the claim and its drawings name. */
  people: z.array(Named.extend({ typed: z.boolean() })),
  weighing: Weighing.extend({ at: z.string(), by: z.string() }).nullable(),
  outdated: z.boolean(),
  signatures: z.array(Signed),
  decision: z.enum(['supported', 'inconclusive', 'contradicted', 'disagreed']).nullable(),
})

async function openedClaim(ctx: Context, opened: OpenedClaim): Promise<z.input<typeof OpenedClaimAnswer>> {
  const { state, family } = opened
  const drawn = namedIn(familyOf(family) ?? [])
  const ids = [...new Set([...drawn, ...state.claim.children])]
  const [names, typed, accounts] = [
    await namesOf(ctx, ids),
    await findTyped(ctx, ids),
    await accountNames(ctx),
  ]
  const nameOf = (id: string | null) => (id && accounts.get(id)) ?? '—'
  const { weighing } = state
  return {
    claim: state.claim,
    recordedAt: state.at,
    people: ids
      .flatMap((id) => names.get(id) ?? [])
      .map((named) => ({ ...named, typed: typed.has(named.id) })),
    weighing: weighing ? { ...weighing, by: nameOf(weighing.by) } : null,
    outdated: isOutdated(state, drawingOf(family), typed),
    signatures: state.signatures.map(({ by, side, verdict, reason, at }) => ({
      name: nameOf(by),
      mine: by === ctx.actor?.id,
      side,
      verdict,
      reason,
      at,
    })),
    decision: state.decision ?? null,
  }
}

function isOutdated({ weighing }: ClaimState, drawing: number | undefined, typed: Set<string>): boolean {
  if (!weighing) return false
  const known = [...weighing.typed.map(({ person }) => person), ...weighing.leftOut]
  return drawing !== weighing.drawing || [...typed].some((person) => !known.includes(person))
}

const ClaimOfChild = z.object({ claim: z.uuid(), child: z.uuid() })

const openClaim = operation({
  summary: 'One claim: who says what, what the DNA says, who signed what',
  may: readers,
  input: ClaimOfChild,
  output: OpenedClaimAnswer,
  reads: true,
  run: async (ctx, { claim, child }) => openedClaim(ctx, await claimIn(ctx, claim, child)),
})

const reportOfClaim = operation({
  summary: 'The report of a weighed claim: hypotheses, loci, parameters, limits, provenance; no genotypes',
  may: readers,
  input: ClaimOfChild,
  output: OpenedClaimAnswer.extend({
    /** The frequency tables it speaks of, the chosen one first. */
    tables: z.array(TableAbout),
    lowest: z.object({ table: z.string(), log10LR: Log }),
    limits: z.array(z.object({ code: z.string(), n: z.number().optional() })),
    notExamined: z.array(z.string()),
  }),
  reads: true,
  async run(ctx, { claim, child }) {
    const opened = await claimIn(ctx, claim, child)
    const { weighing, claim: said } = opened.state
    if (!weighing) throw new Refusal('not-weighed')
    const lowest = lowestOf(weighing)
    return {
      ...(await openedClaim(ctx, opened)),
      tables: tablesIn(weighing),
      lowest: {
        table: lowest.table,
        log10LR: Number.isFinite(lowest.log10LR) ? lowest.log10LR : weighing.log10LR,
      },
      limits: limitsOf(weighing, said.questioned),
      notExamined: [...NOT_EXAMINED],
    }
  },
})

function tablesIn({ parameters, underTables }: Weighing) {
  const ids = [...new Set([parameters.table, ...underTables.map((under) => under.table)])]
  const known = aboutTables()
  return ids.flatMap((id) => known.find((table) => table.id === id) ?? [])
}

/** The evidence of the last weighing, or a refusal where the family has changed since. */
async function weighedEvidence(ctx: Context, claim: string, child: string) {
  const opened = await claimIn(ctx, claim, child)
  const { weighing } = opened.state
  if (!weighing) throw new Refusal('not-weighed')
  const typed = await findTyped(ctx, namedIn(familyOf(opened.family) ?? []))
  if (isOutdated(opened.state, drawingOf(opened.family), typed)) throw new Refusal('family-drawn-anew')
  const { weighed } = gatherEvidence(opened, weighing.parameters)
  return { evidence: weighed, weighing }
}

const exportClaim = operation({
  summary: 'The weighed claim as a case another laboratory can recompute offline; it holds genotypes',
  may: ['geneticist'],
  needs: ['dnaHandling'],
  input: ClaimOfChild,
  output: z.object({ file: SentFile }),
  reads: true,
  async run(ctx, { claim, child }) {
    const { evidence, weighing } = await weighedEvidence(ctx, claim, child)
    const { used } = chooseLoci(evidence, requireTable(weighing.parameters.table).lociFor(evidence))
    const made = {
      ...toCase(evidence, used, weighing.weighing),
      expected: { log10LR: { H1: weighing.log10LR } },
      engine: weighing.engine,
    }
    const cases = { format: 'sandsage.kinship-cases/1', cases: [withLabels(made, labelsOf(evidence))] }
    return {
      file: toSentFile(`kinship-case-${weighing.weighing.slice(0, 8)}.json`, JSON.stringify(cases, null, 1)),
    }
  },
})

const recordOfClaim = operation({
  summary:
    'The weighed claim as a record another laboratory replays: input, answer and all that decided it; it holds genotypes',
  may: ['geneticist'],
  needs: ['dnaHandling'],
  input: ClaimOfChild,
  output: z.object({ file: SentFile, inputHash: z.string() }),
  reads: true,
  async run(ctx, { claim, child }) {
    const { evidence, weighing } = await weighedEvidence(ctx, claim, child)
    const { text, inputHash } = await askBeside('record', { evidence, table: weighing.parameters.table })
    // The hash was kept when it was weighed: another one now would mean other evidence.
    if (weighing.inputHash && weighing.inputHash !== inputHash) throw new Refusal('record-differs')
    return { file: toSentFile(`kinship-record-${inputHash.slice(0, 12)}.json`, text), inputHash }
  },
})

export const operations = { openClaim, reportOfClaim, exportClaim, recordOfClaim }
