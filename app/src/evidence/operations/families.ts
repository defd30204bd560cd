import { z } from 'zod'
import { standingConsent } from '../../casefile/consent.ts'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { descriptionOf } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { birthYears, requireFresh, requireKind } from '../../casefile/rules.ts'
import { Refusal } from '../../platform/refusal.ts'
import { claimsOf } from '../model/claims.ts'
import { DrawnPerson, FamilyDrawing, familyDrawn, familyOf, namedIn } from '../model/family.ts'
import { type BirthYears, requirePossibleFamily } from '../rules/family.ts'
import type { EvidenceTables } from '../store.ts'
import { filesById, findTyped, Named, namesOf, withNames } from './people.ts'

const drawers = ['coordinator', 'geneticist', 'lawyer'] as const
export const readers = ['coordinator', 'geneticist', 'lawyer', 'lead'] as const

const drawFamily = operation({
  summary: 'Draw a family, or amend the drawing: who is whose father and mother',
  may: drawers,
  input: z.object({
    family: z.uuid().optional(),
    operation: z.uuid(),
    drawing: FamilyDrawing,
    seen: z.number().int().optional(),
  }),
  output: z.object({ family: z.uuid(), version: z.number() }),
  async run(ctx, { family, operation, drawing, seen }) {
    const named = namedIn(drawing.people)
    const files = await ctx.files(family ? [family, ...named] : named)
    if (family) {
      requireKind(files[0]!, 'family')
      requireFresh(files[0]!, seen)
    }
    const people = files.slice(family ? 1 : 0)
    if (!people.every((file) => file.kind === 'child' || file.kind === 'relative'))
      throw new Refusal('not-of-a-family')
    await withNames(ctx, () => requirePossibleFamily(drawing.people, bornOf(people)))
    const id = family ?? (await ctx.createFile('family', operation))
    const event = await ctx.record([id, ...named], familyDrawn, drawing)
    return { family: id, version: event.seq }
  },
})

function bornOf(files: CaseFile[]): Map<string, BirthYears> {
  const entries = files.flatMap((file): [string, BirthYears][] => {
    const birth = descriptionOf(file)?.birth
    const years = birth && birthYears(birth)
    return years ? [[file.id, years]] : []
  })
  return new Map(entries)
}

const listFamilies = operation({
  summary: 'The families drawn in an operation: who is in each, and who of them is typed',
  may: readers,
  input: z.object({ operation: z.uuid() }),
  output: z.object({
    families: z.array(z.object({ family: z.uuid(), people: z.array(Named.extend({ typed: z.boolean() })) })),
  }),
  reads: true,
  async run(ctx, { operation }) {
    const rows = await ctx.db
      .withTables<EvidenceTables & { people: { id: string; operation: string } }>()
      .selectFrom('family_people')
      .innerJoin('people', 'people.id', 'family_people.person')
      .select(['family', 'person'])
      .where('people.operation', '=', operation)
      .orderBy('family')
      .orderBy('person')
      .execute()
    const ids = rows.map((row) => row.person)
    const [names, typed] = [await namesOf(ctx, ids), await findTyped(ctx, ids)]
    const families = [...Map.groupBy(rows, (row) => row.family)].map(([family, own]) => ({
      family,
      people: own.flatMap(({ person }) => {
        const named = names.get(person)
        return named ? [{ ...named, typed: typed.has(person) }] : []
      }),
    }))
    return { families }
  },
})

export const OpenedPerson = DrawnPerson.extend({
  person: Named.nullable(),
  typed: z.boolean(),
  /** Null where the reader may not see consents. */
  consented: z.boolean().nullable(),
  /** Alive, named, and not typed yet: a sample could be asked for. */
  couldBeAsked: z.boolean(),
})

const openFamily = operation({
  summary: 'A family as drawn: names, who is typed, who stands consented, who could be asked for a sample',
  may: readers,
  input: z.object({ family: z.uuid() }),
  output: z.object({
    family: z.uuid(),
    operation: z.uuid().nullable(),
    version: z.number(),
    people: z.array(OpenedPerson),
    children: z.array(z.uuid()).meta({ description: 'Whose kinship to this family is claimed' }),
  }),
  reads: true,
  async run(ctx, input) {
    const file = await ctx.file(input.family)
    requireKind(file, 'family')
    const drawn = familyOf(file) ?? []
    const files = await filesById(ctx, namedIn(drawn))
    const [names, typed] = [await namesOf(ctx, [...files.keys()]), await findTyped(ctx, [...files.keys()])]
    const people = drawn.map((person) =>
      openPerson(ctx, person, files.get(person.id), names.get(person.id), typed.has(person.id)),
    )
    const children = [...files.values()]
      .filter((person) => claimsOf(person).some(({ claim }) => claim.family === input.family))
      .map((person) => person.id)
    return { family: file.id, operation: file.operation, version: file.version, people, children }
  },
})

export function openPerson(
  ctx: Context,
  drawn: DrawnPerson,
  file: CaseFile | undefined,
  person: Named | undefined,
  typed: boolean,
): z.input<typeof OpenedPerson> {
  const deceased = drawn.deceased || (file && descriptionOf(file)?.deceased) || false
  const consented = !file || ctx.asker === 'lead' ? null : standingConsent(file, 'dna') !== undefined
  return {
    ...drawn,
    deceased,
    person: person ?? null,
    typed,
    consented,
    couldBeAsked: Boolean(file) && !deceased && !typed,
  }
}

export const operations = { drawFamily, listFamilies, openFamily }
