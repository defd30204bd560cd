import { useEffect, useState } from 'react'
import { No } from '../../../casefile/screens/Answer.tsx'
import { Button } from '../../../design/components/Button.tsx'
import { Card, Columns, Row, Stack } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { Spinner } from '../../../design/components/Progress.tsx'
import { Select } from '../../../design/components/Select.tsx'
import { TextField } from '../../../design/components/TextField.tsx'
import { showToast } from '../../../design/components/toasts.tsx'
import type { Advice, KitCosts } from '../../model/advice.ts'
import { type AdviceOpened, evidence, useT } from '../asking.ts'
import { Drawing, useLabels } from './AdviceScreen.tsx'
import { AdviceShown } from './AdviceShown.tsx'
import { canBeAsked, marksOf, toNoted } from './ReachNotes.tsx'
import { type Marks, ReachRows } from './ReachRows.tsx'

/** Long enough that a cost being typed is not counted digit by digit. */
const PAUSE_MS = 500

/** The value once it has stood still for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

const askedOf = (marks: Marks) =>
  Object.entries(marks)
    .filter(([, reach]) => reach.canBeReached)
    .map(([person, { cost, likely }]) => ({ person, cost, likely }))

/** The geneticist's desk: marks change, and the answer follows. */
export function Advising({ data }: { data: AdviceOpened }) {
  const t = useT()
  const label = useLabels(data)
  const [child, setChild] = useState(data.kept[0]?.child ?? data.children[0]!)
  const [marks, setMarks] = useState(() => marksOf(data))
  const [kitCosts, setKitCosts] = useState<KitCosts>(data.kept[0]?.kitCosts ?? { more: 0, line: 0 })
  const question = useSettled(JSON.stringify({ child, kitCosts, asked: askedOf(marks) }))
  const people = canBeAsked(data)
  const input = { family: data.family, ...(JSON.parse(question) as { child: string; kitCosts: KitCosts }) }
  const answer = evidence.useAnswer('adviseFamily', input)
  return (
    <>
      <Card title={t('evidence.plans')}>
        <Stack gap={4}>
          <Select
            label={t('evidence.advice-for')}
            options={data.children.map((key) => ({ key, label: label(key) }))}
            value={child}
            onChange={setChild}
          />
          <Answered advice={answer.data} isCounting={answer.isFetching} label={label} />
          <No problem={answer.error} />
          <Keep input={{ family: data.family, child, kitCosts }} marks={marks} isReady={!!answer.data} />
        </Stack>
      </Card>
      <Drawing data={data} isAsked={(id) => marks[id]?.canBeReached ?? false} />
      {people.length === 0 ? (
        <Notice kind="empty" title={t('evidence.advice-nobody')} />
      ) : (
        <Card title={t('evidence.advice-reach')}>
          <Stack gap={4}>
            <p className="soft small">{t('evidence.advice-likely-help')}</p>
            <ReachRows people={people} marks={marks} onChange={setMarks} mayWrite />
            <Costs costs={kitCosts} onChange={setKitCosts} />
          </Stack>
        </Card>
      )}
    </>
  )
}

/** While it counts, the answer before it stays in sight, dimmed. */
function Answered(props: { advice: Advice | undefined; isCounting: boolean; label: (id: string) => string }) {
  const t = useT()
  const [last, setLast] = useState(props.advice)
  if (props.advice && props.advice !== last) setLast(props.advice)
  const shown = props.advice ?? last
  return (
    <div aria-busy={props.isCounting} className={props.advice ? '' : 'advice-before'}>
      {props.isCounting ? <Spinner label={t('evidence.advice-counting')} /> : null}
      {shown ? <AdviceShown advice={shown} label={props.label} /> : null}
    </div>
  )
}

function Costs({ costs, onChange }: { costs: KitCosts; onChange: (costs: KitCosts) => void }) {
  const t = useT()
  const field = (key: keyof KitCosts) => (
    <TextField
      label={t(`evidence.advice-cost-${key}`)}
      value={costs[key] === 0 ? '' : String(costs[key])}
      onChange={(text) => onChange({ ...costs, [key]: Math.min(1e9, Number(text.replace(/\D/g, '')) || 0) })}
      inputMode="numeric"
      direction="ltr"
      optional
    />
  )
  return (
    <fieldset className="family-row">
      <legend>{t('evidence.advice-kit-costs')}</legend>
      <Columns least={13}>
        {field('more')}
        {field('line')}
      </Columns>
    </fieldset>
  )
}

type Kept = { input: { family: string; child: string; kitCosts: KitCosts }; marks: Marks; isReady: boolean }

/** First the marks, then the advice that rests on them. */
function Keep({ input, marks, isReady }: Kept) {
  const t = useT()
  const note = evidence.useDoing('noteReach')
  const keep = evidence.useDoing('keepAdvice')
  const done = () => showToast(t('evidence.advice-kept'))
  const advise = () => keep.mutate(input, { onSuccess: done })
  const people = toNoted(marks)
  const both = () => (people.length > 0 ? note.mutate({ people }, { onSuccess: advise }) : advise())
  return (
    <Stack gap={3}>
      <No problem={note.error ?? keep.error} />
      <Row>
        <Button kind="quiet" onPress={both} pending={note.isPending || keep.isPending} isDisabled={!isReady}>
          {t('evidence.advice-keep')}
        </Button>
      </Row>
    </Stack>
  )
}
