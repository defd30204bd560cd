import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { words as casefileWords } from '../../casefile/words.ts'
import { Badge, type BadgeKind, Button, Card, Icon, Row, useFormats, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type Pair, type PairField, type PairSide, useFieldText } from './duplicates.ts'

type Props = { pair: Pair; onJoin: () => void; onApart: () => void; onLater: () => void }

/** Two files side by side: what each says, what agrees and differs, what speaks for siblings. */
export function DuplicateCard({ pair, onJoin, onApart, onLater }: Props) {
  const t = useWords(words)
  return (
    <Card waiting>
      <div className="dup-heads">
        <Head side={pair.a} title={t('tracing.duplicates.first')} />
        <Head side={pair.b} title={t('tracing.duplicates.second')} />
      </div>
      {pair.siblings.length ? <Siblings signs={pair.siblings} /> : null}
      <Fields pair={pair} />
      <details className="dup-reasons">
        <summary>{t('tracing.candidates.reasons')}</summary>
        <ul className="tracing-reasons">
          {pair.reasons.map((reason) => (
            <li key={reason.label + reason.sentence} data-speaks={reason.speaks}>
              <Icon
                name={reason.speaks === 'for' ? 'check' : reason.speaks === 'against' ? 'alert' : 'dash'}
              />
              <span>
                {reason.label}: {reason.sentence}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <Row>
        {/* Where something speaks for siblings, neither answer is offered before the other. */}
        <Button kind={pair.siblings.length ? 'quiet' : 'primary'} onPress={onJoin}>
          {t('tracing.duplicates.join')}
        </Button>
        <Button kind="quiet" onPress={onApart}>
          {t('tracing.duplicates.apart')}
        </Button>
        <Button kind="bare" onPress={onLater}>
          {t('tracing.duplicates.later')}
        </Button>
      </Row>
    </Card>
  )
}

function Head({ side, title }: { side: PairSide; title: string }) {
  const t = useWords(words)
  const say = useWords(casefileWords)
  const f = useFormats()
  const there = side.stands.map((one) =>
    one === 'request' ? say('merging.request') : say(`station.${one}` as 'station.evidence'),
  )
  const history = [
    t('tracing.duplicates.known-since', { day: f.date(side.since.slice(0, 10)) }),
    ...(side.list ? [t('tracing.duplicates.from-list', { list: side.list })] : []),
    ...(side.by ? [t('tracing.duplicates.written-by', { who: side.by })] : []),
    t('tracing.duplicates.events', { n: side.events }),
    ...(there.length ? [t('tracing.duplicates.holds', { there: there.join(', ') })] : []),
  ]
  return (
    <section>
      <h3>{title}</h3>
      <p className="tracing-name">
        <PersonName names={side.description.names} child={side.id} />
      </p>
      <p className="soft small">{history.join(' · ')}</p>
    </section>
  )
}

export function Siblings({ signs }: { signs: Pair['siblings'] }) {
  const t = useWords(words)
  return (
    <div className="dup-siblings" role="note">
      <Icon name="info" />
      <div>
        <p className="dup-siblings-title">{t('tracing.duplicates.siblings')}</p>
        {signs.map((sign) => (
          <p key={sign}>{t(`tracing.duplicates.sibling.${sign}`)}</p>
        ))}
      </div>
    </div>
  )
}

type FieldRow = { field: PairField; a?: string; b?: string; speaks?: 'for' | 'against' | 'neither' }
const shown: PairField[] = [
  ...(['names', 'otherNames', 'sex', 'birth', 'mother', 'father'] as const),
  ...(['birthplace', 'place', 'languages', 'marks', 'companions', 'deceased'] as const),
]

function Fields({ pair }: { pair: Pair }) {
  const t = useWords(words)
  const textOf = useFieldText()
  const rows: FieldRow[] = shown
    .map((field) => ({
      field,
      a: textOf(pair.a.description, field),
      b: textOf(pair.b.description, field),
      speaks: pair.fields.find((one) => one.field === field)?.speaks,
    }))
    .filter((row) => row.a !== undefined || row.b !== undefined)
  // The roles repeat what the elements say: on a phone they are laid out as a grid, which takes it from them.
  return (
    // biome-ignore-start lint/a11y: the roles are lost with display: grid and are given back here
    <table className="dup-table" role="table">
      <thead role="rowgroup">
        <tr role="row">
          {(['field', 'first', 'second', 'sign'] as const).map((column) => (
            <th key={column} scope="col" role="columnheader">
              {t(`tracing.duplicates.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.field} role="row">
            <th scope="row" role="rowheader">
              {t(`tracing.duplicates.field.${row.field}`)}
            </th>
            <td role="cell">
              <bdi>{row.a ?? '—'}</bdi>
            </td>
            <td role="cell">
              <bdi>{row.b ?? '—'}</bdi>
            </td>
            <td role="cell">
              <Sign row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y: end
  )
}

/** Whether the two agree: by the weighing where it says so, else by whether both say the same. */
function Sign({ row }: { row: FieldRow }) {
  const t = useWords(words)
  if (row.a === undefined || row.b === undefined)
    return <span className="soft small">{t('tracing.duplicates.one-side')}</span>
  const agrees = row.speaks === 'for' || (row.speaks !== 'against' && row.a === row.b)
  const kind: BadgeKind = agrees ? 'ok' : row.speaks === 'against' ? 'problem' : 'muted'
  return <Badge kind={kind}>{t(agrees ? 'tracing.duplicates.agrees' : 'tracing.duplicates.differs')}</Badge>
}
