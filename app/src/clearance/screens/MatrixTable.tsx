import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Badge, Row, Stack, Table, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { isMine, type Line, type Matrix } from './asking.ts'
import { CellButton } from './CellButton.tsx'
import type { Chosen } from './RequirementDialog.tsx'

/** Child by requirement: a table that keeps its names in sight, and on a phone a card for each child. */
export function MatrixTable(props: { matrix: Matrix; lines: Line[]; onChoose: (chosen: Chosen) => void }) {
  const { matrix, lines, onChoose } = props
  const t = useWords(words)
  const { actor } = useHere()
  const columns = matrix.requirements.map((column) => ({
    key: column.id,
    label: t(`clearance.requirement.${column.id}`),
    cell: (line: Line) => {
      const cell = line.cells.find(({ requirement }) => requirement === column.id)
      if (!cell) return null
      const open = () => onChoose({ child: line.child, names: line.names, requirement: column.id })
      return (
        <CellButton
          cell={cell}
          names={line.names}
          mine={isMine(column, cell, actor?.profession)}
          onPress={open}
        />
      )
    },
  }))
  const child = {
    key: 'child',
    label: t('clearance.child'),
    names: true,
    cell: (line: Line) => <Who line={line} />,
  }
  return (
    <div className="clearance-matrix">
      <Table
        caption={t('clearance.matrix')}
        columns={[child, ...columns]}
        rows={lines}
        rowKey={(line) => line.child}
      />
    </div>
  )
}

function Who({ line }: { line: Line }) {
  const t = useWords(words)
  return (
    <Stack gap={1}>
      <PersonName names={line.names} child={line.child} />
      <Row>
        <Badge kind={line.ready || line.flown ? 'ok' : 'muted'}>
          {t(line.flown ? 'clearance.flown' : line.ready ? 'clearance.ready' : 'clearance.waits')}
        </Badge>
      </Row>
    </Stack>
  )
}
