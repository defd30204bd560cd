import type { InputOf } from '../../app/src/casefile/asking.ts'
import type { Names } from '../../app/src/casefile/model.ts'
import type { Operations } from '../../app/src/operations.ts'
import type { Loader } from './loader.ts'

type Evacuation = Operations['evacuation']
type Runbook = InputOf<Evacuation, 'setRunbook'>['runbook']
type Member = NonNullable<InputOf<Evacuation, 'setMember'>['member']>
type TeamMember = Member & { id: string; names: Names; sex: 'female' | 'male'; flies?: boolean }
type Flight = {
  aircraft: InputOf<Evacuation, 'setAircraft'>['aircraft']
  team: TeamMember[]
  parties: { children: string[] }[]
  runbook: Runbook
}

/** The aircraft, the team, who travels with whom, the timed day, and a plan that its check has passed. */
export async function fly(loader: Loader): Promise<void> {
  const operation = loader.operation()
  const { aircraft, team, parties, runbook } = loader.readJson<Flight>('operation.json')
  await loader.ask('lead', 'evacuation', 'setAircraft', { operation, aircraft })
  for (const member of team) if (member.flies !== false) await join(loader, member)
  for (const { children } of parties)
    await loader.ask('lead', 'evacuation', 'setParty', {
      operation,
      children: children.map((child) => loader.idOf(child)),
    })
  await loader.ask('lead', 'evacuation', 'setRunbook', {
    operation,
    runbook: { start: runbook.start, tasks: runbook.tasks },
  })
  await loader.ask('lead', 'evacuation', 'planFlight', { operation })
}

async function join(
  loader: Loader,
  { id: name, names, sex, professions, languages, canEscort, seatNeeded }: TeamMember,
): Promise<void> {
  const operation = loader.operation()
  const description = { names, sex, birth: {}, languages }
  const { id } = await loader.ask('lead', 'casefile', 'describePerson', {
    kind: 'worker',
    operation,
    description,
  })
  loader.remember(name, id)
  const member = { professions, languages, sex, canEscort, seatNeeded }
  await loader.ask('lead', 'evacuation', 'setMember', { operation, worker: id, member })
}
