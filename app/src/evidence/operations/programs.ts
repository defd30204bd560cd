import { KinshipRefusal } from '@sandsage/kinship'
import { familiasFromCase, writeCodis, writeFamilias, writePedsuite } from '@sandsage/kinship/formats'
import { z } from 'zod'
import { standingConsent } from '../../casefile/consent.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { eventsOf } from '../../casefile/event.ts'
import { operation, SentFile, toSentFile } from '../../casefile/operation.ts'
import { requireKind } from '../../casefile/rules.ts'
import { Refusal } from '../../platform/refusal.ts'
import { familyOf, namedIn } from '../model/family.ts'
import { profileOf, profileRecorded } from '../model/samples.ts'
import { hypothesesOf } from '../rules/hypotheses.ts'
import {
  childrenIn,
  type LabelledFamily,
  labelsFor,
  leftOutOf,
  relabelled,
  toCodis,
  toPedTable,
} from '../rules/programs.ts'
import { DEFAULTS, toCase } from '../rules/weigh.ts'
import { filesById } from './people.ts'
import { aboutTables, requireTable } from './tables.ts'

const Program = z.enum(['familias', 'codis', 'pedsuite'])
/** CODIS asks for two addresses of at most ten characters. */
const Address = z.string().trim().min(1).max(10).default('NOT-STATED')

const exportFamily = operation({
  summary:
    'A family and its profiles as a file of another program; people go by their kits. It holds genotypes',
  may: ['geneticist'],
  needs: ['dnaHandling'],
  input: z.object({
    family: z.uuid(),
    program: Program,
    /** Familias: the frequency table to put into the file. */
    table: z.string().optional(),
    destination: Address,
    sourceLab: Address,
  }),
  output: z.object({
    file: SentFile,
    people: z.number(),
    left: z.array(z.string()).meta({ description: 'Loci the form cannot hold' }),
    withoutConsent: z
      .array(z.uuid())
      .meta({ description: 'People with a profile who are left out: their consent does not stand' }),
  }),
  reads: true,
  async run(ctx, { family, program, table, destination, sourceLab }) {
    const file = await ctx.file(family)
    requireKind(file, 'family')
    const drawn = familyOf(file) ?? []
    const files = await filesById(ctx, namedIn(drawn))
    const labelled = labelledFamily(drawn, files)
    const people = Object.keys(labelled.profiles).length
    if (people === 0) throw new Refusal('nobody-to-export')
    const head = {
      destination,
      sourceLab,
      submittedBy: 'Sandsage',
      submittedAt: codisTime(ctx.now.toISOString()),
    }
    const { name, text, left } = orNotPossible(program, () =>
      program === 'codis'
        ? codis(labelled, head)
        : program === 'familias'
          ? familias(labelled, table ?? aboutTables()[0]!.id)
          : { name: 'family.ped', text: writePedsuite(toPedTable(labelled)), left: [] },
    )
    const withoutConsent = [...files.values()]
      .filter((one) => profileOf(one) && !standingConsent(one, 'dna'))
      .map((one) => one.id)
    return { file: toSentFile(name, text), people, left, withoutConsent }
  },
})

type Made = { name: string; text: string; left: string[] }

function orNotPossible(program: string, work: () => Made): Made {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof KinshipRefusal)
      throw new Refusal('export-not-possible', { program, because: cause.message })
    throw cause
  }
}

/** CMF writes a moment without its zone. */
const codisTime = (at: string): string => at.slice(0, 19)

function labelledFamily(
  drawn: ReturnType<typeof familyOf> & object,
  files: Map<string, CaseFile>,
): LabelledFamily {
  const agreed = [...files.values()].filter((file) => profileOf(file) && standingConsent(file, 'dna'))
  const kits = new Map(agreed.map((file) => [file.id, profileOf(file)!.sources[0]!.kit]))
  const labels = labelsFor(drawn, kits)
  const profiles = agreed.map((file): [string, LabelledFamily['profiles'][string]] => {
    const { genotypes, sources } = profileOf(file)!
    const at = codisTime(eventsOf(file, profileRecorded).at(-1)!.recordedAt)
    return [labels.get(file.id)!, { genotypes, laboratory: sources[0]!.laboratory, at }]
  })
  const children = childrenIn(drawn, (id) => files.get(id)?.kind === 'child')
  return {
    people: relabelled(drawn, labels),
    children: children.map((id) => labels.get(id)!),
    profiles: Object.fromEntries(profiles),
  }
}

function codis(family: LabelledFamily, head: Parameters<typeof toCodis>[1]): Made {
  const { file, left } = toCodis(family, head)
  return { name: 'family-codis.xml', text: writeCodis(file), left }
}

/** As drawn, and with the children unrelated to it where there are any. */
function familias(family: LabelledFamily, table: string): Made {
  const { people, children } = family
  const genotypes = Object.fromEntries(
    Object.entries(family.profiles).map(([id, profile]) => [id, profile.genotypes]),
  )
  const hypotheses = children.length > 0 ? hypothesesOf(people, children, 'both') : { H1: people, H2: people }
  const evidence = { hypotheses, children, genotypes, parameters: DEFAULTS }
  const loci = [...requireTable(table).lociFor(evidence).values()].filter(
    ({ chrom }) => chrom === 'autosomal',
  )
  const whole = toCase(evidence, loci, 'family')
  const made = children.length > 0 ? whole : { ...whole, hypotheses: whole.hypotheses.slice(0, 1) }
  return { name: 'family.fam', text: writeFamilias(familiasFromCase(made)), left: leftOutOf(family, made) }
}

export const operations = { exportFamily }
