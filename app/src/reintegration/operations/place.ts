import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { Day } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { newId } from '../../platform/identity.ts'
import { Invalid, Refusal } from '../../platform/refusal.ts'
import {
  Apart,
  answersOf,
  ended,
  Home,
  type Placed,
  type PlacementRow,
  placed,
  placementOf,
} from '../model.ts'
import { leftApart, requireTogether } from '../rules.ts'
import {
  Children,
  childrenOf,
  findPlacements,
  findSiblings,
  placers,
  requirePast,
  Waiting,
} from './gather.ts'

const Text = z.string().trim().min(1).max(2000)
const Where = z.object({
  children: Children,
  on: Day,
  /** A new home, or the home where a brother or a sister lives already. */
  home: z.union([Home, z.object({ joins: z.uuid() })]),
  reason: Text,
  apart: Apart.optional(),
})
type Where = z.infer<typeof Where>
const Placing = z.object({ placement: z.uuid().nullable(), done: z.array(z.uuid()), waiting: Waiting })

export const placeChildren = operation({
  summary:
    'Place children where they will live, siblings together; apart only by a reasoned decision of two people',
  may: placers,
  needs: ['childSafeguarding'],
  input: Where,
  output: Placing,
  async run(ctx, input) {
    const gathered = await gather(ctx, input)
    const isPlaced = (file: CaseFile) => gathered.living.has(file.id)
    return settle(ctx, input, gathered, (file) => (isPlaced(file) ? 'already-placed' : undefined))
  },
})

export const moveChildren = operation({
  summary: 'Move children to another home: ends where they live, with the reason, and begins anew',
  may: placers,
  needs: ['childSafeguarding'],
  input: Where.extend({ endReason: Text }),
  output: Placing,
  async run(ctx, input) {
    const gathered = await gather(ctx, input)
    const { living, home } = gathered
    if (input.children.some((child) => input.on < (living.get(child)?.began ?? '')))
      throw new Invalid([{ field: 'on', code: 'before-placement' }])
    return settle(
      ctx,
      input,
      gathered,
      ({ id }) => {
        if (!living.has(id)) return 'not-placed'
        return living.get(id)?.placement === home.placement ? 'lives-there' : undefined
      },
      input.endReason,
    )
  },
})

type Gathered = {
  files: CaseFile[]
  home: Home & { placement: string }
  pairs: { child: string; sibling: string }[]
  living: Map<string, PlacementRow>
}

async function gather(ctx: Context, input: Where): Promise<Gathered> {
  requirePast(ctx, 'on', input.on)
  const { files, operation } = await childrenOf(ctx, input.children)
  const { pairs, children } = await findSiblings(ctx, operation)
  const living = await findPlacements(
    ctx,
    children.map(({ id }) => id),
  )
  return { files, pairs, living, home: await homeOf(ctx, input.home) }
}

async function homeOf(ctx: Context, home: Where['home']): Promise<Home & { placement: string }> {
  if (!('joins' in home)) {
    if (home.kind === 'relatives' && !home.relative)
      throw new Invalid([{ field: 'home.relative', code: 'missing' }])
    return { ...home, placement: newId(ctx.now.getTime()) }
  }
  const there = placementOf(await ctx.file(home.joins))
  if (!there) throw new Refusal('nobody-lives-there')
  const { kind, place, address, region, relative, placement } = there
  return { kind, place, address, region, relative, placement }
}

/** Places whom it can, and names for each of the others why not; refuses where siblings would be parted unasked. */
async function settle(
  ctx: Context,
  input: Where,
  { files, home, pairs, living }: Gathered,
  hindrance: (file: CaseFile) => string | undefined,
  endReason?: string,
): Promise<z.input<typeof Placing>> {
  const because = files.map((file) => ({ file, why: hindrance(file) ?? withoutAgreement(file, home) }))
  const going = because.filter(({ why }) => !why).map(({ file }) => file.id)
  const livesAt = new Map([...living].map(([child, row]) => [child, row.placement]))
  requireTogether(leftApart(going, home.placement, { pairs, livesAt }), input.apart)
  const { on, reason, apart } = input
  for (const child of going) {
    if (endReason) await ctx.record([child], ended, { placement: livesAt.get(child)!, on, reason: endReason })
    const detail: Placed = { ...home, on, reason, ...(apart ? { apart } : {}) }
    await ctx.record([child], placed, detail)
  }
  const waiting = because.flatMap(({ file, why }) => (why ? [{ child: file.id, because: [why] }] : []))
  return { placement: going.length > 0 ? home.placement : null, done: going, waiting }
}

/** Nobody lives with relatives who were not asked, or who said no. */
function withoutAgreement(file: CaseFile, { kind, relative }: Home): string | undefined {
  if (kind !== 'relatives') return undefined
  return answersOf(file).get(relative ?? '')?.answer === 'agrees' ? undefined : 'no-family-agreement'
}
