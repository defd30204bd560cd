import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { Button, RadioGroup, Row, Stack, showToast, TextArea, useWords } from '../../design/kit.ts'
import { type Choice, joinDescriptions, openChoices } from '../duplicates/joining.ts'
import { words } from '../words.ts'
import { files, type Pair, useFieldText } from './duplicates.ts'

/** The file other stations have written in has to stay; else the one known longer is offered. */
function mustKeep({ a, b }: Pair): 'a' | 'b' | undefined {
  if (a.stands.length && !b.stands.length) return 'a'
  return b.stands.length && !a.stands.length ? 'b' : undefined
}

/** Which file stays, and of what both say differently, what stands. */
export function DuplicateJoin({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const t = useWords(words)
  const textOf = useFieldText()
  const fixed = mustKeep(pair)
  const [keep, setKeep] = useState<'a' | 'b'>(fixed ?? (pair.a.since <= pair.b.since ? 'a' : 'b'))
  const [choice, setChoice] = useState<Choice>({})
  const [reason, setReason] = useState('')
  const join = files.useDoing('mergeFiles')
  const [a, b] = [pair.a.description, pair.b.description]
  const send = () =>
    join.mutate(
      {
        ...{ keep: pair[keep].id, other: pair[keep === 'a' ? 'b' : 'a'].id, reason, seen: pair.version },
        description: joinDescriptions(a, b, choice, keep),
      },
      {
        onSuccess: () => {
          showToast(t('tracing.duplicates.joined'))
          onClose()
        },
      },
    )
  return (
    <Stack>
      <p>{t('tracing.duplicates.join.means')}</p>
      <RadioGroup
        label={t('tracing.duplicates.join.keep')}
        help={fixed ? t('tracing.duplicates.join.keep-because') : undefined}
        value={keep}
        onChange={setKeep}
        options={(['a', 'b'] as const).map((side) => ({
          key: side,
          disabled: fixed !== undefined && fixed !== side,
          label: t(side === 'a' ? 'tracing.duplicates.keep-first' : 'tracing.duplicates.keep-second', {
            name: textOf(pair[side].description, 'names') ?? '—',
          }),
        }))}
      />
      {openChoices(a, b).map((field) => (
        <RadioGroup
          key={field}
          label={t(`tracing.duplicates.field.${field}`)}
          value={choice[field] ?? keep}
          onChange={(side) => setChoice((before) => ({ ...before, [field]: side }))}
          options={[
            { key: 'a' as const, label: textOf(a, field) ?? '—' },
            { key: 'b' as const, label: textOf(b, field) ?? '—' },
          ]}
        />
      ))}
      <TextArea label={t('tracing.duplicates.reason')} value={reason} onChange={setReason} rows={3} />
      <No problem={join.error} />
      <Row>
        <Button onPress={send} pending={join.isPending} isDisabled={!reason.trim()}>
          {t('tracing.duplicates.join.do')}
        </Button>
      </Row>
    </Stack>
  )
}
