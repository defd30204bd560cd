import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { words as casefileWords } from '../../casefile/words.ts'
import {
  Button,
  Card,
  DefinitionList,
  Icon,
  type IconName,
  Row,
  useFormats,
  useLanguage,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { bornIn, type Candidate } from './asking.ts'

type Reason = Candidate['reasons'][number]
const icons: Record<Reason['speaks'], IconName> = { for: 'check', against: 'alert', neither: 'dash' }

/** Two sides and what lies between them: what the family wrote, why they are suggested, what the list says. */
export function CandidateCard(props: {
  candidate: Candidate
  onDecide: (choice: 'confirmed' | 'rejected') => void
}) {
  const { candidate, onDecide } = props
  const t = useWords(words)
  return (
    <Card waiting>
      <div className="tracing-pair">
        <Family candidate={candidate} />
        <section>
          <h3>{t('tracing.candidates.reasons')}</h3>
          <ul className="tracing-reasons">
            {candidate.reasons.map((reason) => (
              <li key={reason.about + reason.sentence} data-speaks={reason.speaks}>
                <Icon name={icons[reason.speaks]} />
                <span>
                  {reason.sentence}
                  <span className="hidden"> ({t(`tracing.candidates.${reason.speaks}`)})</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
        <Listed candidate={candidate} />
      </div>
      <Row>
        <Button onPress={() => onDecide('confirmed')}>{t('tracing.decide.confirmed')}</Button>
        <Button kind="quiet" onPress={() => onDecide('rejected')}>
          {t('tracing.decide.rejected')}
        </Button>
      </Row>
    </Card>
  )
}

type Facts = Record<'born' | 'sex' | 'mother' | 'place' | 'marks' | 'with' | 'languages', string | undefined>

/** Only what is known is listed: the reasons say what is not. */
function Known({ facts }: { facts: Partial<Facts> }) {
  const t = useWords(words)
  const items = Object.entries(facts).flatMap(([key, value]) =>
    value ? [{ term: t(`tracing.about.${key}`), value: <bdi>{value}</bdi> }] : [],
  )
  return <DefinitionList items={items} />
}

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
        facts={{
          ...{ born: bornIn(sought.birth, f.date), sex: say(`sex.${sought.sex}`) },
          ...{ mother: sought.mother, place: sought.place, marks: sought.marks },
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

function Listed({ candidate: { listed, child, with: accompanied } }: { candidate: Candidate }) {
  const t = useWords(words)
  const say = useWords(casefileWords)
  const f = useFormats()
  const language = useLanguage()
  const mother = listed.mother && Object.values(listed.mother).join(' · ')
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
        facts={{
          ...{ born: bornIn(listed.birth, f.date), sex: say(`sex.${listed.sex}`), mother },
          ...{ place: listed.place, marks: listed.marks, with: accompanied ?? undefined },
          languages: listed.languages?.join(', '),
        }}
      />
    </section>
  )
}
