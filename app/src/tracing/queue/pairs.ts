import { type CaseFile, eventsOf, lastOf } from '../../casefile/event.ts'
import { described } from '../../casefile/model.ts'
import { accepted } from '../model.ts'
import { type Gathered, undecided } from '../operations/pairs.ts'

/** For each request, or each of some, the instants since which pairs wait for a decision: both sides were there from then on. */
export async function undecidedSince(gathered: Gathered, of?: CaseFile[]): Promise<Map<string, string[]>> {
  const known = (id: string) => eventsOf(gathered.people.get(id)!, described)[0]?.recordedAt ?? ''
  const takenUp = new Map(
    gathered.desk.files.map((file) => [file.id, lastOf(file, accepted)?.recordedAt ?? '']),
  )
  const since = new Map<string, string[]>()
  for (const { child, relative } of await undecided(gathered, of)) {
    const [later] = [known(child), takenUp.get(relative)!].sort().toReversed() as [string, string]
    since.set(relative, [...(since.get(relative) ?? []), later])
  }
  return since
}
