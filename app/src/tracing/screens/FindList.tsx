import { useEffect } from 'react'
import { nameIn } from '../../casefile/rules.ts'
import { useLanguage, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { FindHit } from './FindHit.tsx'
import type { Found, FoundPerson } from './useFound.ts'

type Props = {
  id: string
  found: Found
  active: number
  onChoose: (person: FoundPerson) => void
  onAll: () => void
}

/** What was found, below the field, by operation; the keyboard stays in the field. */
export function FindList({ id, found, active, onChoose, onAll }: Props) {
  const t = useWords(words)
  const language = useLanguage()
  const people = found.groups.flatMap((group) => group.people)
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <div className="find-list">
      {found.anySpelling ? null : <p className="find-note">{t('tracing.find.exact-for-now')}</p>}
      {people.length === 0 ? <Nobody nothing={found.nothing} /> : null}
      {/* biome-ignore-start lint/a11y: options of a combobox, reached from its field by aria-activedescendant */}
      <div role="listbox" id={id} aria-label={t('tracing.find.results')}>
        {found.groups.map((group) => {
          const title = group.names ? nameIn(group.names, language).text : t('tracing.find.elsewhere')
          return (
            <div role="group" key={group.operation ?? ''} aria-label={title}>
              <div className="find-group" aria-hidden="true">
                <bdi>{title}</bdi>
              </div>
              {group.people.map((person) => {
                const at = people.indexOf(person)
                return (
                  <div
                    key={person.id}
                    id={`${id}-${at}`}
                    role="option"
                    aria-selected={at === active}
                    className="find-hit"
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => onChoose(person)}
                  >
                    <FindHit person={person} />
                  </div>
                )
              })}
            </div>
          )
        })}
      </div>
      {/* biome-ignore-end lint/a11y: end */}
      {people.length ? (
        <button type="button" className="find-all" onClick={onAll}>
          {t('tracing.find.all')}
        </button>
      ) : null}
    </div>
  )
}

/** Nobody: what was missing in the text, or that nobody fits, and what to try. */
export function Nobody({ nothing }: { nothing: Found['nothing'] }) {
  const t = useWords(words)
  return (
    <div className="find-note">
      <p className="find-nobody">
        {nothing ? t(`tracing.find.nothing.${nothing}`) : t('tracing.find.nobody')}
      </p>
      <p>{t('tracing.find.try')}</p>
    </div>
  )
}
