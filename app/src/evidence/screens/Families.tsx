import { Link } from '@tanstack/react-router'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { Card, PageHeader, Row } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { evidence, useT } from './asking.ts'
import { Within } from './Within.tsx'

export function Families() {
  const t = useT()
  return <Within title={t('evidence.families')}>{(operation) => <FamilyList operation={operation} />}</Within>
}

function FamilyList({ operation }: { operation: string }) {
  const t = useT()
  const answer = evidence.useAnswer('listFamilies', { operation })
  const draw = (
    <Link className="button" to="/evidence/families/$family" params={{ family: 'new' }}>
      {t('evidence.draw-family')}
    </Link>
  )
  return (
    <Answer of={answer}>
      {({ families }) => (
        <>
          <PageHeader title={t('evidence.families-line', { n: families.length })} actions={draw} />
          {families.length === 0 ? <Notice kind="empty" title={t('evidence.families-empty')} /> : null}
          {families.map(({ family, people }) => (
            <Card key={family}>
              <p>
                {t('evidence.family-line', {
                  people: people.length,
                  typed: people.filter((person) => person.typed).length,
                })}
              </p>
              <Row gap={3}>
                {people.map((person) => (
                  <PersonName
                    key={person.id}
                    names={person.names}
                    child={person.kind === 'child' ? person.id : undefined}
                  />
                ))}
              </Row>
              <Link className="link" to="/evidence/families/$family" params={{ family }}>
                {t('evidence.drawing')}
              </Link>
            </Card>
          ))}
        </>
      )}
    </Answer>
  )
}
