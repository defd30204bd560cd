import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import {
  Badge,
  Button,
  Card,
  Dialog,
  Row,
  Stack,
  showToast,
  TextField,
  useFormats,
  useWords,
} from '../../design/kit.ts'
import { type Pace, works } from '../queue/model.ts'
import { plainText } from '../text.ts'
import { words } from '../words.ts'
import { type ListedWork, tracing } from './asking.ts'

/** How long each stage waits, in words: half of them, and the longest. */
export function QueueTimes({ work, operation }: { work: ListedWork; operation: string }) {
  const t = useWords(words)
  const { actor } = useHere()
  const [changing, setChanging] = useState(false)
  return (
    <Card title={t('tracing.queue.times')}>
      <dl className="tracing-times">
        {work.stages.map(({ work: kind, n, late, medianDays, oldestDays }) => (
          <div key={kind}>
            <dt>{t(`tracing.work.${kind}`, { n: 1 })}</dt>
            <dd>
              {n === 1
                ? t('tracing.queue.timeOne', { oldest: oldestDays })
                : t('tracing.queue.time', { n, median: medianDays, oldest: oldestDays })}{' '}
              {late ? <Badge kind="problem">{t('tracing.queue.lateShort', { n: late })}</Badge> : null}
            </dd>
          </div>
        ))}
      </dl>
      {actor?.profession === 'coordinator' ? (
        <Row>
          <Button kind="quiet" onPress={() => setChanging(true)}>
            {t('tracing.queue.change')}
          </Button>
        </Row>
      ) : null}
      <Dialog open={changing} onClose={() => setChanging(false)} title={t('tracing.queue.pace')}>
        <PaceForm pace={work.pace as Pace} operation={operation} onClose={() => setChanging(false)} />
      </Dialog>
    </Card>
  )
}

type FormProps = { pace: Pace; operation: string; onClose: () => void }

function PaceForm({ pace, operation, onClose }: FormProps) {
  const t = useWords(words)
  const f = useFormats()
  const [typed, setTyped] = useState(() =>
    Object.fromEntries(works.map((work) => [work, f.number(pace[work])])),
  )
  const set = tracing.useDoing('setPace')
  const send = () => {
    const days = Object.fromEntries(works.map((work) => [work, Number(plainText(typed[work] ?? ''))]))
    set.mutate(
      { operation, days },
      {
        onSuccess: () => {
          showToast(t('tracing.queue.saved'))
          onClose()
        },
      },
    )
  }
  return (
    <Stack>
      <p>{t('tracing.queue.paceHint')}</p>
      {works.map((work) => (
        <TextField
          key={work}
          label={t(`tracing.work.${work}`, { n: 1 })}
          value={typed[work] ?? ''}
          onChange={(days) => setTyped({ ...typed, [work]: days })}
          inputMode="numeric"
        />
      ))}
      <No problem={set.error} />
      <Row>
        <Button onPress={send} pending={set.isPending}>
          {t('tracing.queue.save')}
        </Button>
      </Row>
    </Stack>
  )
}
