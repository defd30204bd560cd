import type { ReactNode } from 'react'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { words as casefileWords } from '../../casefile/words.ts'
import { Badge, Card, DefinitionList, useFormats, useWords } from '../../design/kit.ts'
import type { Sought } from '../model.ts'
import { words } from '../words.ts'
import { bornIn, type OneRequest } from './asking.ts'

/** Whom the request asks for: everything that was said of each, and who was confirmed. */
export function RequestSought({ request }: { request: OneRequest }) {
  const t = useWords(words)
  const f = useFormats()
  return (
    <Card title={t('tracing.sought.title')}>
      {request.sought.map((person, sought) => {
        const found = request.found.filter((one) => one.sought === sought)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the request is what names the person
          <section key={sought} className="tracing-person">
            <h3>
              <bdi>{person.name}</bdi>{' '}
              {person.kind === 'relative' ? (
                <span className="soft small">{t('tracing.sought.adult')}</span>
              ) : null}
            </h3>
            <SoughtFacts person={person} />
            {found.map(({ child, names, who, at }) => (
              <p key={child}>
                <Badge kind="ok">{t('tracing.sought.found')}</Badge>{' '}
                <PersonName names={names} child={child} />{' '}
                <span className="soft small">
                  {t('tracing.sought.confirmedBy', { who, day: f.date(at) })}
                </span>
              </p>
            ))}
          </section>
        )
      })}
    </Card>
  )
}

const several = (all: string[] | undefined): string | undefined => (all?.length ? all.join(' · ') : undefined)

/** The facts somebody gave; what nobody said is not listed. */
export function SoughtFacts({ person }: { person: Sought }) {
  const t = useWords(words)
  const say = useWords(casefileWords)
  const f = useFormats()
  const facts: [key: string, value: ReactNode][] = [
    ['tracing.about.born', bornIn(person.birth, f.date)],
    ['tracing.about.sex', person.sex === 'unknown' ? undefined : say(`sex.${person.sex}`)],
    ['tracing.sought.otherNames', several(person.otherNames)],
    ['tracing.about.mother', person.mother],
    ['tracing.about.father', person.father],
    ['tracing.about.birthplace', person.birthplace],
    ['tracing.about.place', person.place],
    ['tracing.sought.lastSeen', person.lastSeen && f.date(person.lastSeen)],
    ['tracing.about.languages', several(person.languages)],
    ['tracing.about.with', several(person.companions)],
    ['tracing.about.marks', person.marks],
  ]
  const items = facts
    .filter(([, value]) => value)
    .map(([key, value]) => ({ term: t(key), value: <bdi>{value}</bdi> }))
  return items.length ? <DefinitionList items={items} /> : null
}
