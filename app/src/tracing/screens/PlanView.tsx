import { type ReactNode, useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { saveToDevice } from '../../casefile/screens/files.ts'
import { Button, Card, Checkbox, Notice, Row, Stack, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type ImportPlan, tracing } from './asking.ts'
import type { Reading, Sent } from './import.ts'
import { BadRows, ChangedRows, HereRows, NotedRows, ReadRows } from './PlanRows.tsx'
import { PlanVersion } from './PlanVersion.tsx'

/** What was read of a list: what will happen, the rows to mend first, in sentences, then all the others. */
export function PlanView(props: {
  operation: string
  plan: ImportPlan
  file: Sent
  reading: Reading
  pending: boolean
  onAccept: (chosen: { leaveOut: number[]; asNew: number[] }) => void
  onVersion: (versionOf: string | null) => void
  onColumns: () => void
  another: ReactNode
}) {
  const { operation, plan, file, reading, pending, onAccept, onVersion, onColumns, another } = props
  const t = useWords(words)
  const [agreed, setAgreed] = useState(false)
  const [asNew, setAsNew] = useState<number[]>([])
  const { counts, badRows } = plan
  const added = counts.new + asNew.length
  const of = (...states: ImportPlan['rows'][number]['state'][]) =>
    plan.rows.filter((row) => states.includes(row.state))
  const allHere = added + counts.changed + counts.bad === 0
  const headline = allHere
    ? t('tracing.plan.allHere', { n: counts.same + counts.here })
    : t('tracing.plan.headline', { added, changed: counts.changed, bad: counts.bad }).trim()
  return (
    <Stack>
      <Card title={headline}>
        <Letters plan={plan} />
        {counts.same && !allHere ? (
          <p className="soft">{t('tracing.plan.same', { n: counts.same })}</p>
        ) : null}
        <PlanVersion operation={operation} plan={plan} onVersion={onVersion} />
        {badRows.length ? (
          <Checkbox checked={agreed} onChange={setAgreed}>
            {t('tracing.import.leaveOut', { n: badRows.length })}
          </Checkbox>
        ) : null}
        <Row>
          <Button
            onPress={() => onAccept({ leaveOut: badRows, asNew })}
            pending={pending}
            isDisabled={added + counts.changed === 0 || (badRows.length > 0 && !agreed)}
          >
            {t('tracing.plan.accept', {
              ...{ added, changed: counts.changed },
              both: String(added > 0 && counts.changed > 0),
            }) || t('tracing.import.accept', { n: 0 })}
          </Button>
          <Button kind="quiet" onPress={onColumns}>
            {t('tracing.columns.change')}
          </Button>
          {another}
        </Row>
      </Card>
      {badRows.length ? (
        <>
          <Mend {...{ operation, file, reading }} />
          <BadRows rows={of('bad')} all={counts.bad} />
        </>
      ) : null}
      <ChangedRows rows={plan.rows} all={counts.changed} />
      <HereRows rows={of('here')} asNew={asNew} onChange={setAsNew} />
      <NotedRows rows={plan.rows} />
      <ReadRows rows={of('new', 'same')} all={counts.new + counts.same} />
    </Stack>
  )
}

function Letters({ plan: { encoding, columns } }: { plan: ImportPlan }) {
  const t = useWords(words)
  const unknown = columns.filter((column) => !column.field).map((column) => column.header)
  return (
    <>
      {encoding ? (
        <p className="soft">
          {t(`tracing.import.encoding.${encoding.because === 'chosen' ? 'valid' : encoding.because}`, {
            name: encoding.name,
          })}
        </p>
      ) : null}
      {unknown.length ? (
        <p className="soft">{t('tracing.import.unknownColumns', { names: unknown.join(', ') })}</p>
      ) : null}
    </>
  )
}

/** The rows to mend as a file of their own, to be mended in the clerk's own program and sent again. */
function Mend({ operation, file, reading }: { operation: string; file: Sent; reading: Reading }) {
  const t = useWords(words)
  const mend = tracing.useDoing('mendList')
  return (
    <Notice
      kind="waiting"
      title={t('tracing.plan.mend.help')}
      actions={
        <Button
          kind="quiet"
          pending={mend.isPending}
          onPress={() => mend.mutate({ operation, file, reading }, { onSuccess: saveToDevice })}
        >
          {t('tracing.plan.mend')}
        </Button>
      }
    >
      <No problem={mend.error} />
    </Notice>
  )
}
