import { type Allocation, capacityOf } from './allocate.ts'
import { isSilent, shareOutByLanguage } from './languages.ts'
import type { World } from './world.ts'

const PASSES = 8

/**
 * The same people aboard, shared out by language first; then the escorted are given or exchanged among the
 * adults of their aircraft, so that siblings share an adult where that costs no language.
 */
export function improveEscorts(world: World, allocation: Allocation): Allocation {
  const better = shareOutByLanguage(world, allocation)
  const escorted = [...better.escortOf.keys()]
  let cost = escortCost(world, better)
  for (let pass = 0; pass < PASSES; pass++) {
    const before = cost
    for (const id of escorted) {
      for (const trial of exchanges(world, better, id)) {
        const next = escortCost(world, trial)
        if (next >= cost) continue
        cost = next
        better.escortOf = trial.escortOf
      }
    }
    if (cost === before) break
  }
  return better
}

/** A passenger given to another adult aboard, or exchanged with one whom that adult escorts. */
function* exchanges(world: World, { aircraftOf, escortOf }: Allocation, id: string): Generator<Allocation> {
  const aircraft = aircraftOf.get(id)
  for (const adult of world.escortsOf.get(id) ?? []) {
    const from = escortOf.get(id)!
    if (adult === from || aircraftOf.get(adult) !== aircraft) continue
    const given = new Map(escortOf).set(id, adult)
    if (isWithinLoad(world, given, adult)) yield { aircraftOf, escortOf: given }
    for (const [other, by] of escortOf) {
      if (by !== adult || !world.escortsOf.get(other)!.includes(from)) continue
      const swapped = new Map(given).set(other, from)
      if (isWithinLoad(world, swapped, adult) && isWithinLoad(world, swapped, from)) {
        yield { aircraftOf, escortOf: swapped }
      }
    }
  }
}

function isWithinLoad(world: World, escortOf: Map<string, string>, adult: string): boolean {
  let load = 0
  for (const [id, by] of escortOf) if (by === adult) load += world.load.get(id)!
  return load <= capacityOf(world, adult)
}

function escortCost(world: World, { escortOf }: Allocation): number {
  let silent = 0
  const pairs = new Set<string>()
  for (const [id, adult] of escortOf) {
    if (isSilent(world, id, adult)) silent++
    pairs.add(JSON.stringify([world.passengers.get(id)!.party, adult]))
  }
  return silent * 1000 + pairs.size
}
