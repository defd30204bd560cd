import { useState } from 'react'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Badge, Button, Card, Columns, Row, Select, Stack, showToast, useWords } from '../../design/kit.ts'
import { type Circumstances, mothers, stays } from '../corridors.ts'
import { words } from '../words.ts'
import { clearance, isMine, type Line, type Matrix } from './asking.ts'
import { CellButton } from './CellButton.tsx'
import { type Chosen, RequirementDialog } from './RequirementDialog.tsx'
import './clearance.css'

const beginners = ['coordinator', 'consul', 'lawyer']

/** On the child's own page: can they fly, what is missing, and which situation decides what is asked. */
export function ClearancePanel({ child, operation }: { child: string; operation: string }) {
  const answer = clearance.useAnswer('listMatrix', { operation })
  return (
    <Answer of={answer}>
      {(matrix) => {
        const line = matrix.children.find((one) => one.child === child)
        return line ? <OneChild line={line} matrix={matrix} operation={operation} /> : null
      }}
    </Answer>
  )
}

function OneChild({ line, matrix, operation }: { line: Line; matrix: Matrix; operation: string }) {
  const t = useWords(words)
  const { actor } = useHere()
  const [chosen, setChosen] = useState<Chosen>()
  const may = beginners.includes(actor?.profession ?? '')
  const badge = (
    <Badge kind={line.ready || line.flown ? 'ok' : 'muted'}>
      {t(line.flown ? 'clearance.flown' : line.ready ? 'clearance.ready' : 'clearance.waits')}
    </Badge>
  )
  return (
    <Card title={t('clearance.title')} aside={badge}>
      {line.cells.length === 0 ? (
        <NotBegun child={line.child} operation={operation} may={may} />
      ) : (
        <ul className="clearance-list">
          {line.cells.map((cell) => {
            const column = matrix.requirements.find(({ id }) => id === cell.requirement)
            const open = () =>
              setChosen({ child: line.child, names: line.names, requirement: cell.requirement })
            return (
              <li key={cell.requirement}>
                <span>{t(`clearance.requirement.${cell.requirement}`)}</span>
                <CellButton
                  cell={cell}
                  names={line.names}
                  mine={isMine(column, cell, actor?.profession)}
                  onPress={open}
                />
              </li>
            )
          })}
        </ul>
      )}
      {line.cells.length > 0 && may ? <Situation child={line.child} /> : null}
      <RequirementDialog chosen={chosen} matrix={matrix} onClose={() => setChosen(undefined)} />
    </Card>
  )
}

function NotBegun({ child, operation, may }: { child: string; operation: string; may: boolean }) {
  const t = useWords(words)
  const begin = clearance.useDoing('beginClearance')
  return (
    <Stack gap={3}>
      <p>{t('waits.clearance-not-begun')}</p>
      {may ? (
        <Row>
          <Button
            onPress={() => begin.mutate({ operation, children: [{ child }] })}
            pending={begin.isPending}
          >
            {t('clearance.begin')}
          </Button>
        </Row>
      ) : null}
      <No problem={begin.error} />
    </Stack>
  )
}

function Situation({ child }: { child: string }) {
  const answer = clearance.useAnswer('getClearance', { child })
  return (
    <Answer of={answer}>
      {({ circumstances, version }) =>
        circumstances ? (
          <SituationForm key={version} child={child} known={circumstances} version={version} />
        ) : null
      }
    </Answer>
  )
}

function SituationForm({ child, known, version }: { child: string; known: Circumstances; version: number }) {
  const t = useWords(words)
  const [told, setTold] = useState(known)
  const state = clearance.useDoing('stateCircumstances')
  const done = { onSuccess: () => showToast(t('clearance.saved')) }
  const save = () => state.mutate({ child, ...told, seen: version }, done)
  const isSame = told.mother === known.mother && told.stays === known.stays
  return (
    <details>
      <summary>{t('clearance.circumstances')}</summary>
      <Stack gap={3}>
        <Columns least={12}>
          <Select
            label={t('clearance.mother')}
            options={mothers.map((key) => ({ key, label: t(`clearance.mother.${key}`) }))}
            value={told.mother}
            onChange={(mother) => setTold({ ...told, mother })}
          />
          <Select
            label={t('clearance.stays')}
            options={stays.map((key) => ({ key, label: t(`clearance.stays.${key}`) }))}
            value={told.stays}
            onChange={(place) => setTold({ ...told, stays: place })}
          />
        </Columns>
        <No problem={state.error} />
        <Row>
          <Button kind="quiet" onPress={save} pending={state.isPending} isDisabled={isSame}>
            {t('clearance.save')}
          </Button>
        </Row>
      </Stack>
    </details>
  )
}
