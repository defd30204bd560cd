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
