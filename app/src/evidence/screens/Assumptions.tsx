import { Card, Stack } from '../../design/components/layout.tsx'
import { Table } from '../../design/components/Table.tsx'
import { useFormats } from '../../design/languages/LanguageProvider.tsx'
import type { SensitivityCell } from '../model/claims.ts'
import { rangeOf } from '../rules/assumptions.ts'
import { type Report, useT } from './asking.ts'
import { Ratio } from './ReportParts.tsx'

const columns = ['none', 'usual', 'doubled'] as const

/** How much theta and mutation matter: first whether the finding would change, then the table. */
export function Assumptions({ report }: { report: Report }) {
  const t = useT()
  const f = useFormats()
  const { sensitivity = [] } = report.weighing!
  if (sensitivity.length === 0) return null
  const rows = [...new Set(sensitivity.map(({ theta }) => theta))]
  const cell = (theta: number, mutation: SensitivityCell['mutation']) => {
    const found = sensitivity.find((one) => one.theta === theta && one.mutation === mutation)
    return found?.log10LR === undefined || found.log10LR === null ? '—' : <Ratio log10={found.log10LR} />
  }
  return (
    <Card title={t('evidence.other-assumptions')}>
      <Stack gap={3}>
        <Spread cells={sensitivity} />
        <Table
          rows={rows}
          rowKey={(theta) => String(theta)}
          columns={[
            { key: 'theta', label: t('evidence.theta'), cell: (theta) => f.number(theta, { digits: 2 }) },
            ...columns.map((mutation) => ({
              key: mutation,
              label: t(`evidence.assumed.${mutation}`),
              cell: (theta: number) => cell(theta, mutation),
              align: 'end' as const,
            })),
          ]}
        />
      </Stack>
    </Card>
  )
}

function Spread({ cells }: { cells: SensitivityCell[] }) {
  const t = useT()
  const f = useFormats()
  // Without mutation one mismatch makes a true family impossible: the sentence speaks of ratios that exist.
  const range = rangeOf(cells.filter(({ log10LR }) => Number.isFinite(Number(log10LR ?? Number.NaN))))
  if (!range) return null
  const { low, high, of, supported } = range
  const key = supported === of ? 'hold' : supported === 0 ? 'none' : 'differ'
  const exponent = (log: number) => f.number(log, { digits: 1 })
  return (
    <p>{t(`evidence.assumptions-${key}`, { low: exponent(low), high: exponent(high), of, supported })}</p>
  )
}
