import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '../../../platform/refusal.ts'
import type { Context } from '../../context.ts'
import type { CaseFile } from '../../event.ts'
import { operation } from '../../operation.ts'
import { requirePerson } from '../../rules.ts'
import { Also, namedIn, standingOf } from '../gathering.ts'
import {
  Erasable,
  erased,
  erasureAsked,
  erasureDropped,
  erasuresOf,
  Ground,
  HoldReason,
  holdsOn,
} from '../model.ts'
import { periods } from '../retention.ts'
import { keptByLaw, requireErasable, requireSecond } from '../rules.ts'
import type { ErasureRow } from '../store.ts'
import { pieceOf, SWEEPING } from '../sweep.ts'

const deciders = ['protectionOfficer', 'lead'] as const
const Which = z.object({ file: z.uuid(), what: Erasable })

const pendingOf = (file: CaseFile, what: Erasable) =>
  erasuresOf(file).find((one) => one.what === what && one.state === 'asked')
const isGone = (file: CaseFile) =>
  erasuresOf(file).some((one) => one.what === 'person' && one.state !== 'asked')

async function requireAllowed(ctx: Context, file: CaseFile, what: Erasable, ground: Ground): Promise<void> {
  const standing = await standingOf(ctx, file)
  requireErasable(standing, what, ground, periods, ctx.now)
  if (what !== 'person' && !standing.classes.some((facts) => facts.class === what))
    throw new Refusal('nothing-to-erase')
}

const askErasure = operation({
  summary: 'Ask that a person, or their DNA or health data alone, be erased; a second person confirms it',
  may: ['protectionOfficer'],
  needs: ['dataProtection'],
  input: Which.extend({ ground: Ground }),
  output: z.object({}),
  async run(ctx, { file: id, what, ground }) {
    const file = await ctx.file(id)
    requirePerson(file)
    if (isGone(file)) throw new Refusal('file-erased')
    if (pendingOf(file, what)) throw new Refusal('erasure-asked-already')
    await requireAllowed(ctx, file, what, ground)
    await ctx.record([file.id], erasureAsked, { what, ground })
    return {}
  },
})

const dropErasure = operation({
  summary: 'Take back that somebody be erased, while nobody has confirmed it',
  may: deciders,
  input: Which,
  output: z.object({}),
  async run(ctx, { file: id, what }) {
    const file = await ctx.file(id)
    if (!pendingOf(file, what)) throw new Refusal('no-erasure-asked')
    await ctx.record([file.id], erasureDropped, { what })
    return {}
  },
})

const confirmErasure = operation({
  summary: 'As the second person, erase: the keys are destroyed now and what stood in clear is written over',
  may: deciders,
  needs: ['dataProtection'],
  input: Which,
  output: z.object({ keys: z.number() }),
  fresh: true,
  async run(ctx, { file: id, what }) {
    const file = await ctx.file(id)
    const asked = pendingOf(file, what)
    if (!asked) throw new Refusal('no-erasure-asked')
    requireSecond(asked.askedBy, ctx.actor?.id)
    await requireAllowed(ctx, file, what, asked.ground)
    const { ground, askedBy } = asked
    const keys = await ctx.destroyKeys(file.id, what)
    // What was sealed before classes had keys of their own goes with the person's key alone.
    if (keys === 0) throw new Refusal('class-not-apart')
    await ctx.record([file.id], erased, { what, ground, askedBy, keys })
    await ctx.hand(SWEEPING, [pieceOf(file.id, what)])
    return { keys }
  },
})

const sweepAgain = operation({
  summary: 'Write over once more what stood in clear of somebody whose keys were destroyed',
  may: deciders,
  input: Which,
  output: z.object({}),
  async run(ctx, { file: id, what }) {
    const file = await ctx.file(id)
    if (!erasuresOf(file).some((one) => one.what === what && one.state !== 'asked'))
      throw new Refusal('no-erasure-asked')
    await ctx.hand(SWEEPING, [pieceOf(file.id, what)])
    return {}
  },
})

const State = z.enum(['asked', 'destroyed', 'swept'])
const Listed = z.object({
  file: z.uuid(),
  what: Erasable,
  ground: Ground,
  state: State,
  askedBy: z.string().nullable(),
  askedAt: z.string(),
  erasedAt: z.string().nullable(),
  /** The asker is not the one who asked for it. */
  mayConfirm: z.boolean(),
})

const listErasures = operation({
  summary: 'What was asked to be erased, what waits for a second person, what is done',
  may: deciders,
  input: z.object({}),
  output: z.object({ erasures: z.array(Listed) }),
  reads: true,
  async run(ctx) {
    const { rows } = await sql<ErasureRow & { name: string | null }>`
      select e.*, a.name from erasures e left join accounts a on a.id = e.asked_by
      order by (e.state = 'asked') desc, e.asked_at desc limit 500`.execute(ctx.db)
    return {
      erasures: rows.map(({ file, what, ground, state, name, asked_at, asked_by, erased_at }) => ({
        ...{ file, what, ground, state, askedBy: name, askedAt: asked_at.toISOString() },
        ...{ erasedAt: erased_at?.toISOString() ?? null, mayConfirm: asked_by !== ctx.actor?.id },
      })),
    }
  },
})

const getStanding = operation({
  summary: 'What may be erased of a person now, what stands against it, and which other files name them',
  may: deciders,
  input: z.object({ file: z.uuid() }),
  output: z.object({
    kind: z.string(),
    /** The person's key was destroyed: nothing of them can be read or written. */
    erased: z.boolean(),
    holds: z.array(HoldReason),
    classes: z.array(
      z.object({ class: z.string(), first: z.string(), last: z.string(), events: z.number() }),
    ),
    against: z
      .object({ code: z.string(), data: z.string().optional(), until: z.string().optional() })
      .nullable(),
    alsoIn: z.array(Also),
  }),
  reads: true,
  async run(ctx, { file: id }) {
    const file = await ctx.file(id)
    const standing = await standingOf(ctx, file)
    return {
      kind: file.kind,
      erased: isGone(file),
      holds: holdsOn(file),
      classes: standing.classes,
      against: whatStandsAgainst(
        () => requireErasable(standing, 'person', 'person-asked', periods, ctx.now),
        () => keptByLaw(standing, 'person', periods, ctx.now),
      ),
      alsoIn: await namedIn(ctx, file.id),
    }
  },
})

function whatStandsAgainst(check: () => void, kept: () => { data: string; until: string } | undefined) {
  try {
    check()
    return null
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    return { code: cause.code, ...(cause.code === 'erasure-kept-by-law' && kept()) }
  }
}

export const erasing = { askErasure, dropErasure, confirmErasure, sweepAgain, listErasures, getStanding }
