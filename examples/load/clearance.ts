import type { Profession } from '../../app/src/casefile/access.ts'
import type { InputOf } from '../../app/src/casefile/asking.ts'
import type { Operations } from '../../app/src/operations.ts'
import type { Loader } from './loader.ts'

type Given = InputOf<Operations['clearance'], 'meetRequirement'>
type Requirement = Given['requirement']
type Met = {
  requirement: Requirement
  on: string
  expires?: string
  signedBy: string[]
  paper: { name: string; text: string }
}
type Cleared = {
  child: string
  circumstances: { mother: 'lives' | 'dead' | 'not-found'; stays: 'prison' | 'elsewhere' }
  met: Met[]
  asked?: { requirement: Requirement; since: string; note: { kk: string } }[]
}

/** Who brings each paper in the example; the table of the corridor says who may. */
const brings: Partial<Record<Requirement, Profession>> = {
  'guardian-consent': 'lawyer',
  'best-interests': 'coordinator',
  judge: 'lawyer',
  'receiving-authority': 'coordinator',
  'fit-to-fly': 'doctor',
}

/** Every child's corridor begins; papers come in as they came; what was asked and not answered is noted. */
export async function clear(loader: Loader): Promise<void> {
  await noteMothers(loader)
  const { clearance } = loader.readJson<{ clearance: Cleared[] }>('operation.json')
  const children = clearance.map(({ child, circumstances }) => ({
    child: loader.idOf(child),
    ...circumstances,
  }))
  await loader.ask('coordinator', 'clearance', 'beginClearance', { operation: loader.operation(), children })
  for (const { child, met, asked = [] } of clearance) {
    for (const one of met) await bring(loader, loader.idOf(child), one)
    for (const { requirement, since, note } of asked)
      await loader.ask('coordinator', 'clearance', 'noteWait', {
        child: loader.idOf(child),
        requirement,
        since,
        note: note.kk,
      })
  }
}

/** Where the mothers are held: in their own files, and in no child's. */
async function noteMothers(loader: Loader): Promise<void> {
  type Child = { mother?: { id: string } }
  const { children } = loader.readJson<{ children: Child[] }>('people.json')
  const mothers = new Set(
    children.flatMap(({ mother }) => (mother && loader.knows(mother.id) ? [mother.id] : [])),
  )
  for (const mother of mothers)
    await loader.ask('consul', 'casefile', 'noteCustody', {
      relative: loader.idOf(mother),
      place: 'Русафа әйелдер түрмесі, Бағдат',
      note: 'Консул түрмеде көрді; үкімнің аудармасы қорғаушыда.',
    })
}

async function bring(
  loader: Loader,
  child: string,
  { requirement, on, expires, signedBy, paper }: Met,
): Promise<void> {
  const base64 = Buffer.from(paper.text).toString('base64')
  await loader.ask(brings[requirement] ?? 'consul', 'clearance', 'meetRequirement', {
    ...{ child, requirement, on, signedBy, paper: { name: paper.name, base64 } },
    ...(expires ? { expires } : {}),
  })
}
