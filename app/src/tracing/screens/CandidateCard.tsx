import type { Ref } from 'react'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { words as casefileWords } from '../../casefile/words.ts'
import { Button, Card, DefinitionList, Row, useFormats, useLanguage, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { bornIn, type Candidate } from './asking.ts'
import { CandidateEvidence, CandidateNumbers } from './CandidateEvidence.tsx'
import './candidates.css'

/** Two sides, what it comes to in words, and what speaks for and against. `heading` takes the focus when it comes. */
export function CandidateCard(props: {
  candidate: Candidate
  heading: string
  headingRef: Ref<HTMLHeadingElement>
  onDecide: (choice: 'confirmed' | 'rejected') => void
}) {
  const { candidate, heading, headingRef, onDecide } = props
  const t = useWords(words)
  return (
    <Card waiting>
      <div className="candidate">
        <h2 ref={headingRef} tabIndex={-1} className="small soft">
          {heading}
        </h2>
        <div className="candidate-sides">
          <Family candidate={candidate} />
          <Listed candidate={candidate} />
        </div>
        <p className="candidate-total">{candidate.total}</p>
        {candidate.sibling ? <p className="candidate-sibling">{candidate.sibling}</p> : null}
        <CandidateEvidence reasons={candidate.reasons} />
        {candidate.unknown ? <p className="soft small">{candidate.unknown}</p> : null}
        <CandidateNumbers candidate={candidate} />
        <div className="candidate-actions">
          <Row>
            <Button onPress={() => onDecide('confirmed')}>{t('tracing.decide.confirmed')}</Button>
            <Button kind="quiet" onPress={() => onDecide('rejected')}>
              {t('tracing.decide.rejected')}
            </Button>
          </Row>
        </div>
      </div>
    </Card>
  )
}

const facts = [
  'born',
  'sex',
  'otherNames',
  'mother',
  'father',
  'birthplace',
  'place',
  'companions',
  'with',
  'languages',
  'marks',
] as const
type Facts = Partial<Record<(typeof facts)[number], string | undefined>>

/** Only what is known is listed, in one order on both sides: what is not known is said below. */
function Known({ of }: { of: Facts }) {
  const t = useWords(words)
  const items = facts.flatMap((key) =>
    of[key] ? [{ term: t(`tracing.about.${key}`), value: <bdi>{of[key]}</bdi> }] : [],
  )
  return <DefinitionList items={items} />
}

const listOf = (some: readonly string[] | undefined): string | undefined =>
  some?.length ? some.join(', ') : undefined

function Family({ candidate: { request } }: { candidate: Candidate }) {
  const t = useWords(words)
  const say = useWords(casefileWords)
  const f = useFormats()
  const { sought, requester, number } = request
  return (
    <section>
      <h3>{t('tracing.candidates.family')}</h3>
      <p className="tracing-name">
        <bdi>{sought.name}</bdi>
      </p>
      <Known
        of={{
          ...{ born: bornIn(sought.birth, f.date), sex: say(`sex.${sought.sex}`) },
          ...{ mother: sought.mother, father: sought.father, marks: sought.marks },
          ...{ place: sought.place, birthplace: sought.birthplace },
          ...{ otherNames: listOf(sought.otherNames), companions: listOf(sought.companions) },
          languages: listOf(sought.languages),
        }}
      />
      <p className="soft small">
        {t('tracing.about.requester')}: <bdi>{requester.name}</bdi> · <bdi>{requester.relation}</bdi> ·{' '}
        <bdi dir="ltr" className="tracing-number">
          {number}
        </bdi>
      </p>
    </section>
  )
}

const spelled = (names: Candidate['listed']['mother']): string | undefined =>
  names && Object.values(names).join(' · ')

function Listed({ candidate: { listed, child, with: accompanied } }: { candidate: Candidate }) {
  const t = useWords(words)
  const say = useWords(casefileWords)
  const f = useFormats()
  const language = useLanguage()
  // Lists write languages as words, papers as codes: a code is read out.
  const spoken = (one: string) => (`tracing.language.${one}` in words ? t(`tracing.language.${one}`) : one)
  const spellings = Object.values(listed.names)
  return (
    <section>
      <h3>{t('tracing.candidates.list')}</h3>
      <p className="tracing-name">
        <PersonName names={listed.names} child={child} />
        {spellings.length > 1 ? (
          <span className="soft small">
            {' '}
            {spellings.filter((one) => one !== listed.names[language]).join(' · ')}
          </span>
        ) : null}
      </p>
      <Known
        of={{
          ...{ born: bornIn(listed.birth, f.date), sex: say(`sex.${listed.sex}`) },
          ...{ mother: spelled(listed.mother), father: spelled(listed.father), marks: listed.marks },
          ...{ place: listed.place, birthplace: listed.birthplace, with: accompanied ?? undefined },
          ...{ otherNames: listOf(listed.otherNames), companions: listOf(listed.companions) },
          languages: listOf(listed.languages?.map(spoken)),
        }}
      />
    </section>
  )
}
