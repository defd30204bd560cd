import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Button } from '../../design/components/Button.tsx'
import { Card, PageHeader, Row, Stack } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { showToast } from '../../design/components/toasts.tsx'
import { PedigreeLegend } from '../../design/pedigree/PedigreeLegend.tsx'
import { Refusal } from '../../platform/refusal.ts'
import type { DrawnPerson } from '../model/family.ts'
import { requirePossibleFamily } from '../rules/family.ts'
import { casefile, evidence, type Family, type Named, useT } from './asking.ts'
import { ClaimForm } from './ClaimForm.tsx'
import { FamilyPicture } from './FamilyPicture.tsx'
import { FamilyRows } from './FamilyRows.tsx'
import { FamilySamples } from './FamilySamples.tsx'
import { OtherPrograms } from './OtherPrograms.tsx'
import { Within } from './Within.tsx'

export function FamilyScreen() {
  const t = useT()
  const { family } = useParams({ strict: false }) as { family: string }
  return (
    <Within title={t('evidence.family')}>
      {(operation) =>
        family === 'new' ? <Editor operation={operation} /> : <Opened family={family} operation={operation} />
      }
    </Within>
  )
}

function Opened({ family, operation }: { family: string; operation: string }) {
  const answer = evidence.useAnswer('openFamily', { family })
  return (
    <Answer of={answer}>{(data) => <Editor key={data.version} operation={operation} known={data} />}</Answer>
  )
}

const rowsOf = (known: Family | undefined): DrawnPerson[] =>
  (known?.people ?? []).map(({ id, father, mother, sex, deceased }) => ({
    id,
    father,
    mother,
    sex,
    ...(deceased && { deceased }),
  }))

/** The picture follows the rows; what cannot be is said at once and cannot be kept. */
function Editor({ operation, known }: { operation: string; known?: Family }) {
  const t = useT()
  const { actor } = useHere()
  const [rows, setRows] = useState(() => rowsOf(known))
  const all = casefile.useAnswer('listPeople', { operation })
  const named = new Map<string, Named>((all.data?.people ?? []).map((person) => [person.id, person]))
  const typed = (id: string) => known?.people.some((person) => person.id === id && person.typed) ?? false
  const asked = (id: string) =>
    known?.people.some((person) => person.id === id && person.couldBeAsked) ?? false
  const inQuestion = (id: string) => named.get(id)?.kind === 'child'
  const may = actor?.profession !== 'lead'
  const possible = isPossible(rows)
  return (
    <>
      <PageHeader
        title={
          rows.length === 0
            ? t('evidence.draw-family')
            : t('evidence.family-line', {
                people: rows.length,
                typed: rows.filter((row) => typed(row.id)).length,
              })
        }
      />
      <Card title={t('evidence.drawing')}>
        {possible && rows.length > 0 ? (
          <FamilyPicture
            title={t('evidence.family')}
            people={rows}
            named={named}
            typed={typed}
            inQuestion={inQuestion}
            couldBeAsked={asked}
          />
        ) : (
          <Notice
            kind={rows.length > 0 ? 'invalid' : 'empty'}
            title={t(rows.length > 0 ? 'evidence.not-possible' : 'evidence.families-empty')}
          />
        )}
        <PedigreeLegend />
        {known ? (
          <p>
            <Link className="link" to="/evidence/families/$family/advice" params={{ family: known.family }}>
              {t('evidence.advice')}
            </Link>
          </p>
        ) : null}
      </Card>
      {may ? (
        <Card title={t('evidence.drawing-rows')}>
          <FamilyRows rows={rows} onChange={setRows} people={all.data?.people ?? []} />
          <Keep operation={operation} known={known} rows={rows} possible={possible} />
        </Card>
      ) : null}
      {known ? <FamilySamples family={known} /> : null}
      {known && may ? <ClaimForm family={known} /> : null}
      {known && actor?.profession === 'geneticist' ? <OtherPrograms family={known.family} /> : null}
    </>
  )
}

function isPossible(rows: DrawnPerson[]): boolean {
  try {
    requirePossibleFamily(rows)
    return true
  } catch (cause) {
    if (cause instanceof Refusal) return false
    throw cause
  }
}

function Keep({
  operation,
  known,
  rows,
  possible,
}: {
  operation: string
  known?: Family
  rows: DrawnPerson[]
  possible: boolean
}) {
  const t = useT()
  const navigate = useNavigate()
  const draw = evidence.useDoing('drawFamily')
  const keep = () =>
    draw.mutate(
      { operation, drawing: { people: rows }, ...(known && { family: known.family, seen: known.version }) },
      {
        onSuccess: ({ family }) => {
          showToast(t('evidence.drawing-kept'))
          if (!known) void navigate({ to: '/evidence/families/$family', params: { family } })
        },
      },
    )
  return (
    <Stack gap={3}>
      <No problem={draw.error} />
      <Row>
        <Button onPress={keep} pending={draw.isPending} isDisabled={!possible || rows.length === 0}>
          {t('evidence.save-drawing')}
        </Button>
      </Row>
    </Stack>
  )
}
