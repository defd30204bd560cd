import { type Allocation, capacityOf } from './allocate.ts'
import { isSilent, shareOutByLanguage } from './languages.ts'
import type { World } from './world.ts'

const PASSES = 8
/** A common language outweighs any number of siblings apart. */
const SILENT = 100_000

type Sharing = {
  world: World
  aircraftOf: Map<string, number>
  escortOf: Map<string, string>
  carried: Map<string, number>
  /** How many of each party each adult escorts. */
  siblings: Map<string, Map<string, number>>
}

/**
 * The same people aboard, shared out by language first; then the escorted are given or exchanged among the
 * adults of their aircraft, so that siblings share an adult where that costs no language.
 */
export function improveEscorts(world: World, allocation: Allocation): Allocation {
  const { aircraftOf, escortOf } = shareOutByLanguage(world, allocation)
  const sharing: Sharing = { world, aircraftOf, escortOf: new Map(), carried: new Map(), siblings: new Map() }
  for (const [id, adult] of escortOf) give(sharing, id, adult)
  for (let pass = 0; pass < PASSES; pass++) {
    const better = [...escortOf.keys()].filter((id) => moveOrExchange(sharing, id))
    if (better.length === 0) break
  }
  const order = [...allocation.escortOf.keys()]
  return { aircraftOf, escortOf: new Map(order.map((id) => [id, sharing.escortOf.get(id)!])) }
}

/** Gives a passenger to another adult aboard, or exchanges them, the first time that is better. */
function moveOrExchange(sharing: Sharing, id: string): boolean {
  const { world, aircraftOf, escortOf } = sharing
  const from = escortOf.get(id)!
  for (const adult of world.escortsOf.get(id)!) {
    if (adult === from || aircraftOf.get(adult) !== aircraftOf.get(id)) continue
    if (tryMoves(sharing, [[id, adult]])) return true
    for (const other of world.problem.passengers) {
      if (escortOf.get(other.id) !== adult || !world.escortsOf.get(other.id)!.includes(from)) continue
      const moves: [string, string][] = [
        [id, adult],
        [other.id, from],
      ]
      if (tryMoves(sharing, moves)) return true
    }
  }
  return false
}

function tryMoves(sharing: Sharing, moves: [id: string, to: string][]): boolean {
  const before = moves.map(([id]) => [id, sharing.escortOf.get(id)!] as const)
  let gain = 0
  for (const [id] of moves) gain += take(sharing, id)
  for (const [id, to] of moves) gain -= give(sharing, id, to)
  const within = moves.every(([, to]) => sharing.carried.get(to)! <= capacityOf(sharing.world, to))
  if (gain > 0 && within) return true
  for (const [id] of moves) take(sharing, id)
  for (const [id, from] of before) give(sharing, id, from)
  return false
}

/** Puts a passenger with an adult and says what that costs: a silence, and a party's first with that adult. */
function give({ world, escortOf, carried, siblings }: Sharing, id: string, adult: string): number {
  escortOf.set(id, adult)
  carried.set(adult, (carried.get(adult) ?? 0) + world.load.get(id)!)
  const { party } = world.passengers.get(id)!
  const counts = siblings.get(adult) ?? new Map<string, number>()
  siblings.set(adult, counts)
  counts.set(party, (counts.get(party) ?? 0) + 1)
  return (counts.get(party) === 1 ? 1 : 0) + (isSilent(world, id, adult) ? SILENT : 0)
}

/** Takes a passenger from their adult and says what that saves. */
function take({ world, escortOf, carried, siblings }: Sharing, id: string): number {
  const adult = escortOf.get(id)!
  escortOf.delete(id)
  carried.set(adult, carried.get(adult)! - world.load.get(id)!)
  const { party } = world.passengers.get(id)!
  const counts = siblings.get(adult)!
  counts.set(party, counts.get(party)! - 1)
  return (counts.get(party) === 0 ? 1 : 0) + (isSilent(world, id, adult) ? SILENT : 0)
}
