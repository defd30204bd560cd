import { useState } from 'react'
import {
  Button,
  Card,
  Dialog,
  Row,
  Stack,
  showToast,
  TextArea,
  useFormats,
  useLanguage,
  useWords,
} from '../../../design/kit.ts'
import type { AnswerOf } from '../../asking.ts'
import { nameIn } from '../../rules.ts'
import { No } from '../../screens/Answer.tsx'
import { asking } from '../../screens/use.tsx'
import { words } from '../../words.ts'
import type { operations } from '../operations.ts'

const files = asking<typeof operations>('casefile')
type Joined = AnswerOf<typeof operations, 'listJoined'>['joined'][number]

/** On the person's own page: which files were joined into this one, and the way to part them again. */
export function JoinedPanel({ child }: { child: string }) {
  const t = useWords(words)
  const f = useFormats()
  const language = useLanguage()
  const [parting, setParting] = useState<Joined>()
  const { data } = files.useAnswer('listJoined', { file: child })
  if (!data?.joined.length) return null
  return (
    <Card title={t('merging.panel')}>
      {data.joined.map((one) => (
        <Row apart key={one.other}>
          <div>
            <p>
              {t('merging.before', {
                name: one.names ? nameIn(one.names, language).text : one.other.slice(-6),
              })}
            </p>
            <p className="soft small">
              {t('merging.who', { who: one.who, day: f.date(one.at.slice(0, 10)), reason: one.reason })}
            </p>
          </div>
          <Button kind="quiet" onPress={() => setParting(one)}>
            {t('merging.part')}
          </Button>
        </Row>
      ))}
      <Dialog
        open={parting !== undefined}
        onClose={() => setParting(undefined)}
        title={t('merging.part.ask')}
      >
        {parting ? <PartForm other={parting.other} onClose={() => setParting(undefined)} /> : null}
      </Dialog>
    </Card>
  )
}

function PartForm({ other, onClose }: { other: string; onClose: () => void }) {
  const t = useWords(words)
  const [reason, setReason] = useState('')
  const part = files.useDoing('unmergeFile')
  const onSuccess = () => {
    showToast(t('merging.parted'))
    onClose()
  }
  return (
    <Stack>
      <p>{t('merging.part.means')}</p>
      <TextArea label={t('merging.reason')} value={reason} onChange={setReason} rows={3} />
      <No problem={part.error} />
      <Row>
        <Button
          onPress={() => part.mutate({ other, reason }, { onSuccess })}
          pending={part.isPending}
          isDisabled={!reason.trim()}
        >
          {t('merging.part')}
        </Button>
      </Row>
    </Stack>
  )
}
