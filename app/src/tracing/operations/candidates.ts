import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { Description, descriptionOf, Names } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { accountNames, findPeople } from '../../casefile/operations.ts'
import { requireFresh } from '../../casefile/rules.ts'
import { wordsOf } from '../../design/languages/messages.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findPairs, type Pair } from '../candidates.ts'
import {
  Choice,
  decided,
  decisionsOf,
  foundOf,
  Requester,
  reasoned,
  requestOf,
  Sought,
  stageOf,
  versionOf,
  withdrawn,
} from '../model.ts'
import { requireSought, requireUndecided, standsAgainst } from '../rules.ts'
import { sayReason } from '../saying.ts'
import { words } from '../words.ts'
import { requestFiles, tracers } from './requests.ts'

const PairIds = z.object({ child: z.uuid(), relative: z.uuid(), sought: z.number().int().min(0).max(11) })

const SaidReason = z.object({
  about: z.enum(['name', 'mother', 'age', 'sex', 'place']),
  speaks: z.enum(['for', 'against', 'neither']),
  sentence: z.string(),
})

const Candidate = z.object({
  ...{ child: z.uuid(), relative: z.uuid(), sought: z.number() },
  /** log10 of the likelihood ratio of the names, age and sex; it only orders the list. */
  log10LR: z.number(),
  reasons: z.array(SaidReason),
  request: z.object({ number: z.string(), requester: Requester, sought: Sought }),
  listed: Description,
  with: z.string().nullable(),
  version: z.number(),
})

const DecidedPair = PairIds.extend({ names: Names, requester: Requester, who: z.string(), at: z.string() })

type Gathered = { children: Map<string, CaseFile>; requests: CaseFile[] }

async function gather(ctx: Context, operation: string): Promise<Gathered> {
  const people = await findPeople(ctx, { operation, kind: 'child' })
  const children = await ctx.files(people.map((child) => child.id))
  return {
    children: new Map(children.map((file) => [file.id, file])),
    requests: await requestFiles(ctx, operation),
  }
}

/** Suggestions nobody has decided on, of requests that were taken up. */
function undecided({ children, requests }: Gathered, only?: string): Pair[] {
  const open = requests.filter((file) => ['searching', 'contact'].includes(stageOf(file)))
  const asked = open.flatMap((file) =>
    requestOf(file)!.sought.map((sought, at) => ({ relative: file.id, at, sought })),
  )
  const listed = [...children.values()].flatMap((file) => {
    const description = !only || only === file.id ? descriptionOf(file) : undefined
    return description ? [{ id: file.id, description }] : []
  })
  const decisions = open.flatMap(decisionsOf)
  return findPairs(
    asked,
    listed,
    ({ child, relative, at }) => !standsAgainst(decisions, { child, relative, sought: at }),
  )
}

function toCandidate(ctx: Context, { children, requests }: Gathered, pair: Pair): z.input<typeof Candidate> {
  const [child, relative] = [children.get(pair.child)!, requests.find((file) => file.id === pair.relative)!]
  const { number, requester, sought } = requestOf(relative)!
  return {
    ...{ child: pair.child, relative: pair.relative, sought: pair.at, log10LR: pair.log10LR },
    reasons: pair.reasons.map((reason) => sayReason(wordsOf(words, ctx.language), reason)),
    request: { number, requester, sought: sought[pair.at]! },
    listed: descriptionOf(child)!,
    with: foundOf(child)?.with ?? null,
    version: versionOf(child, relative),
  }
}

function decidedPairs(
  { children, requests }: Gathered,
  chosen: Choice,
  accounts: Map<string, string>,
): z.input<typeof DecidedPair>[] {
  return requests.flatMap((file) =>
    decisionsOf(file).flatMap(({ choice, by, ...pair }) => {
      const child = children.get(pair.child)
      const names = child && descriptionOf(child)?.names
      if (choice !== chosen || !names) return []
      return [{ ...pair, names, requester: requestOf(file)!.requester, who: accounts.get(by ?? '') ?? '—' }]
    }),
  )
}

export const listCandidates = operation({
  summary:
    'Children on the lists and children asked for who may be the same, with reasons; suggestions, not conclusions',
  may: tracers,
  input: z.object({ operation: z.uuid(), child: z.uuid().optional() }),
  output: z.object({
    /** How many children there are, how many of them a confirmed request asks for, and requests nobody has read. */
    ...{ children: z.number(), withFamily: z.number(), unread: z.number() },
    candidates: z.array(Candidate),
    confirmed: z.array(DecidedPair),
    rejected: z.array(DecidedPair),
  }),
  reads: true,
  async run(ctx, { operation, child }) {
    const gathered = await gather(ctx, operation)
    if (child && !gathered.children.has(child)) throw new Refusal('file-not-found', {}, 404)
    const accounts = await accountNames(ctx)
    const confirmed = decidedPairs(gathered, 'confirmed', accounts)
    const ofChild = (one: { child: string }) => !child || one.child === child
    return {
      children: gathered.children.size,
      withFamily: new Set(confirmed.map((one) => one.child)).size,
      unread: gathered.requests.filter((file) => stageOf(file) === 'received').length,
      candidates: undecided(gathered, child).map((pair) => toCandidate(ctx, gathered, pair)),
      confirmed: confirmed.filter(ofChild),
      rejected: decidedPairs(gathered, 'rejected', accounts).filter(ofChild),
    }
  },
})

const Reason = z.string().trim().min(1, { error: 'missing' }).max(1000)

export const decideCandidate = operation({
  summary:
    'Confirm or reject that a child on a list is the one a request asks for, with a reason; a person decides',
  may: tracers,
  input: PairIds.extend({ choice: Choice, reason: Reason, seen: z.number().int().optional() }),
  output: z.object({}),
  async run(ctx, { child, relative, sought, choice, reason, seen }) {
    const [childFile, relativeFile] = (await ctx.files([child, relative])) as [CaseFile, CaseFile]
    if (childFile.kind !== 'child') throw new Refusal('not-a-child')
    requireSought(relativeFile, sought)
    const names = await accountNames(ctx)
    requireUndecided(relativeFile, { child, relative, sought }, (by) => names.get(by ?? '') ?? '—')
    requireFresh({ ...childFile, version: versionOf(childFile, relativeFile) }, seen)
    await ctx.record([child, relative], decided, { sought, choice })
    await ctx.record([child], reasoned, { relative, sought, choice, reason })
    return {}
  },
})

export const withdrawDecision = operation({
  summary: 'Take a decision on a pair back, with a reason; the pair may be suggested again',
  may: tracers,
  input: PairIds.extend({ reason: Reason }),
  output: z.object({}),
  async run(ctx, { child, relative, sought, reason }) {
    const [, relativeFile] = (await ctx.files([child, relative])) as [CaseFile, CaseFile]
    const stands = decisionsOf(relativeFile).some((one) => one.child === child && one.sought === sought)
    if (!stands) throw new Refusal('nothing-decided')
    await ctx.record([child, relative], withdrawn, { sought })
    await ctx.record([child], reasoned, { relative, sought, choice: 'withdrawn', reason })
    return {}
  },
})
