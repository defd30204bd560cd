import { PersonName } from '../../../casefile/screens/PersonName.tsx'
import { Card, Stack } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { Power } from '../../../design/components/Power.tsx'
import { Table } from '../../../design/components/Table.tsx'
import { useLanguage } from '../../../design/languages/LanguageProvider.tsx'
import { formatPercent } from '../../../design/languages/numbers.ts'
import { useT } from '../asking.ts'
import type { SearchAnswer } from './search.ts'

/** What the best explanation of all children together is worth, and where it cannot tell. */
export function JointCard({ found }: { found: SearchAnswer }) {
  const t = useT()
  const language = useLanguage()
  if (found.state !== 'finished') return null
  const { joint, jointBecause } = found
  return (
    <Card title={t('evidence.joint')}>
      <Stack gap={2}>
        {joint ? (
          <>
            <p>
              {t('evidence.joint.what')}{' '}
              {joint.assignments === null ? null : t('evidence.joint.count', { n: joint.assignments })}
            </p>
            <p>
              {joint.leftOut > 0
                ? t('evidence.joint.left-out', {
                    share: formatPercent(language, joint.leftOut, { digits: 4 }),
                  })
                : t('evidence.joint.exact')}
            </p>
            <Notes found={found} />
          </>
        ) : (
          <Notice
            kind="empty"
            title={t(jointBecause === 'too-long' ? 'evidence.joint.too-long' : 'evidence.joint.none')}
          />
        )}
      </Stack>
    </Card>
  )
}

function Notes({ found: { joint } }: { found: SearchAnswer }) {
  const t = useT()
  const known = ['competing-families', 'competing-people', 'not-identifiable', 'theta-by-family'] as const
  const codes = known.filter((code) => joint?.notes.includes(code))
  return (
    <ul>
      {codes.map((code) => (
        <li key={code}>{t(`evidence.joint.note.${code}`)}</li>
      ))}
    </ul>
  )
}

/** Children who look like brothers and sisters of each other, where no parent is there to ask. */
export function KinCard({ found }: { found: SearchAnswer }) {
  const t = useT()
  if (found.state !== 'finished') return null
  const rows = found.children
    .flatMap((child) => child.kin.map((kin) => ({ ...kin, child })))
    .filter(({ child, other }) => child.id < other.id)
    .sort((a, b) => Number(b.log10LR) - Number(a.log10LR))
    .slice(0, 200)
  return (
    <Card title={t('evidence.kin')}>
      <Table
        rows={rows}
        rowKey={({ child, other }) => `${child.id} ${other.id}`}
        caption={t('evidence.kin.what')}
        empty={<Notice kind="empty" title={t('evidence.kin.none')} />}
        columns={[
          {
            key: 'one',
            label: t('evidence.child'),
            cell: ({ child }) => <PersonName names={child.names} child={child.id} />,
          },
          {
            key: 'other',
            label: t('evidence.kin.other'),
            cell: ({ other }) => <PersonName names={other.names} child={other.id} />,
          },
          { key: 'as', label: t('evidence.kin.as'), cell: (row) => t(`evidence.kin.${row.relationship}`) },
          {
            key: 'ratio',
            label: t('evidence.ratio'),
            cell: ({ log10LR }) =>
              Number.isFinite(Number(log10LR)) ? <Power log10={Number(log10LR)} /> : '∞',
          },
        ]}
      />
    </Card>
  )
}

/** Nobody silently disappears: who is not in the search, and why. */
export function LeftOut({ found: { leftOut, familiesLeft } }: { found: SearchAnswer }) {
  const t = useT()
  if (leftOut.length === 0 && familiesLeft === 0) return null
  return (
    <Card title={t('evidence.left-out', { n: leftOut.length })}>
      <ul className="board-left-out">
        {leftOut.map(({ person, because }) => (
          <li key={person.id}>
            <PersonName names={person.names} child={person.id} />: {t(`evidence.left-out.${because}`)}
          </li>
        ))}
      </ul>
      {familiesLeft > 0 ? <p>{t('evidence.left-out.families', { n: familiesLeft })}</p> : null}
    </Card>
  )
}
