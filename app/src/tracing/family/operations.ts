import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { type Description, descriptionOf, Names, Sex } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { accountNames } from '../../casefile/operations.ts'
import { Refusal } from '../../platform/refusal.ts'
import { foundOf, requesterOf, requestOf } from '../model.ts'
import { type Desk, openDesk, tracers } from '../operations/requests.ts'
import { placesWith } from '../searches/model.ts'
import { ofDescription } from '../weighing/weigh.ts'
import { type FamilyChild, type FamilyRequest, familyOf } from './graph.ts'

const Source = z.discriminatedUnion('by', [
  z.object({ by: z.literal('requester'), name: z.string() }),
  z.object({ by: z.literal('file') }),
])
const Person = z.object({
  key: z.string(),
  kind: z.enum(['child', 'sought', 'requester', 'mother', 'father', 'companion']),
  file: z.uuid().nullable(),
  names: Names.nullable(),
  written: z.array(z.string()),
  sex: Sex,
  above: z.number().int().nullable(),
})
const Link = z.object({
  from: z.string(),
  to: z.string(),
  role: z.enum(['mother', 'father', 'asks', 'with']),
  word: z.string().nullable(),
  said: z.array(Source),
  confirmed: z.object({ who: z.string(), at: z.string() }).nullable(),
})

/** More than this many requests in one family are not drawn: nobody could read it. */
const MOST_REQUESTS = 24

export const familyGraph = operation({
  summary: 'The family around a request or a child: who is said to be whose, by whom, and what was confirmed',
  may: tracers,
  input: z.object({ file: z.uuid() }),
  output: z.object({
    people: z.array(Person),
    links: z.array(Link),
    /** Requests of the family that are not drawn because there are too many. */
    notDrawn: z.number().int(),
  }),
  reads: true,
  async run(ctx, input) {
    const file = await ctx.file(input.file)
    const operation = file.operation ?? requestOf(file)?.operation
    if (!operation || file.kind === 'operation') throw new Refusal('no-family')
    const desk = await openDesk(ctx, operation)
    const { requests, children } = around(file, desk)
    const drawn = requests.slice(0, MOST_REQUESTS)
    const family = familyOf({
      ...{ requests: drawn.map(toRequest), children: await childrenOf(ctx, children) },
      searches: desk.searches,
      decisions: drawn.flatMap((one) => desk.decisionsOn(one.id)),
    })
    ctx.shows(drawn.map((one) => one.id))
    const accounts = await accountNames(ctx)
    return {
      people: family.people,
      links: family.links.map(({ confirmed, ...link }) => ({
        ...link,
        confirmed: confirmed && { who: accounts.get(confirmed.by ?? '') ?? '—', at: confirmed.at },
      })),
      notDrawn: requests.length - drawn.length,
    }
  },
})

/** The requests and children that confirmations and common searches bind to a file, however many steps away. */
function around(file: CaseFile, { files, searches, decisionsOn }: Desk) {
  const confirmed = files.flatMap((one) => decisionsOn(one.id)).filter((one) => one.choice === 'confirmed')
  const requests = new Set(requestOf(file) ? [file.id] : [])
  const children = new Set(file.kind === 'child' ? [file.id] : [])
  for (let size = -1; size < requests.size + children.size; ) {
    size = requests.size + children.size
    for (const { child, relative } of confirmed) {
      if (requests.has(relative)) children.add(child)
      if (children.has(child)) requests.add(relative)
    }
    for (const { id, sought } of files.map((one) => ({ id: one.id, sought: requestOf(one)!.sought })))
      if (requests.has(id))
        for (const at of sought.keys())
          for (const place of placesWith(searches, { relative: id, sought: at })) requests.add(place.relative)
  }
  return { requests: files.filter((one) => requests.has(one.id)), children: [...children] }
}

function toRequest(file: CaseFile): FamilyRequest {
  const { name, relation } = requesterOf(file)!
  return { relative: file.id, name, relation, sought: requestOf(file)!.sought }
}

async function childrenOf(ctx: Context, ids: string[]): Promise<FamilyChild[]> {
  const files = await ctx.files(ids)
  return files.flatMap((file) => {
    const description: Description | undefined = descriptionOf(file)
    if (!description) return []
    const { mother, father, companions } = ofDescription(description, foundOf(file))
    return [
      {
        ...{ id: file.id, names: description.names, sex: description.sex },
        ...{ mother: [...mother], father: [...father], companions: [...companions] },
      },
    ]
  })
}
