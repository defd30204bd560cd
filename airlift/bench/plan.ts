/**
 * The planner beside naive first fit, in one run: passengers aboard and time, as ratios.
 * node airlift/bench/plan.ts
 */
import { check, type Passenger, type Plan, type Problem, plan, type StaffMember } from '../src/index.ts'
import { cabin, fourteen, passenger, problem, staff } from '../testing/build.ts'

type Row = { name: string; problem: Problem }

const rows: Row[] = [
  { name: '14 passengers, 10 staff, 60 seats', problem: fourteen(10) },
  { name: '14 passengers, 10 staff, 24 seats', problem: fourteen(4) },
  { name: '14 passengers, 10 staff, 18 seats', problem: fourteen(3) },
  { name: '14 passengers, 10 staff, 12 seats', problem: fourteen(2) },
  { name: '120 passengers, 60 staff, 180 seats', problem: crowd(30) },
  { name: '120 passengers, 60 staff, 120 seats', problem: crowd(20) },
]

console.log('problem | asked | aboard: planner, first fit, ratio | ms: planner, first fit, ratio | proven')
for (const { name, problem: asked } of rows) {
  const [found, ms] = time(() => plan(asked))
  const [naive, naiveMs] = time(() => firstFit(asked))
  const broken = [...check(asked, found), ...check(asked, naive)]
  if (broken.length > 0) throw new Error(`${name}: ${JSON.stringify(broken)}`)
  const [own, other] = [countAboard(asked, found), countAboard(asked, naive)]
  const numbers = [
    asked.passengers.length,
    `${own}, ${other}, ${(own / other).toFixed(2)}`,
    `${ms.toFixed(1)}, ${naiveMs.toFixed(1)}, ${(ms / naiveMs).toFixed(1)}`,
    found.optimal ? 'yes' : 'no',
  ]
  console.log([name, ...numbers].join(' | '))
}

/** The median of five runs after one to warm up. */
function time<Result>(run: () => Result): [Result, number] {
  const result = run()
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  return [result, times.sort((a, b) => a - b)[2]!]
}

function countAboard(asked: Problem, made: Plan): number {
  return asked.passengers.filter((one) => made.assignments.some((other) => other.id === one.id)).length
}

/**
 * What one does by hand with a list: party after party into the next free seats, each with adults of its own,
 * the professions in demand first; a party for which seats or adults have run out waits. The problems here
 * have no stretchers, medical needs or parents, so this keeps every rule too.
 */
function firstFit(asked: Problem): Plan {
  const { seats, id: aircraft, lapMasks } = asked.aircraft[0]!
  const demanded = new Set(asked.policy.professions.map((one) => one.profession))
  const rank = (one: StaffMember) => Number(one.professions.some((profession) => demanded.has(profession)))
  const made: Plan = { assignments: [], escorts: [], waiting: [] }
  let free = seats.filter((seat) => !seat.exitRow)
  let team = asked.staff.filter((one) => one.canEscort).sort((a, b) => rank(b) - rank(a))
  let masks = lapMasks
  for (const party of new Set(asked.passengers.map((one) => one.party))) {
    const groups = toGroups(
      asked,
      asked.passengers.filter((one) => one.party === party),
    )
    const laps = groups.filter(([one]) => one!.ageMonths < asked.policy.lapUnderMonths).slice(0, masks)
    const people = groups.flatMap((group, at) => [
      team[at]?.id,
      ...(laps.includes(group) ? [] : group.map((one) => one.id)),
    ])
    if (groups.length > team.length || people.length > free.length) continue
    made.assignments.push(...people.map((id, at) => ({ id: id!, aircraft, seat: free[at]!.id })))
    made.escorts.push(
      ...groups.map((group, at) => ({ adult: team[at]!.id, passengers: group.map((one) => one.id) })),
    )
    for (const lap of laps) {
      made.assignments.push({ id: lap[0]!.id, aircraft, lapOf: team[groups.indexOf(lap)]!.id })
    }
    masks -= laps.length
    free = free.slice(people.length)
    team = team.slice(groups.length)
  }
  const listed = new Set(made.assignments.map((one) => one.id))
  const left = [...asked.passengers, ...asked.staff].filter((one) => !listed.has(one.id))
  made.waiting = left.map(({ id }) => ({ id, because: [{ code: 'no-arrangement' }] }))
  return made
}

/** The youngest first, as many to an adult as the ratios allow. */
function toGroups({ policy }: Problem, party: Passenger[]): Passenger[][] {
  const groups: Passenger[][] = []
  let load = 1
  for (const one of [...party].sort((a, b) => a.ageMonths - b.ageMonths)) {
    const ratio = policy.ratios.find(({ underMonths }) => one.ageMonths < underMonths)
    const share = ratio ? 1 / ratio.perAdult : 0
    if (load + share > 1) {
      groups.push([])
      load = 0
    }
    groups.at(-1)!.push(one)
    load += share
  }
  return groups
}

/** Forty parties of one to five, every age from infant to fifteen, in a cabin of six abreast. */
function crowd(rowCount: number): Problem {
  const sizes = Array.from({ length: 40 }, (_, at) => 1 + ((at * 7) % 5))
  const passengers = sizes.flatMap((size, party) =>
    Array.from({ length: size }, (_, at) =>
      passenger(`p${party}-${at}`, (party * 3 + at * 4) % 16, {
        party: `x${party}`,
        languages: party % 3 ? ['kk'] : ['ar'],
      }),
    ),
  )
  const team = Array.from({ length: 60 }, (_, at) =>
    staff(`s${at}`, {
      professions: at < 4 ? ['doctor', 'psychologist'] : [],
      languages: at % 4 ? ['kk'] : ['ar', 'ru'],
    }),
  )
  const base = problem(cabin(rowCount, 'ABCDEF', { '10A': { exitRow: true } }), passengers, team, {}, 8)
  return { ...base, policy: { ...base.policy, professions: fourteen().policy.professions } }
}
