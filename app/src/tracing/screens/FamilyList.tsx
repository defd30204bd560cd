import { Link, useFormats, useLanguage, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { FamilyGraph } from './asking.ts'
import { fileAddress, labelOf } from './family-words.ts'

/** The drawing as sentences: who is whose, said by whom, confirmed by whom; and every spelling of a name. */
export function FamilyList({ family }: { family: FamilyGraph }) {
  const t = useWords(words)
  const f = useFormats()
  const language = useLanguage()
  const people = new Map(family.people.map((one) => [one.key, one]))
  const name = (key: string) => labelOf(people.get(key)!, language)
  const sources = (said: FamilyGraph['links'][number]['said']) =>
    said.map((one) => (one.by === 'file' ? t('tracing.family.byFile') : one.name)).join(', ')
  return (
    <details className="tracing-family-list">
      <summary>{t('tracing.family.list')}</summary>
      <ul className="tracing-plain">
        {family.links.map(({ from, to, role, word, said, confirmed }) => (
          <li key={`${from} ${to} ${role}`}>
            {t(`tracing.family.link.${role}`, { from: name(from), to: name(to), word: word ?? '—' })}{' '}
            <span className="soft small">
              {t('tracing.family.by', { names: sources(said) })}
              {confirmed
                ? ` · ${t('tracing.family.confirmedBy', { who: confirmed.who, day: f.date(confirmed.at) })}`
                : null}
            </span>
          </li>
        ))}
      </ul>
      <ul className="tracing-plain">
        {family.people.map((person) => (
          <li key={person.key}>
            {person.file ? (
              <Link href={fileAddress(person.kind, person.file)}>{labelOf(person, language)}</Link>
            ) : (
              <bdi>{labelOf(person, language)}</bdi>
            )}{' '}
            <span className="soft small">
              {t(`tracing.family.kind.${person.kind}`)}
              {person.written
                .filter((one) => one !== labelOf(person, language))
                .map((one) => (
                  <span key={one}>
                    {' · '}
                    <bdi>{one}</bdi>
                  </span>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
