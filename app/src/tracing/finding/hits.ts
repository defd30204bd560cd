import type { Context } from '../../casefile/context.ts'
import type { Names, Sex } from '../../casefile/model.ts'
import { writtenIn } from '../text.ts'
import type { Asked } from './asked.ts'
import type { Found, Why } from './entries.ts'
import { type SeenRequest, seePeople, seeRequests } from './seen.ts'

type Reason = {
  code:
    | `${'name' | 'other' | 'mother'}${'' | '-begins'}`
    | ('born' | 'number' | 'number-slip' | 'sought' | 'joined' | 'written')
  text: string | null
}
export type Hit = {
  id: string
  kind: 'child' | 'relative' | 'request'
  operation: string | null
  names: Names
  sex: Sex
  born: { earliest: number | null; latest: number | null }
  number: string | null
  why: Reason[]
}

type Gathered = {
  asked: Asked
  found: Found[]
  numbered: SeenRequest[]
  born: string[]
  only: string | undefined
}

/** What was found, as far as the asker may see it: by number first, then by name, each file once. */
export async function gatherHits(
  ctx: Context,
  { asked, found, numbered, born, only }: Gathered,
): Promise<Hit[]> {
  const isRequest = (id: string) => id.includes('#')
  const ids = found.map((one) => one.id)
  const requests = await seeRequests(ctx, [...ids.filter(isRequest), ...numbered.map((one) => one.relative)])
  const people = await seePeople(ctx, [
    ...ids.filter((id) => !isRequest(id)),
    ...born,
    ...[...requests.values()].map((one) => one.relative),
  ])
  const exact = new Set(asked.numbers.filter((one) => one.exact).map((one) => one.number))
  const hits = [
    ...numbered.map((row) =>
      ofRequest(row, people, [{ code: exact.has(row.number) ? 'number' : 'number-slip', text: row.number }]),
    ),
    ...found.map((one) =>
      isRequest(one.id) ? ofNamed(one, requests, people) : ofPerson(one.id, people, one.why),
    ),
    ...born.map((id) => ofPerson(id, people, [{ field: 'born', how: 'in' }])),
  ]
  return onceEach(hits.filter((hit): hit is Hit => hit !== undefined)).filter(
    (hit) => !only || hit.operation === only,
  )
}

type People = Awaited<ReturnType<typeof seePeople>>

const reasonOf = (why: Why): Reason =>
  why.field === 'born'
    ? { code: 'born', text: null }
    : { code: why.how === 'begins' ? `${why.field}-begins` : why.field, text: why.text }

function ofPerson(id: string, people: People, why: Why[]): Hit | undefined {
  const seen = people.get(id)
  if (!seen) return undefined
  const { person, asked } = seen
  const joined: Reason[] =
    person.id === asked.id ? [] : [{ code: 'joined', text: Object.values(asked.names)[0] ?? null }]
  const said = why.length ? why.map(reasonOf) : [{ code: 'written' as const, text: null }]
  return {
    ...{ id: person.id, kind: person.kind as Hit['kind'], operation: person.operation },
    ...{ names: person.names, sex: person.sex, number: null },
    born: { earliest: person.birth_earliest, latest: person.birth_latest },
    why: [...said, ...joined],
  }
}

/** A request as whoever asks, `row`: by the name in the lists once it was taken up, else as it was written. */
function ofRequest(row: SeenRequest, people: People, why: Reason[]): Hit {
  const seen = people.get(row.relative)
  const asRelative = seen && ofPerson(row.relative, people, [])
  const names = asRelative?.names ?? { [writtenIn(row.name)]: row.name }
  return {
    ...{ id: asRelative?.id ?? row.relative, kind: asRelative ? 'relative' : 'request' },
    ...{ operation: row.operation, names, sex: asRelative?.sex ?? 'unknown' },
    born: asRelative?.born ?? { earliest: null, latest: null },
    ...{ number: row.number, why },
  }
}

/** Found by who asks, or by whom they ask for: then that name is said, and who asks is who is found. */
function ofNamed({ id, why }: Found, requests: Map<string, SeenRequest>, people: People): Hit | undefined {
  const row = requests.get(id)
  const asks = row && requests.get(`${row.relative}#-1`)
  if (!row || !asks) return undefined
  if (row.place < 0) return ofRequest(row, people, why.map(reasonOf))
  const said = why.map(reasonOf).filter(({ code }) => code === 'born' || code.startsWith('mother'))
  return ofRequest(asks, people, [{ code: 'sought', text: row.name }, ...said])
}

/** A file found in several ways stands where it stood first, with all the reasons. */
function onceEach(hits: Hit[]): Hit[] {
  const once = new Map<string, Hit>()
  for (const hit of hits) {
    const before = once.get(hit.id)
    if (!before) once.set(hit.id, hit)
    else {
      const said = new Set(before.why.map((one) => `${one.code} ${one.text}`))
      const more = hit.why.filter((one) => !said.has(`${one.code} ${one.text}`))
      once.set(hit.id, { ...before, number: before.number ?? hit.number, why: [...before.why, ...more] })
    }
  }
  return [...once.values()]
}
