import { Link } from '@tanstack/react-router'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { Badge } from '../../design/components/Badge.tsx'
import { Card } from '../../design/components/layout.tsx'
import { Table } from '../../design/components/Table.tsx'
import { type Family, useT } from './asking.ts'

type Person = Family['people'][number]

/** Who is typed, who agreed, who could be asked: the people of the family by name. */
export function FamilySamples({ family }: { family: Family }) {
  const t = useT()
  return (
    <Card title={t('evidence.sample')}>
      <Table
        rows={family.people.filter((person) => person.person)}
        rowKey={(person) => person.id}
        columns={[
          {
            key: 'person',
            label: t('evidence.person'),
            cell: ({ person }) =>
              person ? (
                <PersonName names={person.names} child={person.kind === 'child' ? person.id : undefined} />
              ) : (
                '—'
              ),
          },
          { key: 'sample', label: t('evidence.sample'), cell: (person) => <Sample person={person} /> },
          { key: 'consent', label: t('evidence.consent'), cell: (person) => <ConsentLink person={person} /> },
        ]}
      />
    </Card>
  )
}

function Sample({ person }: { person: Person }) {
  const t = useT()
  if (person.typed) return <Badge kind="ok">{t('evidence.typed')}</Badge>
  return person.couldBeAsked ? (
    <Badge kind="waiting">{t('evidence.could-be-asked')}</Badge>
  ) : (
    <Badge kind="muted">{t('evidence.no-sample')}</Badge>
  )
}

function ConsentLink({ person }: { person: Person }) {
  const t = useT()
  if (person.consented === null) return <>—</>
  return (
    <Link className="link" to="/evidence/consent/$person" params={{ person: person.id }}>
      {t(person.consented ? 'evidence.consent-there' : 'evidence.consent-not-there')}
    </Link>
  )
}
