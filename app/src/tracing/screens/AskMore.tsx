import { useState } from 'react'
import { Button, Columns, DateField, Stack, TextArea, TextField, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { AskText, ChildDraft } from './AskChild.tsx'

const more = ['otherNames', 'father', 'birthplace', 'lastSeen', 'languages', 'companions', 'marks'] as const

type Field = (key: AskText) => {
  label: string
  value: string
  onChange: (value: string) => void
  error: string | undefined
}

/** Open where something was written there before, or is wrong there. */
export const isOpened = (child: ChildDraft, field: Field): boolean =>
  more.some((key) => child[key].trim() || field(key).error)

/** "Add what you know": the rest of the description, closed until somebody wants it. */
export function AskMore({ field, isOpen }: { field: Field; isOpen: boolean }) {
  const t = useWords(words)
  const [opened, setOpened] = useState(isOpen)
  if (!opened && !isOpen)
    return (
      <div>
        <Button kind="quiet" onPress={() => setOpened(true)} aria-expanded={false}>
          {t('tracing.ask.more')}
        </Button>
      </div>
    )
  const { value, onChange, ...lastSeen } = field('lastSeen')
  return (
    <Stack>
      <p className="soft">{t('tracing.ask.moreHint')}</p>
      <Columns least={18}>
        <TextField {...field('otherNames')} optional help={t('tracing.ask.severalHint')} />
        <TextField {...field('father')} optional />
        <TextField {...field('birthplace')} optional />
        <DateField
          {...lastSeen}
          optional
          help={t('tracing.ask.lastSeenHint')}
          value={value || undefined}
          onChange={(day) => onChange(day ?? '')}
        />
        <TextField {...field('languages')} optional help={t('tracing.ask.severalHint')} />
        <TextField {...field('companions')} optional help={t('tracing.ask.companionsHint')} />
      </Columns>
      <TextArea {...field('marks')} optional help={t('tracing.ask.marksHint')} rows={2} />
    </Stack>
  )
}
