import { z } from 'zod'
import { Invalid, Refusal } from '../platform/refusal.ts'
import { Consent, consentGiven, consentWithdrawn, Purpose, purposes, standingConsent } from './consent.ts'
import { Day, descriptionOf } from './model.ts'
import { operation } from './operation.ts'
import { requireFresh, requirePerson } from './rules.ts'

const askers = ['coordinator', 'consul', 'geneticist', 'lawyer'] as const

const giveConsent = operation({
  summary: 'Record a consent: for one purpose, by whom, in which language, before which witness',
  may: askers,
  input: z.object({ person: z.uuid(), consent: Consent, seen: z.number().int().optional() }),
  output: z.object({}),
  async run(ctx, { person, consent, seen }) {
    const file = await ctx.file(person)
    requirePerson(file)
    requireFresh(file, seen)
    if (consent.on > ctx.now.toISOString().slice(0, 10))
      throw new Invalid([{ field: 'consent.on', code: 'day-in-future' }])
    if (consent.givenBy !== person) await ctx.file(consent.givenBy)
    if (file.kind === 'child' && consent.givenBy === person) throw new Refusal('child-cannot-consent')
    await ctx.record([person], consentGiven, consent)
    return {}
  },
})

const withdrawConsent = operation({
  summary: 'Record that a consent was withdrawn; its use stops at once',
  may: askers,
  input: z.object({
    person: z.uuid(),
    purpose: Purpose,
    on: Day,
    reason: z.string().trim().min(1).max(300).optional(),
  }),
  output: z.object({}),
  async run(ctx, { person, ...withdrawal }) {
    const file = await ctx.file(person)
    requirePerson(file)
    if (!standingConsent(file, withdrawal.purpose)) throw new Refusal('nothing-to-withdraw')
    await ctx.record([person], consentWithdrawn, withdrawal)
    return {}
  },
})

const listConsents = operation({
  summary: 'What stands consented for a person, and for what purposes nothing does',
  may: askers,
  input: z.object({ person: z.uuid() }),
  output: z.object({
    version: z.number(),
    name: z.string().nullable(),
    standing: z.array(Consent),
    missing: z.array(Purpose),
  }),
  reads: true,
  async run(ctx, { person }) {
    const file = await ctx.file(person)
    const standing = purposes.flatMap((purpose) => standingConsent(file, purpose) ?? [])
    const missing = purposes.filter((purpose) => !standing.some((consent) => consent.purpose === purpose))
    const names = descriptionOf(file)?.names
    return {
      version: file.version,
      name: names ? (Object.values(names)[0] ?? null) : null,
      standing,
      missing,
    }
  },
})

export const operations = { giveConsent, withdrawConsent, listConsents }
