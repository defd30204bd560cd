import type { Allocation } from './allocate.ts'
import { fitsOnLap, type World } from './world.ts'

/** Which infant sits on whose lap. */
export type Laps = Map<string, string>

/**
 * Every way to use as many laps as masks allow, one infant per adult, the earlier listed first. A lap saves
 * a seat and never costs one, so fewer laps are not tried.
 */
export function* lapChoices(world: World, { aircraftOf, escortOf }: Allocation): Generator<Laps> {
  const firstInfant = new Map<string, string>()
  for (const one of world.problem.passengers) {
    const adult = escortOf.get(one.id)
    if (adult !== undefined && fitsOnLap(world.policy, one) && !firstInfant.has(adult))
      firstInfant.set(adult, one.id)
  }
  const candidates = world.cabins.map((_, index) =>
    [...firstInfant].filter(([adult]) => aircraftOf.get(adult) === index),
  )
  yield* chooseFrom(0, [])

  function* chooseFrom(index: number, chosen: [string, string][]): Generator<Laps> {
    const cabin = world.cabins[index]
    if (!cabin) {
      yield new Map(chosen.map(([adult, infant]) => [infant, adult]))
      return
    }
    for (const some of combinations(candidates[index] ?? [], cabin.lapMasks)) {
      yield* chooseFrom(index + 1, [...chosen, ...some])
    }
  }
}

/** Every choice of `count` items (all, where there are fewer), in the order of the list. */
function* combinations<Item>(items: Item[], count: number): Generator<Item[]> {
  if (items.length <= count) yield items
  else if (count === 0) yield []
  else {
    const [first, ...rest] = items as [Item, ...Item[]]
    for (const some of combinations(rest, count - 1)) yield [first, ...some]
    yield* combinations(rest, count)
  }
}
