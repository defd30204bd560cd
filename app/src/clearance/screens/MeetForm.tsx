import { useState } from 'react'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import { toSent } from '../../casefile/screens/files.ts'
import {
  Button,
  Card,
  Columns,
  DateField,
  FileField,
  Row,
  showToast,
  TextArea,
  TextField,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { type Column, clearance } from './asking.ts'
import type { Chosen } from './RequirementDialog.tsx'

const MOST_BYTES = 24 * 1024 * 1024
const TIME = /^([01]?\d|2[0-3]):[0-5]\d$/

/** Handing in the paper that meets a requirement. What was typed stays until it was taken. */
export function MeetForm({ chosen, column, version }: { chosen: Chosen; column: Column; version: number }) {
  const t = useWords(words)
  const meet = clearance.useDoing('meetRequirement')
  const [paper, setPaper] = useState<File>()
  const [on, setOn] = useState<string>()
  const [time, setTime] = useState('')
  const [expires, setExpires] = useState<string>()
  const [signers, setSigners] = useState<string[]>(Array<string>(column.signatures).fill(''))
  const [remark, setRemark] = useState('')
  const isTimed = !column.isMoment || TIME.test(time)
  const isWhole =
    paper && on && isTimed && signers.every((name) => name.trim()) && (expires || !column.expiryOnPaper)
  const send = async () => {
    if (!paper || !on) return
    const moment = column.isMoment ? new Date(`${on}T${time.padStart(5, '0')}`).toISOString() : on
    const { child, requirement } = chosen
    meet.mutate(
      {
        child,
        requirement,
        seen: version,
        paper: await toSent(paper),
        on: moment,
        expires,
        signedBy: signers,
        remark: remark.trim() || undefined,
      },
      { onSuccess: () => showToast(t('clearance.saved')) },
    )
  }
  const problem = meet.error
  return (
    <Card title={t('clearance.handIn')}>
      <FileField
        label={t('clearance.paper')}
        value={paper}
        onChange={setPaper}
        limit={MOST_BYTES}
        error={fieldSentence(problem, 'paper')}
      />
      <Columns least={12}>
        <DateField
          label={t(column.isMoment ? 'clearance.onMoment' : 'clearance.on')}
          value={on}
          onChange={setOn}
          error={fieldSentence(problem, 'on')}
        />
        {column.isMoment ? (
          <TextField
            label={t('clearance.time')}
            value={time}
            onChange={setTime}
            direction="ltr"
            error={time && !isTimed ? t('clearance.timeWrong') : undefined}
          />
        ) : (
          <DateField
            label={t('clearance.expires')}
            value={expires}
            onChange={setExpires}
            optional={!column.expiryOnPaper}
            error={fieldSentence(problem, 'expires')}
          />
        )}
        {signers.map((name, place) => (
          <TextField
            key={place === 0 ? 'first' : 'second'}
            label={t(place === 0 ? 'clearance.signer' : 'clearance.secondSigner')}
            value={name}
            onChange={(text) => setSigners(signers.with(place, text))}
          />
        ))}
      </Columns>
      <TextArea label={t('clearance.remark')} value={remark} onChange={setRemark} rows={2} optional />
      <No problem={problem} />
      <Row>
        <Button onPress={send} pending={meet.isPending} isDisabled={!isWhole}>
          {t('clearance.handIn')}
        </Button>
      </Row>
    </Card>
  )
}
