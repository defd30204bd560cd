import type { Context } from '../../casefile/context.ts'
import { eventsOf, lastOf } from '../../casefile/event.ts'
import { described, descriptionOf } from '../../casefile/model.ts'
import { findPeople } from '../../casefile/operations.ts'
import { findPairs } from '../candidates.ts'
import { accepted, requestOf, stageOf } from '../model.ts'
import type { Desk } from '../operations/requests.ts'
import { standsAgainst } from '../rules.ts'

/** For each request the instants since which pairs wait for a decision: both sides were there from then on. */
export async function undecidedSince(
  ctx: Context,
  operation: string,
  { files, decisions }: Desk,
): Promise<Map<string, string[]>> {
  const people = await findPeople(ctx, { operation, kind: 'child' })
  const children = await ctx.files(people.map((child) => child.id))
  const known = new Map(children.map((file) => [file.id, eventsOf(file, described)[0]?.recordedAt ?? '']))
  const open = files.filter((file) => !['received', 'closed'].includes(stageOf(file, decisions)))
  const takenUp = new Map(open.map((file) => [file.id, lastOf(file, accepted)!.recordedAt]))
  const asked = open.flatMap((file) =>
    requestOf(file)!.sought.map((sought, at) => ({ relative: file.id, at, sought })),
  )
  const listed = children.flatMap((file) => {
    const description = descriptionOf(file)
    return description ? [{ id: file.id, description }] : []
  })
  const pairs = findPairs(
    asked,
    listed,
    ({ child, relative, at }) => !standsAgainst(decisions, { child, relative, sought: at }),
  )
  const since = pairs.map(({ child, relative }) => ({
    relative,
    at: [known.get(child)!, takenUp.get(relative)!].sort()[1]!,
  }))
  return new Map(
    [...Map.groupBy(since, (one) => one.relative)].map(([relative, all]) => [
      relative,
      all.map((one) => one.at),
    ]),
  )
}
