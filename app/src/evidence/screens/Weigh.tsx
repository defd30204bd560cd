import { useState } from 'react'
import type { AnswerOf } from '../../casefile/asking.ts'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { Button } from '../../design/components/Button.tsx'
import { Card, Columns, Row, Stack } from '../../design/components/layout.tsx'
import { Select } from '../../design/components/Select.tsx'
import { TextField } from '../../design/components/TextField.tsx'
import type { operations } from '../operations.ts'
import { evidence, type OpenedClaim, useT } from './asking.ts'

type Tables = AnswerOf<typeof operations, 'listTables'>
const models = ['proportional', 'equal', 'none'] as const

export function Weigh({ data, child }: { data: OpenedClaim; child: string }) {
  const answer = evidence.useAnswer('listTables', {})
  return <Answer of={answer}>{(tables) => <Form tables={tables} data={data} child={child} />}</Answer>
}

/** The parameters as numbers people type; what they mean is checked at the door. */
function Form({
  tables: { tables, defaults },
  data,
  child,
}: {
  tables: Tables
  data: OpenedClaim
  child: string
}) {
  const t = useT()
  const [table, setTable] = useState(data.weighing?.parameters.table ?? tables[0]?.id)
  const [model, setModel] = useState<(typeof models)[number]>(defaults.mutation.model)
  const [typed, setTyped] = useState({
    theta: String(defaults.theta),
    rate: String(defaults.mutation.rate),
    minimum: String(defaults.minimumFrequency),
  })
  const weigh = evidence.useDoing('weighClaim')
  const value = (text: string) => Number(text.trim().replace(',', '.'))
  const run = () =>
    table &&
    weigh.mutate({
      claim: data.claim.claim,
      child,
      parameters: {
        table,
        theta: value(typed.theta),
        mutation: { model, rate: value(typed.rate) },
        minimumFrequency: value(typed.minimum),
      },
    })
  const number = (key: keyof typeof typed, label: string) => (
    <TextField
      label={t(label)}
      value={typed[key]}
      onChange={(text) => setTyped({ ...typed, [key]: text })}
      inputMode="decimal"
      direction="ltr"
    />
  )
  const chosen = tables.find((one) => one.id === table)
  return (
    <Card
      title={t(data.weighing ? 'evidence.weigh-again' : 'evidence.weigh')}
      waiting={!data.weighing || data.outdated}
    >
      <Stack gap={3}>
        <Columns least={14}>
          <Select
            label={t('evidence.table')}
            help={chosen?.source}
            options={tables.map(({ id, title }) => ({ key: id, label: title }))}
            value={table}
            onChange={setTable}
          />
          <Select
            label={t('evidence.mutation')}
            options={models.map((key) => ({ key, label: t(`evidence.mutation.${key}`) }))}
            value={model}
            onChange={setModel}
          />
          {number('rate', 'evidence.rate')}
          {number('theta', 'evidence.theta')}
          {number('minimum', 'evidence.minimum')}
        </Columns>
        <No problem={weigh.error} />
        <Row>
          <Button onPress={run} pending={weigh.isPending} isDisabled={!table}>
            {t(data.weighing ? 'evidence.weigh-again' : 'evidence.weigh')}
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
