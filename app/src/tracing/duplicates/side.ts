import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { seenOf } from '../../casefile/merging/model.ts'
import { findStandsIn } from '../../casefile/merging/standing.ts'
import { Description, descriptionOf } from '../../casefile/model.ts'
import { wordsOf } from '../../design/languages/messages.ts'
import { foundOf } from '../model.ts'
import { inOrder, sayEvidence } from '../saying.ts'
import type { About } from '../weighing/evidence.ts'
import { type Described, ofDescription, type Weighed, weigh } from '../weighing/weigh.ts'
import { words } from '../words.ts'
import { siblingSigns } from './rules.ts'

const Speaks = z.enum(['for', 'against', 'neither'])
export const SaidReason = z.object({ label: z.string(), sentence: z.string(), speaks: Speaks })

/** What two descriptions are laid beside each other by, in the order of a screen. */
export const sideFields = [
  ...(['names', 'otherNames', 'sex', 'birth', 'mother', 'father', 'birthplace', 'place'] as const),
  ...(['languages', 'marks', 'companions', 'deceased'] as const),
] as const
type SideField = (typeof sideFields)[number]

/** Which field of a description each piece of evidence is about. */
const fieldOf: Record<About, SideField> = {
  ...{ given: 'names', family: 'names', 'father-line': 'names', sex: 'sex', birth: 'birth' },
  ...{ father: 'father', mother: 'mother', 'mother-line': 'mother', birthplace: 'birthplace' },
  ...{ place: 'place', languages: 'languages', marks: 'marks', companions: 'companions' },
}

export const Alike = z.object({
  reasons: z.array(SaidReason),
  fields: z.array(z.object({ field: z.enum(sideFields), speaks: Speaks })),
  /** What speaks for brothers, sisters or twins instead of one person twice. */
  siblings: z.array(z.enum(['explains', 'given-differs', 'twins', 'sex-differs'])),
})

export const Side = z.object({
  id: z.uuid(),
  description: Description,
  /** Since when the house knows of them, from which list, and who wrote it. */
  since: z.string(),
  by: z.string().nullable(),
  list: z.string().nullable(),
  with: z.string().nullable(),
  events: z.number(),
  /** Stations that have written in the file, and `request`: such a file is the one to keep. */
  stands: z.array(z.string()),
})

export type WeighedPair = { a: CaseFile; b: CaseFile; weighed: Weighed }

const described = (file: CaseFile): Described =>
  ofDescription(descriptionOf(file)!, foundOf(file), file.kind === 'relative' ? 'relative' : 'child')

/** Two files weighed as one person; undefined where one of them does not say who the person is. */
export function pairOf(a: CaseFile, b: CaseFile): WeighedPair | undefined {
  if (!descriptionOf(a) || !descriptionOf(b)) return undefined
  return { a, b, weighed: weigh(described(a), described(b)) }
}

export const weighBeside = (file: CaseFile, entered: Described): Weighed => weigh(described(file), entered)

/** Less than this much (log10) is said, and speaks for neither. */
const TELLING = 0.1

function fieldsOf({ evidence }: Weighed): z.infer<typeof Alike>['fields'] {
  const sums = new Map<SideField, number>()
  for (const { about, log10LR } of evidence) {
    const field = fieldOf[about]
    // Two given names are two names, however well the rest of them agrees.
    const weight = about === 'given' && log10LR < -TELLING ? Number.NEGATIVE_INFINITY : log10LR
    sums.set(field, (sums.get(field) ?? 0) + weight)
  }
  return [...sums].map(([field, sum]) => ({
    field,
    speaks: sum > TELLING ? ('for' as const) : sum < -TELLING ? ('against' as const) : ('neither' as const),
  }))
}

export function toAlike(
  ctx: Context,
  weighed: Weighed,
  a: Description,
  b: Description,
): z.infer<typeof Alike> {
  const say = wordsOf(words, ctx.language)
  return {
    reasons: inOrder(weighed.evidence).map((one) => {
      const { label, sentence, speaks } = sayEvidence(say, one)
      return { label, sentence, speaks }
    }),
    fields: fieldsOf(weighed),
    siblings: siblingSigns(weighed, a, b),
  }
}

async function toSide(
  ctx: Context,
  file: CaseFile,
  accounts: Map<string, string>,
): Promise<z.infer<typeof Side>> {
  const [first] = file.events
  const found = foundOf(file)
  return {
    id: file.id,
    description: descriptionOf(file)!,
    since: first!.recordedAt,
    by: first!.by && (accounts.get(first!.by) ?? null),
    list: found?.list.name ?? null,
    with: found?.with ?? null,
    events: file.events.length,
    stands: await findStandsIn(ctx, [file.id]),
  }
}

/** A pair as a screen shows it. */
export async function toPair(ctx: Context, { a, b, weighed }: WeighedPair, accounts: Map<string, string>) {
  return {
    a: await toSide(ctx, a, accounts),
    b: await toSide(ctx, b, accounts),
    version: seenOf(a, b),
    ...toAlike(ctx, weighed, descriptionOf(a)!, descriptionOf(b)!),
  }
}
