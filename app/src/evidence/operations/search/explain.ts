import { z } from 'zod'
import { requireConsent } from '../../../casefile/consent.ts'
import { descriptionOf } from '../../../casefile/model.ts'
import { operation } from '../../../casefile/operation.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { Parameters } from '../../model/claims.ts'
import { DrawnPerson, drawingOf, namedIn } from '../../model/family.ts'
import { Cell, foundIn, searchOf } from '../../model/search.ts'
import { pairHypotheses } from '../../rules/positions.ts'
import { bandOf, bands } from '../../rules/search.ts'
import { findTyped, Named, namesOf } from '../people.ts'
import { drawingAt, filesOf, placesIn } from './gathering.ts'
import { searchReaders } from './start.ts'

const explainPair = operation({
  summary: 'One child beside one family of a search: the two explanations drawn, and what each locus says',
  may: searchReaders,
  input: z.object({ search: z.uuid(), child: z.uuid(), position: z.string() }),
  output: z.object({
    child: z.uuid(),
    family: z.uuid(),
    people: z.array(Named.extend({ typed: z.boolean() })),
    hypotheses: z.object({ H1: z.array(DrawnPerson), H2: z.array(DrawnPerson) }),
    cell: Cell,
    band: z.enum(bands),
    parameters: Parameters,
    /** The family was drawn anew since. */
    outdated: z.boolean(),
  }),
  reads: true,
  async run(ctx, { search: id, child, position }) {
    const search = searchOf(await ctx.file(id))
    const at = search?.positions.find((one) => one.position === position)
    if (!search || !at) throw new Refusal('search-not-found', {}, 404)
    const files = await filesOf(ctx, [child, at.family])
    const file = files.get(child)!
    requireConsent(file, 'dna')
    const cell = foundIn(file, id).pairs?.cells.find((one) => one.position === position)
    if (!cell) throw new Refusal('pair-not-kept')
    const family = files.get(at.family)!
    const people = drawingAt(family, at.drawing)
    const sex = descriptionOf(file)?.sex ?? 'unknown'
    const hypotheses = pairHypotheses(people, at.places[0]!.id, placesIn(search, at.family), {
      id: child,
      sex,
    })
    const ids = [...new Set([child, ...namedIn(people)])]
    const [names, typed] = [await namesOf(ctx, ids), await findTyped(ctx, ids)]
    return {
      ...{ child, family: at.family, hypotheses, cell, band: bandOf(cell) },
      people: [...names.values()].map((one) => ({ ...one, typed: typed.has(one.id) })),
      parameters: search.parameters,
      outdated: drawingOf(family) !== at.drawing,
    }
  },
})

export const operations = { explainPair }
