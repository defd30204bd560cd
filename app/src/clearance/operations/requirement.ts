import { z } from 'zod'
import { mayRead, professions } from '../../casefile/access.ts'
import type { LogEvent } from '../../casefile/event.ts'
import { operation, SentFile, toSentFile } from '../../casefile/operation.ts'
import { accountNames } from '../../casefile/operations.ts'
import { Refusal } from '../../platform/refusal.ts'
import { sha256 } from '../../platform/sealing.ts'
import type { RequirementId } from '../corridors.ts'
import {
  asked,
  CircumstancesOf,
  clearanceOf,
  events,
  holdingsOfRows,
  type Met,
  met,
  owned,
  RequirementName,
  withdrawn,
} from '../model.ts'
import { blockedBy, stateOf, states } from '../rules.ts'
import { gather, ofRequirement, versionOf, workers } from './gather.ts'

const Entry = z.object({
  at: z.string(),
  by: z.string().nullable(),
  what: z.enum(['met', 'withdrawn', 'asked', 'owned', 'examined']),
  /** The day the entry speaks of: of the paper, or since when somebody is asked. */
  on: z.string().optional(),
  expires: z.string().optional(),
  signedBy: z.array(z.string()).optional(),
  paper: z.object({ name: z.string(), bytes: z.number(), sha256: z.string() }).optional(),
  words: z.string().optional(),
  owner: z.string().optional(),
})

export const getRequirement = operation({
  summary: 'One requirement of one child: what it needs and why, its state, its paper, its history',
  may: workers,
  input: z.object({ child: ofRequirement.child, requirement: RequirementName }),
  output: z.object({
    version: z.number(),
    state: z.enum(states),
    circumstances: CircumstancesOf,
    blockedBy: z.array(RequirementName),
    meets: z.array(z.enum(professions)),
    source: z.object({ text: z.string(), verified: z.boolean() }),
    owner: z.uuid().nullable(),
    hasPaper: z.boolean(),
    /** The paper is of a class that the asker reads. */
    mayOpen: z.boolean(),
    expires: z.string().nullable(),
    history: z.array(Entry),
  }),
  reads: true,
  async run(ctx, input) {
    const { file, rows, row, requirement, flightAt, on } = await gather(ctx, input)
    const names = await accountNames(ctx)
    const holdings = holdingsOfRows(rows)
    const history = file.events
      .filter((event) => isOf(event, input.requirement))
      .map((event) => toEntry(event, names))
    return {
      ...{ version: versionOf(file), state: stateOf(holdings[requirement.id], on, flightAt) },
      ...{
        circumstances: clearanceOf(file)!.circumstances,
        blockedBy: blockedBy(requirement, holdings, on),
      },
      ...{
        meets: [...requirement.meets],
        source: requirement.source,
        owner: row.owner,
        hasPaper: row.has_paper,
        mayOpen: mayRead(ctx.actor!.profession, requirement.paperClass),
      },
      ...{ expires: row.expires?.toISOString() ?? null, history: history.reverse() },
    }
  },
})

const own = new Set(events.map(({ type }) => type))
const isOf = ({ type, detail }: LogEvent, requirement: RequirementId): boolean =>
  own.has(type) && (detail as { requirement?: string }).requirement === requirement

function toEntry(event: LogEvent, names: Map<string, string>): z.input<typeof Entry> {
  const head = { at: event.recordedAt, by: event.by && (names.get(event.by) ?? null) }
  if (event.type === met.type) {
    const { on, expires, signedBy, remark, paper } = event.detail as Met
    const { name, bytes, sha256: sum } = paper
    return {
      ...head,
      what: 'met',
      on,
      signedBy,
      words: remark,
      paper: { name, bytes, sha256: sum },
      expires: expires ?? undefined,
    }
  }
  if (event.type === withdrawn.type)
    return { ...head, what: 'withdrawn', words: (event.detail as { reason: string }).reason }
  if (event.type === asked.type) {
    const { since, note } = event.detail as z.infer<typeof asked.detail>
    return { ...head, what: 'asked', on: since, words: note }
  }
  if (event.type === owned.type) {
    const { owner } = event.detail as z.infer<typeof owned.detail>
    return { ...head, what: 'owned', owner: owner ? (names.get(owner) ?? undefined) : undefined }
  }
  return { ...head, what: 'examined', words: (event.detail as { remark: string }).remark }
}

export const getClearance = operation({
  summary: 'Whether the clearance of a child has begun, by which corridor, and in which circumstances',
  may: workers,
  input: z.object({ child: ofRequirement.child }),
  output: z.object({
    version: z.number(),
    corridor: z.string().nullable(),
    circumstances: CircumstancesOf.nullable(),
  }),
  reads: true,
  async run(ctx, { child }) {
    const file = await ctx.file(child)
    const clearance = clearanceOf(file)
    const { corridor = null, circumstances = null } = clearance ?? {}
    return { version: versionOf(file), corridor, circumstances }
  },
})

export const readPaper = operation({
  summary:
    'The paper that meets a requirement, byte for byte as it was handed in; the opening is itself recorded',
  may: workers,
  input: z.object({ child: ofRequirement.child, requirement: RequirementName }),
  output: SentFile,
  async run(ctx, input) {
    const { file, row } = await gather(ctx, input)
    // A consent that was taken back is not shown, also to whom the withdrawal itself is closed.
    const paper = row.has_paper && clearanceOf(file)?.papers[input.requirement]?.detail.paper
    if (!paper) throw new Refusal('paper-not-found', {}, 404)
    const content = await ctx.readPaper(paper.id)
    if (sha256(content) !== paper.sha256) throw new Refusal('paper-damaged')
    return toSentFile(paper.name, content)
  },
})
