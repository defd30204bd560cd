import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import { type CaseFile, eventsOf, lastOf } from '../../casefile/event.ts'
import { descriptionOf, Names } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { accountNames } from '../../casefile/operations.ts'
import { Closing, closed, type Decision, requestOf } from '../model.ts'
import { type Desk, getRequestFile, ListedRequest, toListed, tracers } from '../operations/requests.ts'
import { Colleague, colleaguesOf, gatherWork, toWaiting, WaitingWork } from '../queue/listing.ts'
import { keyOfPlace, Place, placesWith } from '../searches/model.ts'
import { Proposed, SidePerson, toProposed, toSide } from '../searches/operations.ts'
import { Conversation, Identification, identified, notesOf, passedOn, spoke } from './model.ts'

const Told = { who: z.string(), at: z.string() }
const JoinedPair = z.object({
  ...{ a: Place, b: Place, state: z.enum(['joined', 'apart']) },
  ...{ one: SidePerson, other: SidePerson, ...Told },
})

const OneRequest = ListedRequest.extend({
  operation: z.uuid(),
  identifications: z.array(Identification.extend(Told)),
  conversations: z.array(Conversation.extend(Told)),
  notes: z.array(z.object({ id: z.uuid(), text: z.string(), at: z.string(), isNew: z.boolean() })),
  passedOn: z.object(Told).nullable(),
  closing: Closing.extend(Told).nullable(),
  /** What others said of the same people, and what was said of two requests. */
  search: z.array(z.object({ sought: z.number(), others: z.array(SidePerson) })),
  links: z.array(JoinedPair),
  proposals: z.array(Proposed),
  found: z.array(z.object({ sought: z.number(), child: z.uuid(), names: Names, ...Told })),
  waiting: z.array(WaitingWork),
  colleagues: z.array(Colleague),
})

export const getRequest = operation({
  summary:
    'One tracing request: who asks and how they are known and reached, for whom, what was done, what waits',
  may: tracers,
  input: z.object({ request: z.uuid() }),
  output: OneRequest,
  reads: true,
  async run(ctx, { request }) {
    const first = await getRequestFile(ctx, request)
    const { operation } = requestOf(first)!
    const { desk, all, proposals } = await gatherWork(ctx, operation, first)
    const file = desk.byId.get(request) ?? first
    const accounts = await accountNames(ctx)
    const waiting = all.map(toWaiting(ctx, desk, accounts))
    const involved = proposals.filter(({ a, b }) => [a.relative, b.relative].includes(request))
    const decisions = desk.decisionsOn(request)
    const search = toSearch(file, desk, accounts)
    ctx.shows([
      ...search.search.flatMap((one) => one.others.map((other) => other.relative)),
      ...[...search.links, ...involved].flatMap(({ a, b }) => [a.relative, b.relative]),
      ...waiting.flatMap(({ other }) => (other ? [other.request] : [])),
    ])
    return {
      ...toListed(file, decisions, accounts, ctx.now),
      ...toHistory(file, accounts),
      ...{ operation, waiting, ...search },
      proposals: involved.map((one) => toProposed(desk, one)),
      found: await toFound(ctx, decisions, accounts),
      colleagues: await colleaguesOf(ctx, operation),
    }
  },
})

const told = (accounts: Map<string, string>) => (event: { by: string | null; recordedAt: string }) => ({
  ...{ who: accounts.get(event.by ?? '') ?? '—', at: event.recordedAt },
})

function toHistory(file: CaseFile, accounts: Map<string, string>) {
  const by = told(accounts)
  const passed = lastOf(file, passedOn)
  const closing = lastOf(file, closed)
  return {
    identifications: eventsOf(file, identified).map((event) => ({ ...event.detail, ...by(event) })),
    conversations: eventsOf(file, spoke).map((event) => ({ ...event.detail, ...by(event) })),
    notes: notesOf(file),
    passedOn: passed ? by(passed) : null,
    closing: closing ? { ...closing.detail, ...by(closing) } : null,
  }
}

/** A link may speak of a request that is not this reader's to see. */
const isHere = ({ byId }: Desk, place: Place): boolean => byId.has(place.relative)

function toSearch(file: CaseFile, desk: Desk, accounts: Map<string, string>) {
  const places = requestOf(file)!.sought.map((_, sought) => ({ relative: file.id, sought }))
  const search = places.map((place) => ({
    sought: place.sought,
    others: placesWith(desk.searches, place)
      .filter((other) => keyOfPlace(other) !== keyOfPlace(place) && isHere(desk, other))
      .map((other) => toSide(desk, other)),
  }))
  const mine = new Set(places.flatMap((place) => placesWith(desk.searches, place)).map(keyOfPlace))
  const links = desk.links.flatMap(({ a, b, state, by, at }) => {
    if (state === 'parted' || !isHere(desk, a) || !isHere(desk, b)) return []
    if (!mine.has(keyOfPlace(a)) && !mine.has(keyOfPlace(b))) return []
    const who = accounts.get(by ?? '') ?? '—'
    return [{ a, b, state, one: toSide(desk, a), other: toSide(desk, b), who, at }]
  })
  return { search, links }
}

async function toFound(ctx: Context, decisions: Decision[], accounts: Map<string, string>) {
  const confirmed = decisions.filter((one) => one.choice === 'confirmed')
  const children = await ctx.files(confirmed.map((one) => one.child))
  return confirmed.flatMap(({ sought, child, by, at }, n) => {
    const names = descriptionOf(children[n]!)?.names
    return names ? [{ sought, child, names, who: accounts.get(by ?? '') ?? '—', at }] : []
  })
}
