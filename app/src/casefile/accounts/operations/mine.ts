import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import { originsOf, relyingPartyAt } from '../../../platform/sign-in/origin.ts'
import { professions } from '../../access.ts'
import type { Context } from '../../context.ts'
import type { Actor } from '../../house.ts'
import { operation } from '../../operation.ts'
import { makeLink } from '../../session.ts'
import type { Desk } from '../desk.ts'
import { Way } from '../model.ts'
import { endSessions, MOST_SESSIONS, openSessions } from '../sessions.ts'
import { removeWay as remove, waysOf } from '../ways/list.ts'
import { addPasskey as add, beginPasskey as begin, renamePasskey as rename } from '../ways/passkeys.ts'
import {
  beginAuthenticator as beginCodes,
  keptPassword,
  recoveryCodesLeft,
  renewRecoveryCodes,
  setPassword as set,
} from '../ways/password.ts'

/** Everybody who works here, about their own account; also while they are setting it up. */
const own = { may: professions, settingUp: true } as const
const actorOf = (ctx: Context): Actor => ctx.actor!

/** Who already has a way to sign in proves anew that it is them before their ways change; the first way needs no more than the link. */
async function requireProved(ctx: Context, desk: Desk): Promise<void> {
  if (!ctx.session?.fresh && (await waysOf(desk, actorOf(ctx).id)).length)
    throw new Refusal('prove-again', {}, 403)
}

const change = <T>(ctx: Context, work: (desk: Desk) => Promise<T>): Promise<T> =>
  ctx.asDoorkeeper(async (desk) => {
    await requireProved(ctx, desk)
    return work(desk)
  })

const OwnWay = z.object({
  id: z.uuid(),
  way: Way,
  name: z.string(),
  made: z.string(),
  used: z.string().nullable(),
})
const OwnSession = z.object({
  id: z.uuid(),
  how: Way,
  device: z.string(),
  address: z.string(),
  began: z.string(),
  seen: z.string(),
  here: z.boolean(),
})
const Notice = z.object({
  id: z.uuid(),
  code: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.string(),
})

type NoticeRow = { id: string; code: string; detail: Record<string, string | number>; at: Date }

export const myAccount = operation({
  summary: 'My ways to sign in, my sessions, and what happened to my account while I was away',
  ...own,
  input: z.object({}),
  output: z.object({
    settingUp: z.boolean(),
    /** Where passkeys can be made and used. */
    origins: z.array(z.string()),
    signInName: z.string().nullable(),
    recoveryCodes: z.number(),
    ways: z.array(OwnWay),
    sessions: z.array(OwnSession),
    mostSessions: z.number().int(),
    notices: z.array(Notice),
  }),
  reads: true,
  run: (ctx) =>
    ctx.asDoorkeeper(async (desk) => {
      const { id } = actorOf(ctx)
      const notices = await sql<NoticeRow>`select id, code, detail, at from account_notices
        where actor = ${id} and seen is null order by at desc limit 20`.execute(desk.db)
      const origins = originsOf(ctx.address).filter((one) => relyingPartyAt(one, [one]))
      return {
        settingUp: ctx.session?.settingUp ?? false,
        origins,
        signInName: (await keptPassword(desk, id))?.name ?? null,
        recoveryCodes: await recoveryCodesLeft(desk, id),
        ways: (await waysOf(desk, id)).map(({ made, used, ...way }) => ({
          ...way,
          made: made.toISOString(),
          used: used?.toISOString() ?? null,
        })),
        sessions: (await openSessions(desk, id)).map(({ began, seen, ...session }) => ({
          ...session,
          began: began.toISOString(),
          seen: seen.toISOString(),
          here: session.id === ctx.session?.id,
        })),
        mostSessions: MOST_SESSIONS,
        notices: notices.rows.map(({ at, ...notice }) => ({ ...notice, at: at.toISOString() })),
      }
    }),
})

export const readNotices = operation({
  summary: 'I have read what happened to my account',
  ...own,
  input: z.object({ notices: z.array(z.uuid()).max(50) }),
  output: z.object({}),
  run: (ctx, { notices }) =>
    ctx.asDoorkeeper(async (desk) => {
      await sql`update account_notices set seen = now()
        where actor = ${actorOf(ctx).id} and id = any(${notices}::uuid[]) and seen is null`.execute(desk.db)
      return {}
    }),
})

const Options = z.looseObject({ challenge: z.string() })

export const beginPasskey = operation({
  summary: 'Begin to add a passkey: what my device is to be asked',
  ...own,
  input: z.object({ origin: z.url().max(300) }),
  output: z.object({ handle: z.string(), options: Options }),
  run: (ctx, { origin }) =>
    change(ctx, async (desk) => {
      const party = relyingPartyAt(origin, originsOf(ctx.address))
      if (!party) throw new Refusal('passkey-not-here')
      const { handle, options } = await begin(desk, actorOf(ctx), party)
      return { handle, options: { ...options } }
    }),
})

const WayName = z.string().trim().min(1).max(60)

export const addPasskey = operation({
  summary: 'Add the passkey that my device has made, under a name of my own',
  ...own,
  input: z.object({
    handle: z.string().max(100),
    name: WayName,
    response: z.looseObject({ id: z.string().max(2000) }),
  }),
  output: z.object({}),
  run: async (ctx, sent) => {
    await change(ctx, (desk) => add(desk, actorOf(ctx).id, sent))
    return {}
  },
})

export const renamePasskey = operation({
  summary: 'Give one of my passkeys another name',
  ...own,
  input: z.object({ way: z.uuid(), name: WayName }),
  output: z.object({}),
  run: async (ctx, { way, name }) => {
    await ctx.asDoorkeeper((desk) => rename(desk, actorOf(ctx).id, way, name))
    return {}
  },
})

export const beginAuthenticator = operation({
  summary: 'Begin to set up one-time codes: the secret for my authenticator app',
  ...own,
  input: z.object({}),
  output: z.object({ handle: z.string(), secret: z.string(), uri: z.string() }),
  run: (ctx) => change(ctx, (desk) => beginCodes(desk, actorOf(ctx))),
})

export const setPassword = operation({
  summary: 'Set a password together with one-time codes, or change the password; neither opens alone',
  ...own,
  input: z.object({
    signInName: z.string().trim().min(3).max(80),
    password: z.string().max(400),
    authenticator: z
      .object({ handle: z.string().max(100), code: z.string().trim().min(6).max(12) })
      .optional(),
  }),
  /** Shown once: each stands in for one one-time code. Empty where only the password changed. */
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  run: async (ctx, sent) => ({
    recoveryCodes: await change(ctx, (desk) => set(desk, actorOf(ctx), sent)),
  }),
})

export const newRecoveryCodes = operation({
  summary: 'Ten new recovery codes in place of the old ones',
  ...own,
  input: z.object({}),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  run: async (ctx) => ({
    recoveryCodes: await change(ctx, (desk) => renewRecoveryCodes(desk, actorOf(ctx).id)),
  }),
})

export const removeWay = operation({
  summary: 'Take away one of my ways to sign in; not the last one',
  ...own,
  input: z.object({ way: z.uuid() }),
  output: z.object({}),
  run: async (ctx, { way }) => {
    await change(ctx, (desk) => remove(desk, actorOf(ctx).id, way))
    return {}
  },
})

export const endSession = operation({
  summary: 'End one of my sessions, here or on another device',
  ...own,
  input: z.object({ session: z.uuid() }),
  output: z.object({}),
  run: (ctx, { session }) =>
    ctx.asDoorkeeper(async (desk) => {
      const ended = await endSessions(desk, actorOf(ctx).id, 'asked', { only: [session] })
      if (!ended.length) throw new Refusal('session-not-found', {}, 404)
      return {}
    }),
})

export const endSessionsElsewhere = operation({
  summary: 'End all my sessions; this one too, if asked',
  ...own,
  input: z.object({ here: z.boolean().optional() }),
  output: z.object({ ended: z.number() }),
  run: (ctx, { here }) =>
    ctx.asDoorkeeper(async (desk) => {
      const but = here ? undefined : ctx.session?.id
      return { ended: (await endSessions(desk, actorOf(ctx).id, 'asked', { but })).length }
    }),
})

export const moveByName = operation({
  summary:
    'Go on at the address with a name, where passkeys can be made; only on the machine the house runs on',
  ...own,
  input: z.object({}),
  output: z.object({ link: z.string() }),
  run: (ctx) =>
    change(ctx, async (desk) => {
      // Two origins are a loopback address and its name: a house that others reach has one.
      if (originsOf(ctx.address).length < 2) throw new Refusal('passkey-not-here')
      const purpose = ctx.session?.settingUp ? 'settingUp' : 'entering'
      return { link: await makeLink(desk, ctx.address, actorOf(ctx).id, purpose, true) }
    }),
})
