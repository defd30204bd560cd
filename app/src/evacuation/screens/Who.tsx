import { PersonName } from '../../casefile/screens/PersonName.tsx'
import type { People } from './people.ts'

/** Somebody's name, a child's as the way to their page. */
export function Who({ id, people }: { id: string; people: People }) {
  const person = people.get(id)
  if (!person) return <span className="soft">{people.nameOf(id)}</span>
  return <PersonName names={person.names} child={person.kind === 'child' ? id : undefined} />
}

/** Several names in one line. */
export function Whos({ ids, people }: { ids: readonly string[]; people: People }) {
  return (
    <>
      {ids.map((id, at) => (
        <span key={id}>
          {at > 0 ? ', ' : ''}
          <Who id={id} people={people} />
        </span>
      ))}
    </>
  )
}
