import { sql } from 'kysely'
import { z } from 'zod'
import { Invalid, Refusal } from '../../../platform/refusal.ts'
import type { Context } from '../../context.ts'
import { guarded } from '../../emergency/rules.ts'
import { findGroups } from '../../merging/reading.ts'
import { Day, Language } from '../../model.ts'
import { operation, SentFile, toSentFile } from '../../operation.ts'
import { accountNames } from '../../operations.ts'
import { proveEvent } from '../../proof/proving.ts'
import { requirePerson } from '../../rules.ts'
import { Disclosure, discloseAll } from '../disclosure.ts'
import { findFacts, namedIn } from '../gathering.ts'
import {
  accessAsked,
  accessGiven,
  accessOf,
  accessReleased,
  Erasable,
  erasuresOf,
  identifiedHow,
} from '../model.ts'
import { certificatePaper, disclosurePaper } from '../papers.ts'
import { periods } from '../retention.ts'
import { dueAt } from '../rules.ts'

const officers = ['protectionOfficer', 'lead'] as const
const One = z.object({ file: z.uuid() })
const askAccess = operation({
  summary: 'Note that somebody asked what is kept about them: when, and how they were identified',
  may: ['protectionOfficer'],
  input: One.extend({ receivedOn: Day, identified: z.enum(identifiedHow) }),
  output: z.object({ needsSecond: z.boolean() }),
  async run(ctx, { file: id, ...request }) {
    const file = await ctx.file(id)
    requirePerson(file)
    if (request.receivedOn > ctx.now.toISOString().slice(0, 10))
      throw new Invalid([{ field: 'receivedOn', code: 'day-in-future' }])
    await ctx.record([file.id], accessAsked, request)
    return { needsSecond: (await lastGuarded(ctx, file.id)) !== undefined }
  },
})

/**
 * When the last of what a second person has a look at before it leaves the house was recorded, in the file or in one
 * joined into it: the same that nobody sees in an emergency without a second person.
 */
async function lastGuarded(ctx: Context, file: string): Promise<string | undefined> {
  const members = [...(await findGroups(ctx.db, [file])).keys()]
  const facts = [...(await findFacts(ctx, members.length ? members : [file])).values()].flat()
  const own = facts.filter((one) => guarded.some((what) => what === one.class))
  return own
    .map((one) => one.last)
    .sort()
    .at(-1)
}

const releaseAccess = operation({
  summary: 'As the second person, release what is kept about somebody, guarded detail included',
  may: officers,
  needs: ['dataProtection'],
  input: One,
  output: z.object({}),
  fresh: true,
  async run(ctx, { file: id }) {
    const file = await ctx.file(id)
    requirePerson(file)
    const asked = accessOf(file)
    if (!asked) throw new Refusal('no-access-asked')
    if (asked.askedBy === ctx.actor?.id) throw new Refusal('access-needs-second')
    await ctx.record([file.id], accessReleased, { asked: asked.id })
    return {}
  },
})

/** The names of people who are named with this person: left out of free text as well. */
async function namesBeside(ctx: Context, file: string): Promise<string[]> {
  const others = (await namedIn(ctx, file)).map((also) => also.file)
  const { rows } = await sql<{ name: string }>`
    select distinct value as name from people, jsonb_each_text(names) where id = any(${others}::uuid[])`.execute(
    ctx.db,
  )
  return rows.map((row) => row.name).filter((name) => name.length > 2)
}

const giveAccess = operation({
  summary:
    'Everything kept about one person, as a paper and as JSON, in their language, without other people in it',
  may: ['protectionOfficer'],
  needs: ['dataProtection'],
  input: One.extend({ language: Language }),
  output: z.object({ pdf: SentFile, json: SentFile, told: Disclosure }),
  fresh: true,
  async run(ctx, { file: id, language }) {
    const file = await ctx.file(id)
    requirePerson(file)
    const asked = accessOf(file)
    if (!asked) throw new Refusal('no-access-asked')
    const last = await lastGuarded(ctx, file.id)
    // What came in after it was released, whoever released it has not looked at.
    if (last && !(asked.released && asked.released >= last)) throw new Refusal('access-not-released')
    const facts = (await findFacts(ctx, [file.id])).get(file.id) ?? []
    const events = await ctx.discloseFile(file.id)
    const told = discloseAll({
      ...{ person: file.id, language, madeAt: ctx.now.toISOString() },
      request: { receivedOn: asked.receivedOn, identified: asked.identified },
      events,
      hidden: await namesBeside(ctx, file.id),
      professionOf: await professions(ctx),
      kept: periods.flatMap((period) =>
        facts
          .filter((one) => one.class === period.class)
          .map((one) => ({ data: period.data, until: dueAt(one, period), ground: period.ground })),
      ),
    })
    await ctx.record([file.id], accessGiven, { asked: asked.id, language, sealed: last !== undefined })
    const name = `kept-${file.id.slice(-6)}-${language}`
    return {
      pdf: toSentFile(`${name}.pdf`, disclosurePaper(told)),
      json: toSentFile(`${name}.json`, JSON.stringify(told, null, 2)),
      told,
    }
  },
})

async function professions(ctx: Context): Promise<(account: string | null) => string | null> {
  const { rows } = await sql<{ id: string; profession: string }>`select id, profession from accounts`.execute(
    ctx.db,
  )
  const known = new Map(rows.map((row) => [row.id, row.profession]))
  return (account) => (account ? (known.get(account) ?? null) : null)
}

const certificate = operation({
  summary: 'The certificate of an erasure as a paper, and the proof that its event stands in the log',
  may: officers,
  input: One.extend({ what: Erasable, language: Language }),
  output: z.object({ pdf: SentFile, proof: SentFile.nullable() }),
  reads: true,
  async run(ctx, { file: id, what, language }) {
    const file = await ctx.file(id)
    const erasure = erasuresOf(file).findLast((one) => one.what === what && one.state !== 'asked')
    const event = erasure?.erased
    if (!erasure || !event) throw new Refusal('nothing-erased')
    const names = await accountNames(ctx)
    const pdf = certificatePaper({
      ...{ language, file: file.id, erasure, madeAt: ctx.now.toISOString() },
      askedBy: names.get(erasure.askedBy) ?? erasure.askedBy,
      confirmedBy: names.get(event.by ?? '') ?? '–',
      event: { id: event.id, seq: event.seq },
      namedElsewhere: (await namedIn(ctx, file.id)).length,
    })
    // A moment after the event the log has not taken it into its tree yet.
    const proof = await ctx.asSequencer((desk) => proveEvent(desk, event.id))
    const name = `erased-${file.id.slice(-6)}`
    return {
      pdf: toSentFile(`${name}-${language}.pdf`, pdf),
      proof: proof ? toSentFile(`${name}.tlog-proof`, proof) : null,
    }
  },
})

export const telling = { askAccess, releaseAccess, giveAccess, certificate }
