import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import { Description, descriptionOf, Names } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { accountNames } from '../../casefile/operations.ts'
import { wordsOf } from '../../design/languages/messages.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Pair } from '../candidates.ts'
import {
  type Choice,
  type Decision,
  decisionsOf,
  foundOf,
  Requester,
  reasonsOf,
  requesterOf,
  requestOf,
  Sought,
  stageOf,
  versionOf,
} from '../model.ts'
import { inOrder, sayEvidence, sayPrior, saySibling, sayTotal } from '../saying.ts'
import { priorOf } from '../weighing/prior.ts'
import { unknownIn } from '../weighing/unknown.ts'
import { ofDescription, ofSought } from '../weighing/weigh.ts'
import { words } from '../words.ts'
import { PairIds } from './deciding.ts'
import { type Gathered, gather, undecided } from './pairs.ts'
import { tracers } from './requests.ts'

const SaidReason = z.object({
  about: z.string(),
  label: z.string(),
  sentence: z.string(),
  speaks: z.enum(['for', 'against', 'neither']),
  /** log10 of this piece's likelihood ratio: the length of its bar. */
  log10LR: z.number(),
})

const Candidate = z.object({
  ...{ child: z.uuid(), relative: z.uuid(), sought: z.number() },
  /** log10 of the likelihood ratio of the whole description, against a random child and against a sibling. */
  ...{ log10LR: z.number(), siblingLog10LR: z.number() },
  /** What that means, with the prior it rests on; and whether a brother or sister explains it as well. */
  ...{ total: z.string(), sibling: z.string().nullable() },
  reasons: z.array(SaidReason),
  /** What is not known on one side and so counts nothing; null when there is no such thing. */
  unknown: z.string().nullable(),
  request: z.object({ number: z.string(), requester: Requester, sought: Sought }),
  listed: Description,
  with: z.string().nullable(),
  version: z.number(),
})

const DecidedPair = PairIds.extend({
  names: Names,
  requester: Requester,
  who: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
})

type Asked = { ctx: Context; gathered: Gathered }

function toCandidate({ ctx, gathered }: Asked, pair: Pair): z.input<typeof Candidate> {
  const { desk, people, unlisted } = gathered
  const [child, relative] = [people.get(pair.child)!, desk.byId.get(pair.relative)!]
  const { number, sought } = requestOf(relative)!
  const [one, listed] = [sought[pair.at]!, descriptionOf(child)!]
  const say = wordsOf(words, ctx.language)
  const isChild = child.kind === 'child'
  const count = isChild ? gathered.children : people.size - gathered.children
  const condition = sayPrior(say, priorOf(count, unlisted), unlisted !== undefined)
  const besides = sought.flatMap((other, at) => (at === pair.at ? [] : [other.name]))
  const unknown = unknownIn(ofSought(one, besides), ofDescription(listed, foundOf(child)))
  return {
    ...{ child: pair.child, relative: pair.relative, sought: pair.at, log10LR: pair.log10LR },
    ...{ siblingLog10LR: pair.sibling.log10LR, sibling: saySibling(say, pair) },
    total: sayTotal(say, pair.chance, condition),
    reasons: inOrder(pair.evidence).map((evidence) => sayEvidence(say, evidence)),
    unknown: unknown.length
      ? say('tracing.unknown', {
          what: unknown.map((about) => say(`tracing.evidence.${about}`).toLowerCase()).join(', '),
        })
      : null,
    request: { number, requester: requesterOf(relative)!, sought: one },
    listed,
    with: foundOf(child)?.with ?? null,
    version: versionOf(child, relative),
  }
}

/** Why somebody decided as they did: the last reason given for the pair. */
function reasonFor({ people }: Gathered, { child, relative, sought, choice }: Decision): string | null {
  const file = people.get(child)
  const given = (file ? reasonsOf(file) : []).filter(
    (one) => one.relative === relative && one.sought === sought && one.choice === choice,
  )
  return given.at(-1)?.reason ?? null
}

function decidedPairs(
  gathered: Gathered,
  chosen: Choice,
  accounts: Map<string, string>,
): z.input<typeof DecidedPair>[] {
  return gathered.desk.files.flatMap((file) =>
    decisionsOf(file).flatMap((decision) => {
      const { choice, by, ...pair } = decision
      const child = gathered.people.get(pair.child)
      const names = child && descriptionOf(child)?.names
      if (choice !== chosen || pair.relative !== file.id || !names) return []
      const who = accounts.get(by ?? '') ?? '—'
      return [{ ...pair, names, requester: requesterOf(file)!, who, reason: reasonFor(gathered, decision) }]
    }),
  )
}

/** Nobody decides over more at a sitting; how many there are is said. */
const MOST_ANSWERED = 100

export const listCandidates = operation({
  summary:
    'People on the lists and people asked for who may be the same, with what speaks for and against; suggestions, not conclusions',
  may: tracers,
  input: z.object({ operation: z.uuid(), child: z.uuid().optional() }),
  output: z.object({
    /** How many children there are, how many of them a confirmed request asks for, and requests nobody has read. */
    ...{ children: z.number(), withFamily: z.number(), unread: z.number() },
    /** What is counted on before anything is compared: how many are believed to be on no list; null when unset. */
    unlisted: z.number().nullable(),
    /** How many there are in all; `candidates` are the likeliest hundred of them. */
    waiting: z.number(),
    candidates: z.array(Candidate),
    confirmed: z.array(DecidedPair),
    rejected: z.array(DecidedPair),
  }),
  reads: true,
  async run(ctx, { operation, child }) {
    const gathered = await gather(ctx, operation)
    if (child && !gathered.people.has(child)) throw new Refusal('file-not-found', {}, 404)
    const accounts = await accountNames(ctx)
    const ofChild = (one: { child: string }) => !child || one.child === child
    const [confirmed, rejected] = (['confirmed', 'rejected'] as const).map((choice) =>
      decidedPairs(gathered, choice, accounts),
    )
    const { people, desk, children, unlisted = null } = gathered
    const open = (await undecided(gathered)).filter(ofChild)
    const found = confirmed!.filter((one) => people.get(one.child)?.kind === 'child')
    const shown = {
      candidates: open.slice(0, MOST_ANSWERED),
      decided: [...confirmed!, ...rejected!].filter(ofChild),
    }
    ctx.shows([...shown.candidates, ...shown.decided].flatMap((one) => [one.child, one.relative]))
    return {
      ...{ children, unlisted, withFamily: new Set(found.map((one) => one.child)).size },
      unread: desk.files.filter((file) => stageOf(file, desk.decisionsOn(file.id)) === 'received').length,
      waiting: open.length,
      candidates: shown.candidates.map((pair) => toCandidate({ ctx, gathered }, pair)),
      confirmed: confirmed!.filter(ofChild),
      rejected: rejected!.filter(ofChild),
    }
  },
})
