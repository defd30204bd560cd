import { useState } from 'react'
import { Button, Notice, RadioGroup, Row, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { Looked } from './import.ts'

type Encoding = NonNullable<Looked['encoding']>['name']

/** In which letters the file was read; where that is doubtful, its first rows in each reading to choose from. */
export function MappingLetters({ looked, onChoose }: { looked: Looked; onChoose: (name: Encoding) => void }) {
  const t = useWords(words)
  const { encoding, readings } = looked
  const [open, setOpen] = useState(encoding?.doubtful ?? false)
  if (!encoding) return null
  if (!open || readings.length === 0)
    return (
      <Row apart>
        <span className="soft">
          {t(`tracing.import.encoding.${encoding.because === 'chosen' ? 'valid' : encoding.because}`, {
            name: encoding.name,
          })}
        </span>
        {readings.length > 1 ? (
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {t('tracing.columns.letters.other')}
          </Button>
        ) : null}
      </Row>
    )
  return (
    <>
      {encoding.doubtful ? <Notice kind="waiting" title={t('tracing.columns.letters.doubtful')} /> : null}
      <RadioGroup
        label={t('tracing.columns.letters')}
        options={readings.map(({ name, rows }) => ({
          key: name,
          label: `${name}: ${rows
            .slice(0, 3)
            .map((row) => row.filter((cell) => cell !== '').join(' · '))
            .filter((row) => row !== '')
            .join(' / ')
            .slice(0, 160)}`,
        }))}
        value={encoding.name}
        onChange={onChoose}
      />
    </>
  )
}
