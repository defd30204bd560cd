import { TextField, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { toMinutes } from './counts.ts'

export function MinutesField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useWords(words)
  return (
    <TextField
      label={t('evacuation.how-many-minutes')}
      value={text}
      onChange={onChange}
      inputMode="numeric"
      direction="ltr"
      error={toMinutes(text) === undefined ? t('evacuation.minutes-wrong') : undefined}
    />
  )
}
