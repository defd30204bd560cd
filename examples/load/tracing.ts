import type { InputOf } from '../../app/src/casefile/asking.ts'
import type { Operation } from '../../app/src/casefile/model.ts'
import type { Operations } from '../../app/src/operations.ts'
import type { Loader } from './loader.ts'
import { type People, toDescription } from './story.ts'

type Form = Omit<InputOf<Operations['tracing'], 'requestTracing'>, 'operation'>
type Request = { id: string; by: string; children: string[]; form: Form }
type Expected = { foundList: { no: number; child: string }[] }

/** Relatives ask; a consul brings the list of children found; a coordinator decides which are the same. */
export async function trace(loader: Loader): Promise<void> {
  const { operation } = loader.readJson<{ operation: Operation }>('operation.json')
  const { id } = await loader.ask('coordinator', 'casefile', 'describeOperation', { description: operation })
  loader.remember('operation', id)
  const requests = loader.readJson<Request[]>('requests.json')
  await takeUp(loader, requests)
  await importList(loader)
  await decide(loader, requests)
  await describeAll(loader)
}

async function takeUp(loader: Loader, requests: Request[]): Promise<void> {
  const operation = loader.operation()
  const numbers = new Map<string, string>()
  for (const { by, form } of requests) {
    const { number } = await loader.ask('anyone', 'tracing', 'requestTracing', { operation, ...form })
    numbers.set(number, by)
  }
  const { requests: listed } = await loader.ask('coordinator', 'tracing', 'listRequests', { operation })
  for (const one of [...listed].sort((a, b) => a.number.localeCompare(b.number))) {
    loader.remember(numbers.get(one.number)!, one.id)
  }
  for (const { by } of requests)
    await loader.ask('coordinator', 'tracing', 'acceptRequest', { request: loader.idOf(by) })
}

async function importList(loader: Loader): Promise<void> {
  const operation = loader.operation()
  const file = loader.send('found-children.csv')
  const plan = await loader.ask('consul', 'tracing', 'planImport', { operation, file })
  const { done } = await loader.ask('consul', 'tracing', 'acceptImport', {
    operation,
    file,
    sha256: plan.sha256,
  })
  const { foundList } = loader.readJson<Expected>('expected.json')
  const rows = [...done].sort((a, b) => a.row - b.row)
  for (const { no, child } of foundList) loader.remember(child, rows[no - 1]!.child)
}

/** The pairs people wrote down as the same, whether or not the DNA will agree: that is for the next station. */
async function decide(loader: Loader, requests: Request[]): Promise<void> {
  const operation = loader.operation()
  const { candidates } = await loader.ask('coordinator', 'tracing', 'listCandidates', { operation })
  const meant = requests.flatMap(({ by, children }) =>
    children.map((child, sought) => `${loader.idOf(child)} ${loader.idOf(by)} ${sought}`),
  )
  const taken = new Set<string>()
  for (const { child, relative, sought } of candidates) {
    const key = `${child} ${relative} ${sought}`
    if (!meant.includes(key) || taken.has(key)) continue
    taken.add(key)
    const reason = 'Аты, жасы және анасының аты сәйкес келеді.'
    await loader.ask('coordinator', 'tracing', 'decideCandidate', {
      child,
      relative,
      sought,
      choice: 'confirmed',
      reason,
    })
  }
}

/** With the families found, everybody gets their names as the family writes them. */
async function describeAll(loader: Loader): Promise<void> {
  const operation = loader.operation()
  const { children, relatives, guardians } = loader.readJson<People>('people.json')
  for (const person of children)
    await loader.ask('coordinator', 'casefile', 'describePerson', {
      id: loader.idOf(person.id),
      kind: 'child',
      operation,
      description: toDescription(person),
    })
  for (const person of [...relatives, ...guardians]) {
    const known = loader.knows(person.id) ? { id: loader.idOf(person.id) } : {}
    const { id } = await loader.ask('coordinator', 'casefile', 'describePerson', {
      ...known,
      kind: 'relative',
      operation,
      description: toDescription(person),
    })
    loader.remember(person.id, id)
  }
}
