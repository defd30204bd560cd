import { z } from 'zod'
import { standingConsent, standingEvent } from '../../casefile/consent.ts'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { descriptionOf } from '../../casefile/model.ts'
import { bytesOf, operation, SentFile } from '../../casefile/operation.ts'
import { Refusal } from '../../platform/refusal.ts'
import { sha256 } from '../../platform/sealing.ts'
import { KitNumber, kitsOf, profileOf, profileRecorded } from '../model/samples.ts'
import {
  type Owner,
  type SampleProblem as Problem,
  planSample,
  type ReadSample,
  type SamplePlan,
} from '../rules/samples.ts'
import type { EvidenceTables } from '../store.ts'
import { Named, namesOf } from './people.ts'
import { readSamples } from './reading.ts'
import { type FileFormat, fileFormats } from './reading-formats.ts'

const may = ['geneticist'] as const
const SampleProblem = z.object({
  code: z.string(),
  locus: z.string().optional(),
  said: z.string().optional(),
  row: z.number().optional().meta({ description: 'Where it stands in the file' }),
})
const Planned = z.object({
  sample: z.string(),
  kit: z.string(),
  person: Named.nullable(),
  loci: z.number(),
  stops: z.array(SampleProblem),
  notes: z.array(SampleProblem),
})
/** Which kit a sample is from, where the laboratory named it otherwise. */
const Mapping = z.record(z.string(), KitNumber).default({})
/** MERLIN's `.dat`, which names the columns of a family table. */
const Loci = SentFile.optional()

const planProfileImport = operation({
  summary:
    'Read a laboratory’s file and say what would be imported and what keeps each sample out; records nothing',
  may,
  needs: ['dnaHandling'],
  input: z.object({ file: SentFile, mapping: Mapping, loci: Loci }),
  output: z.object({
    sha256: z.string(),
    format: z.enum(fileFormats),
    samples: z.array(Planned),
    notes: z.array(SampleProblem),
  }),
  reads: true,
  async run(ctx, { file, mapping, loci }) {
    const { plans, notes, format } = await planFile(ctx, file, mapping, loci)
    const names = await namesOf(
      ctx,
      plans.flatMap(({ plan }) => plan.person ?? []),
    )
    const samples = plans.map(({ plan }) => ({ ...plan, person: names.get(plan.person ?? '') ?? null }))
    return { sha256: sha256(bytesOf(file)), format, samples, notes }
  },
})

const Text = z.string().trim().min(1).max(300)

const acceptProfileImport = operation({
  summary: 'Import the profiles of a checked file; each sample is done, or waits with the reasons',
  may,
  needs: ['dnaHandling'],
  input: z.object({
    file: SentFile,
    sha256: z.string().length(64),
    mapping: Mapping,
    loci: Loci,
    laboratory: Text,
  }),
  output: z.object({
    done: z.array(z.object({ sample: z.string(), person: z.uuid(), loci: z.number() })),
    waiting: z.array(z.object({ sample: z.string(), because: z.array(SampleProblem) })),
  }),
  async run(ctx, { file, sha256: checked, mapping, loci, laboratory }) {
    const sum = sha256(bytesOf(file))
    if (sum !== checked) throw new Refusal('file-differs')
    const { plans } = await planFile(ctx, file, mapping, loci)
    const ready = plans.filter(({ plan }) => plan.stops.length === 0)
    for (const { plan, read } of ready) {
      const profile = {
        kit: plan.kit,
        laboratory,
        file: { name: file.name, sha256: sum },
        genotypes: read.genotypes,
        purpose: 'dna' as const,
        consent: standingEvent(await ctx.file(plan.person!), 'dna')?.id,
      }
      await ctx.record([plan.person!], profileRecorded, profile)
    }
    return {
      done: ready.map(({ plan }) => ({ sample: plan.sample, person: plan.person!, loci: plan.loci })),
      waiting: plans
        .filter(({ plan }) => plan.stops.length > 0)
        .map(({ plan }) => ({ sample: plan.sample, because: plan.stops })),
    }
  },
})

type PlannedFile = {
  plans: { plan: SamplePlan; read: ReadSample }[]
  notes: Problem[]
  format: FileFormat
}

async function planFile(
  ctx: Context,
  file: SentFile,
  mapping: Record<string, string>,
  loci: SentFile | undefined,
): Promise<PlannedFile> {
  const { samples, notes, format } = readSamples(bytesOf(file), loci && bytesOf(loci))
  const kitOf = (sample: ReadSample) => mapping[sample.name] ?? sample.name.trim()
  const owners = await ownersOf(ctx, samples.map(kitOf))
  const plans = samples.map((read) => ({
    plan: planSample(
      read,
      kitOf(read),
      owners.get(kitOf(read)),
      samples.filter((other) => other !== read),
    ),
    read,
  }))
  // Two samples of one person in one file: neither is taken before somebody says which.
  for (const { plan } of plans) {
    const person = plan.person
    if (person && plans.filter((other) => other.plan.person === person).length > 1)
      plan.stops.push({ code: 'person-twice' })
  }
  return { plans, notes, format }
}

/** Kit number -> the person it was issued for, as far as the asker may see them. */
async function ownersOf(ctx: Context, numbers: string[]): Promise<Map<string, Owner>> {
  if (numbers.length === 0) return new Map()
  const rows = await ctx.db
    .withTables<EvidenceTables>()
    .selectFrom('kits')
    .select(['number', 'person'])
    .where('number', 'in', numbers)
    .execute()
  const files = new Map((await ctx.files(rows.map((row) => row.person))).map((file) => [file.id, file]))
  return new Map(rows.map((row) => [row.number, toOwner(files.get(row.person)!, row.number)]))
}

const toOwner = (file: CaseFile, number: string): Owner => ({
  person: file.id,
  kitState: kitsOf(file).find((kit) => kit.number === number)?.state ?? 'issued',
  consented: standingConsent(file, 'dna') !== undefined,
  sex: descriptionOf(file)?.sex ?? 'unknown',
  recorded: profileOf(file)?.genotypes,
})

export const operations = { planProfileImport, acceptProfileImport }
