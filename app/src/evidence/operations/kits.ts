import { sql } from 'kysely'
import { z } from 'zod'
import { requireConsent } from '../../casefile/consent.ts'
import type { Context } from '../../casefile/context.ts'
import type { EventType } from '../../casefile/event.ts'
import { operation } from '../../casefile/operation.ts'
import { requireFresh } from '../../casefile/rules.ts'
import { Refusal } from '../../platform/refusal.ts'
import * as samples from '../model/samples.ts'
import { type KitMove, requireChain, requirePast } from '../rules/chain.ts'
import type { EvidenceTables } from '../store.ts'
import { Named, namesOf } from './people.ts'

const may = ['geneticist'] as const
const Recorded = z.object({ version: z.number() })

/** A kit number is used once in the whole house, also where the asker cannot see whose it was. */
async function requireUnused(ctx: Context, number: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`kit ${number}`}, 0))`.execute(ctx.db)
  const used = await ctx.asProjector(async (db) => {
    const { rows } = await sql`select 1 from kits where number = ${number}`.execute(db)
    return rows.length > 0
  })
  if (used) throw new Refusal('kit-used', { kit: number })
}

const issueKit = operation({
  summary: 'Issue a kit for one person: to whom it was given, under which seal; a number is used once',
  may,
  input: z.object({ person: z.uuid(), step: samples.KitStep.omit({ from: true, sealWhole: true }) }),
  output: Recorded,
  async run(ctx, { person, step }) {
    const file = await ctx.file(person)
    if (file.kind !== 'child' && file.kind !== 'relative') throw new Refusal('not-of-a-family')
    const first = { ...step, from: null }
    requirePast(first, ctx.now)
    await requireUnused(ctx, step.number)
    const event = await ctx.record([person], samples.kitIssued, first, new Date(step.at))
    return { version: event.seq }
  },
})

const moveKit = (summary: string, move: KitMove, of: EventType<samples.KitStep>) =>
  operation({
    summary,
    may,
    input: z.object({
      person: z.uuid(),
      step: samples.KitStep.extend({ from: z.string().trim().min(1).max(300) }),
      seen: z.number().int().optional(),
    }),
    output: Recorded,
    async run(ctx, { person, step, seen }) {
      const file = await ctx.file(person)
      requireFresh(file, seen)
      // Opening begins the analysis: not without consent.
      if (move === 'opened') requireConsent(file, 'dna')
      requireChain(
        samples.kitsOf(file).find((kit) => kit.number === step.number),
        step,
        move,
        ctx.now,
      )
      const detail = move === 'opened' ? { ...step, sealWhole: step.sealWhole ?? true } : step
      const event = await ctx.record([person], of, detail, new Date(step.at))
      return { version: event.seq }
    },
  })

const handOverKit = moveKit('Record that a kit changed hands', 'handed-over', samples.kitHandedOver)
const receiveKit = moveKit('Record that the laboratory received a kit', 'received', samples.kitReceived)
const openKit = moveKit(
  'Record that a kit was opened, and whether its seal was whole',
  'opened',
  samples.kitOpened,
)

const ListedKit = z.object({
  number: z.string(),
  person: Named,
  state: z.enum(samples.kitStates),
  since: z.string(),
})

const listKits = operation({
  summary: 'The kits of an operation: whose each is, and how far it has come',
  may,
  input: z.object({ operation: z.uuid() }),
  output: z.object({ kits: z.array(ListedKit) }),
  reads: true,
  async run(ctx, { operation }) {
    const rows = await ctx.db
      .withTables<EvidenceTables & { people: { id: string; operation: string } }>()
      .selectFrom('kits')
      .innerJoin('people', 'people.id', 'kits.person')
      .select(['number', 'person', 'state', 'since'])
      .where('people.operation', '=', operation)
      .orderBy('number')
      .execute()
    const names = await namesOf(
      ctx,
      rows.map((row) => row.person),
    )
    const kits = rows
      .filter((row) => names.has(row.person))
      .map((row) => ({ ...row, person: names.get(row.person)!, since: row.since.toISOString() }))
    return { kits }
  },
})

const openKits = operation({
  summary: 'The chain of custody of one person’s kits, step by step',
  may,
  input: z.object({ person: z.uuid() }),
  output: z.object({
    version: z.number(),
    kits: z.array(
      z.object({
        number: z.string(),
        state: z.enum(samples.kitStates),
        holder: z.string(),
        steps: z.array(samples.KitStep.extend({ state: z.enum(samples.kitStates) })),
      }),
    ),
  }),
  reads: true,
  async run(ctx, { person }) {
    const file = await ctx.file(person)
    return { version: file.version, kits: samples.kitsOf(file) }
  },
})

export const operations = { issueKit, handOverKit, receiveKit, openKit, listKits, openKits }
