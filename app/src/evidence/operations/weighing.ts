import { z } from 'zod'
import { requireConsent, standingConsent } from '../../casefile/consent.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { operation } from '../../casefile/operation.ts'
import { newId } from '../../platform/identity.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Log, Parameters, Verdict, type Weighing, weighed } from '../model/claims.ts'
import { drawingOf, familyOf, namedIn } from '../model/family.ts'
import { profileOf } from '../model/samples.ts'
import { hypothesesOf } from '../rules/hypotheses.ts'
import { DEFAULTS, type Evidence } from '../rules/weigh.ts'
import { askBeside } from './beside.ts'
import { claimIn, type OpenedClaim } from './claims.ts'
import { withNames } from './people.ts'
import { aboutTables, requireTable, TableAbout } from './tables.ts'

const listTables = operation({
  summary: 'The frequency tables a claim can be weighed with, and the usual parameters',
  may: ['geneticist'],
  input: z.object({}),
  output: z.object({
    tables: z.array(TableAbout),
    defaults: Parameters.omit({ table: true }),
  }),
  reads: true,
  run: async () => ({ tables: aboutTables(), defaults: DEFAULTS }),
})

const weighClaim = operation({
  summary: 'Weigh the DNA evidence for a claim: the family as drawn against children unrelated to it',
  may: ['geneticist'],
  needs: ['dnaHandling'],
  input: z.object({
    claim: z.uuid(),
    child: z.uuid(),
    parameters: Parameters.partial().extend({ table: z.string() }),
  }),
  output: z.object({ weighing: z.uuid(), log10LR: Log, finding: Verdict }),
  async run(ctx, input) {
    const opened = await claimIn(ctx, input.claim, input.child)
    if (opened.state.decision && opened.state.decision !== 'disagreed') throw new Refusal('decided-already')
    const parameters = { ...DEFAULTS, ...input.parameters }
    const evidence = await withNames(ctx, () => gatherEvidence(opened, parameters))
    requireTable(parameters.table)
    const conclusion = await askBeside('conclude', { evidence: evidence.weighed, table: parameters.table })
    const weighing: Weighing = {
      ...{
        claim: input.claim,
        weighing: newId(ctx.now.getTime()),
        drawing: drawingOf(opened.family)!,
        parameters,
      },
      ...{ hypotheses: evidence.weighed.hypotheses, typed: evidence.typed, leftOut: evidence.leftOut },
      ...conclusion,
    }
    for (const { id } of opened.children) await ctx.record([id], weighed, weighing)
    return { weighing: weighing.weighing, log10LR: weighing.log10LR, finding: weighing.finding }
  },
})

export type Gathered = { weighed: Evidence; typed: Weighing['typed']; leftOut: string[] }

/** The profiles that may be used: every child's with a standing consent, or a refusal; the relatives' who agree. */
export function gatherEvidence(
  { state, family, children, people }: OpenedClaim,
  parameters: Parameters,
): Gathered {
  for (const child of children) {
    requireConsent(child, 'dna')
    if (!profileOf(child)) throw new Refusal('not-typed', { person: child.id })
  }
  const drawn = familyOf(family) ?? []
  const typed = namedIn(drawn)
    .flatMap((id) => people.get(id) ?? [])
    .filter((file) => profileOf(file))
  const agreed = typed.filter((file) => standingConsent(file, 'dna'))
  const { questioned } = state.claim
  const ids = children.map((child) => child.id)
  if (agreed.every((file) => ids.includes(file.id))) throw new Refusal('nobody-to-compare')
  return {
    weighed: {
      hypotheses: hypothesesOf(drawn, ids, questioned),
      children: ids,
      genotypes: genotypesOf(agreed),
      parameters,
    },
    typed: agreed.map(provenance),
    leftOut: typed.filter((file) => !agreed.includes(file)).map((file) => file.id),
  }
}

const genotypesOf = (files: CaseFile[]) =>
  Object.fromEntries(files.map((file) => [file.id, profileOf(file)!.genotypes]))

function provenance(file: CaseFile): Weighing['typed'][number] {
  const { genotypes, sources } = profileOf(file)!
  return {
    ...{ person: file.id, loci: Object.keys(genotypes).length },
    kits: sources.map((source) => source.kit),
    laboratories: [...new Set(sources.map((source) => source.laboratory))],
    files: [...new Set(sources.map((source) => source.file.sha256))],
  }
}

export const operations = { listTables, weighClaim }
