import { useState } from 'react'
import { Checkbox } from '../../../design/components/choices.tsx'
import { Stack } from '../../../design/components/layout.tsx'
import { Power } from '../../../design/components/Power.tsx'
import { Table } from '../../../design/components/Table.tsx'
import { useFormats } from '../../../design/languages/LanguageProvider.tsx'
import type { Advice, Plan } from '../../model/advice.ts'
import { useT } from '../asking.ts'

/** The plans worth choosing from, cheapest first; all of them if asked. */
export function PlanTable({ advice, say }: { advice: Advice; say: (plan: Plan) => string }) {
  const t = useT()
  const f = useFormats()
  const [onlyFront, setOnlyFront] = useState(true)
  const chance = ({ chance, passError }: Plan) =>
    passError < 0.005
      ? f.percent(chance)
      : t('evidence.plan-error', { chance: f.percent(chance), error: f.percent(passError) })
  return (
    <Stack gap={3}>
      <Checkbox checked={onlyFront} onChange={setOnlyFront}>
        {t('evidence.plans-front-only')}
      </Checkbox>
      <Table
        rows={onlyFront ? advice.front : advice.plans}
        rowKey={(plan) => `${plan.kit} ${plan.test.join()}`}
        columns={[
          { key: 'plan', label: t('evidence.plan'), cell: say },
          { key: 'chance', label: t('evidence.plan-chance'), cell: chance, align: 'end' },
          {
            key: 'refuted',
            label: t('evidence.plan-refuted'),
            cell: ({ refuted }) => f.percent(refuted),
            align: 'end',
          },
          {
            key: 'expected',
            label: t('evidence.plan-expected'),
            cell: ({ expectedLog10LR }) =>
              typeof expectedLog10LR === 'number' ? <Power log10={expectedLog10LR} /> : '—',
            align: 'end',
          },
          { key: 'cost', label: t('evidence.plan-cost'), cell: ({ cost }) => f.number(cost), align: 'end' },
        ]}
      />
    </Stack>
  )
}
