import { type Allocation, capacityOf } from './allocate.ts'
import { type Budget, mayStep, shareLanguage, type World } from './world.ts'

const STEPS = 4000

type Search = {
  world: World
  budget: Budget
  /** The escorted whom the fewest can talk with first, then the heaviest: they are the hardest to fit. */
  escorted: string[]
  adultsOf: Map<string, string[]>
  carried: Map<string, number>
  trial: Map<string, string>
  best: Map<string, string>
  bestCount: number
}

/**
 * The same people aboard, shared out so that as few as possible share no language with their escort.
 * Branch and bound: exact while its steps last, never worse than what it was given.
 */
export function shareOutByLanguage(world: World, { aircraftOf, escortOf }: Allocation): Allocation {
  const speaking = (id: string) => adultsOf.get(id)!.filter((adult) => !isSilent(world, id, adult)).length
  const adultsOf = new Map([...escortOf.keys()].map((id) => [id, adultsAboard(world, aircraftOf, id)]))
  const escorted = [...escortOf.keys()].sort(
    (a, b) => speaking(a) - speaking(b) || world.load.get(b)! - world.load.get(a)!,
  )
  const search: Search = {
    world,
    budget: { left: STEPS, cut: false },
    escorted,
    adultsOf,
    carried: new Map(),
    trial: new Map(),
    best: escortOf,
    bestCount: [...escortOf].filter(([id, adult]) => isSilent(world, id, adult)).length,
  }
  const least = escorted.filter((id) => speaking(id) === 0).length
  if (search.bestCount > least) branch(search, 0, 0)
  return { aircraftOf, escortOf: new Map([...escortOf.keys()].map((id) => [id, search.best.get(id)!])) }
}

/** The adults on the passenger's aircraft who may escort them, those they can talk with first. */
function adultsAboard(world: World, aircraftOf: Map<string, number>, id: string): string[] {
  const aboard = world.escortsOf.get(id)!.filter((adult) => aircraftOf.get(adult) === aircraftOf.get(id))
  const silent = (adult: string) => Number(isSilent(world, id, adult))
  return aboard.sort((a, b) => silent(a) - silent(b))
}

function branch(search: Search, at: number, count: number): void {
  if (count >= search.bestCount) return
  const id = search.escorted[at]
  if (id === undefined) {
    search.best = new Map(search.trial)
    search.bestCount = count
    return
  }
  const { world, carried } = search
  const load = world.load.get(id)!
  const tried = new Set<string>()
  for (const adult of search.adultsOf.get(id)!) {
    const before = carried.get(adult) ?? 0
    const twin = `${world.kindOf.get(adult) ?? adult} ${before}`
    if (before + load > capacityOf(world, adult) || tried.has(twin)) continue
    if (!mayStep(search.budget)) return
    tried.add(twin)
    carried.set(adult, before + load)
    search.trial.set(id, adult)
    branch(search, at + 1, count + Number(isSilent(world, id, adult)))
    carried.set(adult, before)
  }
}

/** Staff who share no language with the passenger; a parent is never silent. */
export function isSilent(world: World, id: string, adult: string): boolean {
  const staff = world.staff.get(adult)
  return staff !== undefined && !shareLanguage(staff, world.passengers.get(id)!)
}
