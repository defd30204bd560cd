import { useState } from 'react'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import {
  Button,
  Card,
  Columns,
  DateField,
  Dialog,
  Notice,
  Row,
  Select,
  Stack,
  TextField,
  useFormats,
  useWords,
} from '../../design/kit.ts'
import { type Identification, identifications } from '../requester/model.ts'
import { words } from '../words.ts'
import { type OneRequest, tracing } from './asking.ts'

export type IdentityDraft = { how: Identification['how']; by: string; on: string | undefined; note: string }
const today = (): string => new Date().toISOString().slice(0, 10)
export const noIdentity = (by: string): IdentityDraft => ({ how: 'not-yet', by, on: today(), note: '' })

/** Nothing is recorded where nothing is known yet and nothing was said about it. */
export function toIdentification({ how, by, on, note }: IdentityDraft): Identification | undefined {
  if (how === 'not-yet' && !note.trim()) return undefined
  return { how, by: by.trim(), on: on ?? '', note: note.trim() || undefined }
}

type FieldsProps = {
  identity: IdentityDraft
  onChange: (identity: IdentityDraft) => void
  problem: Parameters<typeof fieldSentence>[0]
  under: string
}

export function IdentityFields({ identity, onChange, problem, under }: FieldsProps) {
  const t = useWords(words)
  const at = (key: keyof IdentityDraft) => ({
    label: t(`tracing.identity.${key}`),
    error: fieldSentence(problem, `${under}.${key}`),
  })
  const isKnown = identity.how !== 'not-yet'
  return (
    <Columns least={18}>
      <Select
        {...at('how')}
        options={identifications.map((key) => ({ key, label: t(`tracing.identity.${key}`) }))}
        value={identity.how}
        onChange={(how) => onChange({ ...identity, how })}
      />
      {isKnown ? (
        <>
          <TextField {...at('by')} value={identity.by} onChange={(by) => onChange({ ...identity, by })} />
          <DateField {...at('on')} value={identity.on} onChange={(on) => onChange({ ...identity, on })} />
        </>
      ) : null}
      <TextField
        {...at('note')}
        optional
        value={identity.note}
        onChange={(note) => onChange({ ...identity, note })}
      />
    </Columns>
  )
}

/** How it is known who asks: what stands, what was recorded before, and recording anew. */
export function RequestIdentity({ request }: { request: OneRequest }) {
  const t = useWords(words)
  const f = useFormats()
  const [open, setOpen] = useState(false)
  const [last, ...earlier] = request.identifications.toReversed()
  const line = ({ how, by, on, who, note }: (typeof request.identifications)[number]) => (
    <>
      <p>
        {how === 'not-yet'
          ? t('tracing.identity.not-yet')
          : t('tracing.identity.line', { how: t(`tracing.identity.${how}`), by, day: f.date(on) })}
        {note ? (
          <>
            {' '}
            <bdi>{note}</bdi>
          </>
        ) : null}{' '}
        <span className="soft small">{t('tracing.identity.written', { who })}</span>
      </p>
    </>
  )
  return (
    <Card title={t('tracing.identity.title')} waiting={!request.isIdentified && request.stage !== 'closed'}>
      {last ? line(last) : null}
      {request.isIdentified ? null : <p>{t('tracing.identity.none')}</p>}
      {earlier.length ? (
        <ul className="tracing-plain soft small">
          {earlier.map((one) => (
            <li key={one.at}>{line(one)}</li>
          ))}
        </ul>
      ) : null}
      <Row>
        <Button kind={request.isIdentified ? 'quiet' : 'primary'} onPress={() => setOpen(true)}>
          {t('tracing.identity.record')}
        </Button>
      </Row>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('tracing.identity.title')}>
        <IdentifyForm request={request.id} onClose={() => setOpen(false)} />
      </Dialog>
    </Card>
  )
}

function IdentifyForm({ request, onClose }: { request: string; onClose: () => void }) {
  const t = useWords(words)
  const { actor } = useHere()
  const [identity, setIdentity] = useState<IdentityDraft>({
    ...noIdentity(actor?.name ?? ''),
    how: 'passport',
  })
  const identify = tracing.useDoing('identifyRequester')
  const send = () => {
    const { how, by, on = '', note } = identity
    const identification = { how, by, on, note: note.trim() || undefined }
    identify.mutate({ request, identification }, { onSuccess: onClose })
  }
  return (
    <Stack>
      <IdentityFields
        {...{ identity, under: 'identification', problem: identify.error }}
        onChange={setIdentity}
      />
      {identify.error?.no.kind === 'invalid' ? (
        <Notice kind="invalid" title={identify.error.no.sentence} />
      ) : (
        <No problem={identify.error} />
      )}
      <Row>
        <Button onPress={send} pending={identify.isPending}>
          {t('tracing.identity.record')}
        </Button>
      </Row>
    </Stack>
  )
}
