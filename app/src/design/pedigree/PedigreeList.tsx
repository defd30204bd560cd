import { useWords } from '../languages/LanguageProvider.tsx'
import type { PedigreeLayout, PedigreePerson } from './model.ts'
import { pedigreeWords } from './words.ts'

/** The same drawing as sentences: always there for a screen reader, and seen where numbers stand for names. */
export function PedigreeList(props: {
  people: readonly PedigreePerson[]
  layout: PedigreeLayout
  numbers: ReadonlyMap<string, string> | undefined
}) {
  const { people, layout, numbers } = props
  const t = useWords(pedigreeWords)
  const sorted = numbers ? [...numbers.keys()].flatMap((id) => people.filter((one) => one.id === id)) : people
  return (
    <ul className={numbers ? 'pedigree-list' : 'hidden'} aria-label={t('people')}>
      {sorted.map((person) => (
        <li key={person.id}>
          {numbers ? <span className="pedigree-number">{numbers.get(person.id)}</span> : null}
          <span>
            <bdi>
              <strong>{person.label}</strong>
            </bdi>
            {person.note ? (
              <>
                {', '}
                <bdi>{person.note}</bdi>
              </>
            ) : null}
            <span className="hidden">
              . {facts(person, t)} {parentsOf(person, people, layout, t)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

type PedigreeT = (key: keyof typeof pedigreeWords, values?: { names: string }) => string

function facts(person: PedigreePerson, t: PedigreeT): string {
  const said = [t(person.sex), t(person.typed ? 'typed' : 'notTyped')]
  if (person.deceased) said.push(t('deceased'))
  if (person.couldBeAsked) said.push(t('couldBeAsked'))
  if (person.inQuestion) said.push(t('inQuestion'))
  return `${said.join('; ')}.`
}

function parentsOf(
  person: PedigreePerson,
  people: readonly PedigreePerson[],
  layout: PedigreeLayout,
  t: PedigreeT,
): string {
  const union = layout.unions.find((one) => one.offspring.includes(person.id))
  const names = people
    .filter((one) => one.id === union?.father || one.id === union?.mother)
    .map((one) => one.label)
  return names.length > 0 ? `${t('parents', { names: names.join(', ') })}.` : ''
}
