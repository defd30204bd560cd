import {
  defaultPolicy,
  type Passenger,
  type Policy,
  type Problem,
  type Seat,
  type StaffMember,
} from '../src/index.ts'

/** Rows of ordinary seats; `special` changes single seats by id such as '3A'. */
export function cabin(rows: number, columns: string, special: Record<string, Partial<Seat>> = {}): Seat[] {
  return Array.from({ length: rows }, (_, at) => at + 1).flatMap((row) =>
    [...columns].map((column): Seat => {
      const id = `${row}${column}`
      return { id, row, column, kind: 'seat', medical: false, exitRow: false, ...special[id] }
    }),
  )
}

export function passenger(id: string, years: number, over: Partial<Passenger> = {}): Passenger {
  return { id, ageMonths: years * 12, party: id, languages: ['kk'], needs: {}, ready: { yes: true }, ...over }
}

export function staff(id: string, over: Partial<StaffMember> = {}): StaffMember {
  return { id, professions: [], languages: ['kk', 'ru'], canEscort: true, seatNeeded: true, ...over }
}

/** One aircraft 'a' with the given seats; no professions demanded unless the policy says so. */
export function problem(
  seats: Seat[],
  passengers: Passenger[],
  team: StaffMember[],
  policy: Partial<Policy> = {},
  lapMasks = 2,
): Problem {
  return {
    aircraft: [{ id: 'a', seats, lapMasks }],
    passengers,
    staff: team,
    policy: { ...defaultPolicy, professions: [], ...policy },
    flightAt: '2019-11-27T09:00:00+06:00',
  }
}

/** Fourteen passengers from 22 months to 10 years in eight parties, ten staff, sixty seats. */
export function fourteen(rows = 10): Problem {
  const special = {
    '1A': { medical: true },
    '1B': { medical: true },
    '5A': { exitRow: true },
    '5F': { exitRow: true },
  }
  const family = (party: string, ...years: number[]) =>
    years.map((age, at) =>
      passenger(`${party}${at + 1}`, age, { party, languages: at % 2 ? ['ar'] : ['kk', 'ar'] }),
    )
  const passengers = [
    ...family('w', 10, 8, 6, 4),
    ...family('x', 7, 3),
    ...family('y', 5, 22 / 12),
    ...family('z', 9, 2),
    ...['s', 't', 'u', 'v'].map((id, at) => passenger(id, 3 + at, { languages: at ? ['ar'] : [] })),
  ]
  const professions = [
    'doctor',
    'doctor',
    'psychologist',
    'psychologist',
    'diplomat',
    'diplomat',
    'carer',
    'carer',
  ]
  const team = professions.map((one, at) =>
    staff(`k${at}`, { professions: [one], languages: at % 3 ? ['kk', 'ru'] : ['kk', 'ar'] }),
  )
  team.push(staff('k8', { canEscort: false, professions: ['camera'] }), staff('k9', { canEscort: false }))
  const base = problem(cabin(rows, 'ABCDEF', special), passengers, team)
  return { ...base, policy: { ...base.policy, professions: defaultPolicy.professions } }
}
