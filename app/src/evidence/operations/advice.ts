import { z } from 'zod'
import { standingConsent } from '../../casefile/consent.ts'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { operation } from '../../casefile/operation.ts'
import { requireKind } from '../../casefile/rules.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Advice, adviceFor, advised, KitCosts, Reach, reachNoted, reachOf } from '../model/advice.ts'
import { type DrawnPerson, drawingOf, familyOf, namedIn } from '../model/family.ts'
import { profileOf } from '../model/samples.ts'
import { MOST_ASKED, requireAdvisable } from '../rules/advice.ts'
import { childrenIn } from '../rules/programs.ts'
import { DEFAULTS } from '../rules/weigh.ts'
import type { AdviceQuestion } from './advising.ts'
import { askBeside } from './beside.ts'
import { OpenedPerson, openPerson, readers } from './families.ts'
import { filesById, findTyped, namesOf, withNames } from './people.ts'
import { aboutTables } from './tables.ts'

const noters = ['coordinator', 'geneticist', 'lawyer'] as const

const noteReach = operation({
  summary: 'Note which relatives could give a sample: where they are, what it costs, whether they may agree',
  may: noters,
  input: z.object({
    people: z
      .array(z.object({ person: z.uuid(), reach: Reach }))
      .min(1)
      .max(50),
  }),
  output: z.object({ noted: z.number() }),
  async run(ctx, { people }) {
    const files = await ctx.files(people.map(({ person }) => person))
    for (const file of files) requireKind(file, 'relative')
    const changed = people.filter(({ reach }, at) => {
      return JSON.stringify(reachOf(files[at]!)) !== JSON.stringify(reach)
    })
    for (const { person, reach } of changed) await ctx.record([person], reachNoted, reach)
    return { noted: changed.length }
  },
})

const KeptAdvice = Advice.extend({ at: z.string(), outdated: z.boolean() })

const openAdvice = operation({
  summary: 'Whom to test next in a family: who can be reached, and the advice last kept for each child',
  may: readers,
  input: z.object({ family: z.uuid() }),
  output: z.object({
    family: z.uuid(),
    drawing: z.number(),
    people: z.array(OpenedPerson.extend({ reach: Reach.nullable() })),
    children: z.array(z.uuid()).meta({ description: 'Whose place in this family is in question' }),
    kept: z.array(KeptAdvice),
  }),
  reads: true,
  async run(ctx, { family }) {
    const { file, drawn, files, children } = await familyWith(ctx, family)
    const ids = [...files.keys()]
    const [names, typed] = [await namesOf(ctx, ids), await findTyped(ctx, ids)]
    const drawing = drawingOf(file) ?? 0
    const people = drawn.map((person) => {
      const own = files.get(person.id)
      const opened = openPerson(ctx, person, own, names.get(person.id), typed.has(person.id))
      return { ...opened, reach: (own && reachOf(own)) ?? null }
    })
    const kept = children.flatMap((child) => adviceFor(files.get(child)!, family) ?? [])
    return {
      ...{ family, drawing, people, children },
      kept: kept.map((advice) => ({ ...advice, outdated: advice.drawing !== drawing })),
    }
  },
})

const Asked = z.object({
  person: z.uuid(),
  cost: Reach.shape.cost,
  likely: z.boolean(),
})
const Question = z.object({
  family: z.uuid(),
  child: z.uuid(),
  table: z.string().optional(),
  kitCosts: KitCosts.default({ more: 0, line: 0 }),
  /** Tried without noting it; absent: those noted as within reach. */
  asked: z.array(Asked).max(MOST_ASKED).optional(),
})

const adviseFamily = operation({
  summary: 'Whom to test next, so that the claim of a child can be answered; computes and records nothing',
  may: ['geneticist'],
  input: Question,
  output: Advice,
  reads: true,
  run: (ctx, question) => adviceOn(ctx, question),
})

const keepAdvice = operation({
  summary: 'Keep the advice on whom to test next, so that the coordinator can act on it',
  may: ['geneticist'],
  input: Question.omit({ asked: true }),
  output: Advice,
  async run(ctx, question) {
    const advice = await adviceOn(ctx, question)
    await ctx.record([question.child], advised, advice)
    return advice
  },
})

async function familyWith(ctx: Context, family: string) {
  const file = await ctx.file(family)
  requireKind(file, 'family')
  const drawn = familyOf(file) ?? []
  const files = await filesById(ctx, namedIn(drawn))
  return { file, drawn, files, children: childrenIn(drawn, (id) => files.get(id)?.kind === 'child') }
}

/** The same seed every time: a chance that moved by itself would look like news. */
const SEED = 1

async function adviceOn(ctx: Context, question: z.output<typeof Question>): Promise<Advice> {
  const { file, drawn, files, children } = await familyWith(ctx, question.family)
  const { child, family, kitCosts, table = aboutTables()[0]!.id } = question
  const asked = question.asked ?? notedIn(drawn, files)
  await withNames(ctx, () =>
    requireAdvisable(
      drawn,
      child,
      asked.map(({ person }) => person),
    ),
  )
  requireReachable(asked, files)
  const parameters = { ...DEFAULTS, table }
  const input: AdviceQuestion = {
    ...{ people: drawn, child, asked, kitCosts, seed: SEED, parameters },
    // The other children are as much in question as this one: they prove nothing here.
    genotypes: agreedGenotypes([...files.values()].filter(({ id }) => !children.includes(id))),
  }
  const found = await askBeside('advise', input, ctx.actor?.id)
  return { family, child, drawing: drawingOf(file)!, parameters, kitCosts, seed: SEED, ...found }
}

/** Untyped, alive relatives who are noted as within reach. */
function notedIn(drawn: DrawnPerson[], files: Map<string, CaseFile>): z.output<typeof Asked>[] {
  return drawn.flatMap(({ id, deceased }) => {
    const file = files.get(id)
    const reach = file && reachOf(file)
    if (!file || deceased || !reach?.canBeReached || profileOf(file)) return []
    return [{ person: id, cost: reach.cost, likely: reach.likely }]
  })
}

function requireReachable(asked: z.output<typeof Asked>[], files: Map<string, CaseFile>): void {
  for (const { person } of asked) {
    const file = files.get(person)
    if (!file) throw new Refusal('not-of-this-family')
    if (profileOf(file)) throw new Refusal('typed-already')
  }
}

const agreedGenotypes = (files: CaseFile[]): AdviceQuestion['genotypes'] =>
  Object.fromEntries(
    files.flatMap((file) => {
      const profile = profileOf(file)
      return profile && standingConsent(file, 'dna') ? [[file.id, profile.genotypes]] : []
    }),
  )

export const operations = { noteReach, openAdvice, adviseFamily, keepAdvice }
