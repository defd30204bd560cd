import { useState } from 'react'
import { Answer, No } from '../../../casefile/screens/Answer.tsx'
import { Button } from '../../../design/components/Button.tsx'
import { Card, Columns, Row, Stack } from '../../../design/components/layout.tsx'
import { Select } from '../../../design/components/Select.tsx'
import { TextField } from '../../../design/components/TextField.tsx'
import { evidence, useT } from '../asking.ts'

/** Begins a search with the usual parameters; the table and theta are what people argue about. */
export function StartSearch({ operation, again }: { operation: string; again?: boolean }) {
  const t = useT()
  const answer = evidence.useAnswer('listTables', {})
  return (
    <Card title={t(again ? 'evidence.search.again' : 'evidence.search.begin')} waiting={!again}>
      <Answer of={answer}>
        {({ tables, defaults }) => (
          <Form operation={operation} tables={tables} theta={defaults.theta} again={again ?? false} />
        )}
      </Answer>
    </Card>
  )
}

type FormProps = {
  operation: string
  tables: { id: string; title: string; source: string }[]
  theta: number
  again: boolean
}

function Form({ operation, tables, theta, again }: FormProps) {
  const t = useT()
  const [table, setTable] = useState(tables[0]?.id)
  const [typed, setTyped] = useState(String(theta))
  const start = evidence.useDoing('startSearch')
  const run = () =>
    table && start.mutate({ operation, parameters: { table, theta: Number(typed.trim().replace(',', '.')) } })
  return (
    <Stack gap={3}>
      <Columns least={14}>
        <Select
          label={t('evidence.table')}
          help={tables.find(({ id }) => id === table)?.source}
          options={tables.map(({ id, title }) => ({ key: id, label: title }))}
          value={table}
          onChange={setTable}
        />
        <TextField
          label={t('evidence.theta')}
          value={typed}
          onChange={setTyped}
          inputMode="decimal"
          direction="ltr"
        />
      </Columns>
      <No problem={start.error} />
      <Row>
        <Button
          onPress={run}
          pending={start.isPending}
          isDisabled={!table}
          kind={again ? 'quiet' : 'primary'}
        >
          {t('evidence.search.start')}
        </Button>
      </Row>
    </Stack>
  )
}
