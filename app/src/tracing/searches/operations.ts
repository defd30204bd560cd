import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import { operation } from '../../casefile/operation.ts'
import { Refusal } from '../../platform/refusal.ts'
import { requesterOf, requestOf, Sought, stageOf } from '../model.ts'
import { askedAtOf, type Desk, nameOf, openDesk, tracers } from '../operations/requests.ts'
import { requireSought } from '../rules.ts'
import { abouts } from '../weighing/evidence.ts'
import {
  joined,
  keptApart,
  keyOfPlace,
  type Link,
  linksOf,
  Place,
  parted,
  placesWith,
  searchReasoned,
} from './model.ts'
import { type Asked, type Proposal, propose } from './propose.ts'
import type { SearchRow } from './store.ts'

const OpenStages = ['searching', 'contact', 'proving']

/** Everybody sought by the requests that are taken up and not closed. */
const askedFor = ({ files, decisionsOn }: Desk): Asked[] =>
  files
    .filter((file) => OpenStages.includes(stageOf(file, decisionsOn(file.id))))
    .flatMap((file) =>
      requestOf(file)!.sought.map((person, sought) => ({
        ...{ relative: file.id, sought, person },
        ...{ contact: requesterOf(file)!.contact, askedAt: askedAtOf(file) },
      })),
    )

/** Pairs worth a look among the requests of a desk, by what the asker may see of it. */
export const proposalsIn = (desk: Desk, operation: string): Promise<Proposal[]> =>
  propose(askedFor(desk), desk.links, desk.searches, operation)

export const Alike = z.object({
  about: z.enum([...abouts, 'phone']),
  speaks: z.enum(['for', 'against', 'neither']),
  a: z.string().nullable(),
  b: z.string().nullable(),
})
export const SidePerson = Place.extend({
  number: z.string(),
  requester: z.string(),
  relation: z.string(),
  person: Sought,
})
export const Proposed = z.object({
  a: SidePerson,
  b: SidePerson,
  siblingExplains: z.boolean(),
  alike: z.array(Alike),
})

/** Less than this much (log10) is said, and speaks for neither. */
const TELLING = 0.1

export function toSide({ byId }: Desk, place: Place): z.input<typeof SidePerson> {
  const file = byId.get(place.relative)!
  const { number, sought } = requestOf(file)!
  const { name, relation } = requesterOf(file)!
  const { relative, sought: at } = place
  return { relative, sought: at, number, requester: name, relation, person: sought[at]! }
}

export function toProposed(desk: Desk, { a, b, weighed, samePhone }: Proposal): z.input<typeof Proposed> {
  const alike = weighed.evidence
    .filter((one) => one.code !== 'counted-once')
    .map(({ about, log10LR, on }) => ({
      ...{ about, a: on?.a ?? null, b: on?.b ?? null },
      speaks:
        log10LR > TELLING
          ? ('for' as const)
          : log10LR < -TELLING
            ? ('against' as const)
            : ('neither' as const),
    }))
  const phone = samePhone ? [{ about: 'phone' as const, speaks: 'for' as const, a: null, b: null }] : []
  return {
    ...{ a: toSide(desk, a), b: toSide(desk, b), siblingExplains: weighed.sibling.explains },
    alike: [...phone, ...alike],
  }
}

export const proposeSearches = operation({
  summary:
    'People sought by different requests who may be one, with what agrees and differs; a person decides',
  may: tracers,
  input: z.object({ operation: z.uuid() }),
  output: z.object({ proposals: z.array(Proposed) }),
  reads: true,
  async run(ctx, input) {
    const desk = await openDesk(ctx, input.operation)
    const proposals = await proposalsIn(desk, input.operation)
    ctx.shows(proposals.flatMap(({ a, b }) => [a.relative, b.relative]))
    return { proposals: proposals.map((one) => toProposed(desk, one)) }
  },
})

const TwoPlaces = z.object({
  a: Place,
  b: Place,
  reason: z.string().trim().min(1, { error: 'missing' }).max(1000),
})
type TwoPlaces = z.output<typeof TwoPlaces>

/** Both files, locked, and what stands between the two places now. */
async function between(ctx: Context, { a, b }: TwoPlaces): Promise<Link | undefined> {
  const files = await ctx.files([a.relative, b.relative])
  for (const [file, place] of [
    [files[0]!, a],
    [files[1]!, b],
  ] as const)
    requireSought(file, place.sought)
  if (a.relative === b.relative) throw new Refusal('one-request-two-people')
  if (requestOf(files[0]!)!.operation !== requestOf(files[1]!)!.operation)
    throw new Refusal('not-one-operation')
  const keys = [keyOfPlace(a), keyOfPlace(b)].sort().join()
  return linksOf(files).find((one) => [keyOfPlace(one.a), keyOfPlace(one.b)].join() === keys)
}

const said = { joined, apart: keptApart, parted } as const

async function say(ctx: Context, what: keyof typeof said, { a, b, reason }: TwoPlaces): Promise<void> {
  await ctx.record([a.relative, b.relative], said[what], { first: a.sought, second: b.sought })
  // In both files: whoever reads one of them later reads why, and either may be erased without the other.
  for (const [mine, other] of [
    [a, b],
    [b, a],
  ] as const)
    await ctx.record([mine.relative], searchReasoned, {
      ...{ other: other.relative, first: mine.sought, second: other.sought, said: what, reason },
    })
}

/**
 * One search has at most one person of each request: who asks for two children knows that they are two. Asked of
 * the read table: to read every request here would lock them all.
 */
async function requireJoinable(ctx: Context, { a, b }: TwoPlaces): Promise<void> {
  const { rows } = await sql<SearchRow>`select * from tracing_searches where search in (select search
    from tracing_searches where relative in (${a.relative}, ${b.relative}))`.execute(ctx.db)
  const searches = new Map(rows.map((row) => [keyOfPlace(row), row.search]))
  const [as, bs] = [placesWith(searches, a), placesWith(searches, b)]
  if (as.some((place) => keyOfPlace(place) === keyOfPlace(b))) throw new Refusal('one-search-already')
  if (as.some((place) => bs.some((other) => other.relative === place.relative)))
    throw new Refusal('one-request-two-people')
}

export const joinSearches = operation({
  summary: 'Two requests seek the same person: one search from now on, with a reason; it can be taken back',
  may: tracers,
  input: TwoPlaces,
  output: z.object({}),
  async run(ctx, places) {
    const link = await between(ctx, places)
    if (link?.state === 'apart') throw new Refusal('two-people-already', { who: await nameOf(ctx, link.by) })
    await requireJoinable(ctx, places)
    await say(ctx, 'joined', places)
    return {}
  },
})

export const keepSearchesApart = operation({
  summary: 'Two requests seek two different people, with a reason; the proposal is not made again',
  may: tracers,
  input: TwoPlaces,
  output: z.object({}),
  async run(ctx, places) {
    const link = await between(ctx, places)
    if (link?.state === 'joined') throw new Refusal('one-search-already')
    if (link?.state === 'apart') throw new Refusal('two-people-already', { who: await nameOf(ctx, link.by) })
    await say(ctx, 'apart', places)
    return {}
  },
})

export const partSearches = operation({
  summary: 'Take back that two requests are one search, or that they are two, with a reason',
  may: tracers,
  input: TwoPlaces,
  output: z.object({}),
  async run(ctx, places) {
    const link = await between(ctx, places)
    if (!link || link.state === 'parted') throw new Refusal('nothing-between')
    await say(ctx, 'parted', places)
    return {}
  },
})
