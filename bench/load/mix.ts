import type { Profession } from '../../app/src/casefile/access.ts'
import { chance } from '../scale/chance.ts'

export type User = {
  token: string
  profession: Profession
  operation: string
  children: string[]
  relatives: string[]
}
export type Step = { path: string; body: unknown; writes?: true }
type Maker = { weight: number; may: readonly Profession[]; make(user: User, random: () => number): Step }

const everyone = ['coordinator', 'consul', 'geneticist', 'lawyer', 'lead', 'doctor', 'socialWorker'] as const
const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)]!
const given = ['Айша', 'Билал', 'Maryam', 'Yusuf', 'سعيد', 'Сафия', 'Ибрагим', 'Khadija']
const family = ['Ахметова', 'Karimov', 'Юсупова', 'Omarov', 'حسن', '']

const list = (verb: string, weight: number, may: Maker['may']): Maker => ({
  weight,
  may,
  make: ({ operation }) => ({ path: verb, body: { operation } }),
})

/**
 * A working day, from what each screen asks when it is opened: lists and files most, then searches; one asking in ten
 * writes. The weights are ours: there is no log of a real house to take them from.
 */
const makers: Maker[] = [
  { weight: 8, may: everyone, make: () => ({ path: 'session/who', body: {} }) },
  { weight: 4, may: everyone, make: () => ({ path: 'casefile/listOperations', body: {} }) },
  list('casefile/home', 14, everyone),
  list('casefile/listPeople', 10, everyone),
  {
    weight: 24,
    may: everyone,
    make: (user, random) => ({
      path: 'casefile/openFile',
      body: { file: pick(user.children, random) },
      writes: true,
    }),
  },
  {
    weight: 14,
    may: everyone,
    make: (_, random) => ({
      path: 'tracing/find',
      body: { text: `${pick(given, random)} ${pick(family, random)}`.trim() },
    }),
  },
  list('clearance/listMatrix', 6, ['coordinator', 'consul', 'lawyer', 'lead', 'doctor']),
  list('tracing/listRequests', 5, ['coordinator', 'consul']),
  list('tracing/listWork', 5, ['coordinator', 'consul']),
  list('evidence/listFamilies', 5, ['coordinator', 'geneticist', 'lawyer', 'lead']),
  list('reintegration/listFollowUps', 5, ['socialWorker', 'lawyer', 'coordinator', 'lead']),
  {
    weight: 6,
    may: ['coordinator', 'consul'],
    make: (user, random) => ({
      path: 'tracing/listCandidates',
      body: { operation: user.operation, child: pick(user.children, random) },
    }),
  },
  {
    weight: 6,
    may: ['coordinator', 'consul', 'geneticist', 'lawyer', 'lead'],
    make: (user, random) => ({
      path: 'casefile/describePerson',
      body: {
        ...{ id: pick(user.children, random), kind: 'child', operation: user.operation },
        description: {
          names: { ru: `${pick(given, random)} ${pick(family, random)}`.trim() },
          sex: 'female',
          birth: { earliest: 2015, latest: 2017 },
        },
      },
      writes: true,
    }),
  },
  {
    weight: 6,
    may: ['socialWorker'],
    make: (user, random) => ({
      path: 'reintegration/addObservation',
      body: { child: pick(user.children, random), text: 'Slept well and asked for her brother' },
      writes: true,
    }),
  },
  {
    weight: 3,
    may: ['coordinator', 'consul'],
    make: ({ operation }) => ({
      path: 'tracing/writeDownRequest',
      body: {
        operation,
        requester: {
          name: 'Кульпаш',
          relation: 'әжесі',
          contact: '+7 701 000 00 00',
          language: 'kk',
          channel: 'phone',
        },
        identified: { how: 'consular-visit', by: 'The consul', on: '2026-05-01' },
        sought: [{ name: 'Айша', sex: 'female', age: 6, mother: 'Мадина' }],
      },
      writes: true,
    }),
  },
]

/** What this user asks next. */
export function stepsFor(user: User, seed: number): () => Step {
  const random = chance(seed)
  const mine = makers.filter(({ may }) => may.includes(user.profession))
  let whole = 0
  const ends = mine.map(({ weight }) => {
    whole += weight
    return whole
  })
  return () => {
    const at = random() * whole
    const maker = mine.find((_, nth) => at < ends[nth]!) ?? mine[0]!
    return maker.make(user, random)
  }
}

export const bareStep = (user: User, seed: number): (() => Step) => {
  const random = chance(seed)
  return () =>
    random() < 0.1
      ? { path: 'insert', body: { note: 'one small row' }, writes: true }
      : { path: 'select', body: { id: pick(user.children, random) } }
}
