import { nameIn } from '../../casefile/rules.ts'
import { words as casefileWords } from '../../casefile/words.ts'
import { useLanguage, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { FoundPerson } from './useFound.ts'

const bornText = ({ earliest, latest }: FoundPerson['born']): string | undefined =>
  earliest === null || latest === null ? undefined : [...new Set([earliest, latest])].join('–')

/** One who was found: the name, who they are in a few words, and why they were found. */
export function FindHit({ person }: { person: FoundPerson }) {
  const t = useWords(words)
  const say = useWords(casefileWords)
  const language = useLanguage()
  const name = nameIn(person.names, language)
  const years = bornText(person.born)
  const facts = [
    t(`tracing.find.kind.${person.kind}`),
    ...(person.kind === 'child' && person.sex !== 'unknown' ? [say(`sex.${person.sex}`)] : []),
    ...(years ? [t('tracing.find.born', { years })] : []),
  ]
  const why = person.why.filter((one) => one.code !== 'name' || one.text !== name.text)
  return (
    <>
      <span className="find-name">
        <bdi lang={name.language}>{name.text}</bdi>
        {person.number ? (
          <bdi dir="ltr" className="find-number">
            {person.number}
          </bdi>
        ) : null}
      </span>
      <span className="find-facts">{facts.join(' · ')}</span>
      {why.length ? (
        <span className="find-why">
          {why.map((one) => t(`tracing.find.why.${one.code}`, { text: one.text ?? '' })).join(' · ')}
        </span>
      ) : null}
    </>
  )
}
