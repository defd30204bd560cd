import { useWords } from '../languages/LanguageProvider.tsx'
import type { PedigreePerson } from './model.ts'
import { PersonSymbol } from './Symbol.tsx'
import { pedigreeWords } from './words.ts'

type Entry = { word: keyof typeof pedigreeWords; person: Omit<PedigreePerson, 'id' | 'label'> }

const entries: Entry[] = [
  { word: 'female', person: { sex: 'female' } },
  { word: 'male', person: { sex: 'male' } },
  { word: 'unknown', person: { sex: 'unknown' } },
  { word: 'typed', person: { sex: 'female', typed: true } },
  { word: 'couldBeAsked', person: { sex: 'female', couldBeAsked: true } },
  { word: 'deceased', person: { sex: 'male', deceased: true } },
  { word: 'inQuestion', person: { sex: 'unknown', inQuestion: true } },
]

/** What the symbols mean. `<PedigreeLegend />` under a `<Pedigree>`; once on a page is enough. */
export function PedigreeLegend() {
  const t = useWords(pedigreeWords)
  return (
    <ul className="pedigree-legend" aria-label={t('legend')}>
      {entries.map((entry) => (
        <li key={entry.word}>
          <svg viewBox="-26 -26 52 52" aria-hidden="true">
            <PersonSymbol person={entry.person} />
          </svg>
          {t(entry.word)}
        </li>
      ))}
      <li>
        <svg viewBox="-26 -26 52 52" aria-hidden="true">
          <path className="pedigree-double" d="M-24 0H24" />
          <path className="pedigree-double-gap" d="M-24 0H24" />
        </svg>
        {t('consanguineous')}
      </li>
    </ul>
  )
}
