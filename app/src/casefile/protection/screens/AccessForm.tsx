import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { DateField } from '../../../design/components/DateField.tsx'
import { Row, Stack } from '../../../design/components/layout.tsx'
import { Select } from '../../../design/components/Select.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { languageNames, languages } from '../../../design/languages/language.ts'
import type { Language } from '../../model.ts'
import { No } from '../../screens/Answer.tsx'
import { saveToDevice } from '../../screens/files.ts'
import { identifiedHow } from '../model.ts'
import { words } from '../words.ts'
import { protection } from './asking.ts'

/** Somebody asked what is kept about them: written down by one, released by another, handed out in their language. */
export function AccessForm({ file, asks }: { file: string; asks: boolean }) {
  const t = useWords(words)
  const release = protection.useDoing('releaseAccess')
  return (
    <Stack gap={3}>
      <h3>{t('protection.access')}</h3>
      {asks ? <Question file={file} /> : null}
      {asks ? (
        <Give file={file} />
      ) : (
        <Row>
          <Button kind="quiet" pending={release.isPending} onPress={() => release.mutate({ file })}>
            {t('protection.access.release')}
          </Button>
        </Row>
      )}
      <No problem={release.error} />
    </Stack>
  )
}

function Question({ file }: { file: string }) {
  const t = useWords(words)
  const note = protection.useDoing('askAccess')
  const [receivedOn, setReceivedOn] = useState<string>()
  const [identified, setIdentified] = useState<(typeof identifiedHow)[number]>('passport')
  return (
    <Stack gap={2}>
      <Row>
        <DateField label={t('protection.access.on')} value={receivedOn} onChange={setReceivedOn} />
        <Select
          label={t('protection.access.how')}
          options={identifiedHow.map((key) => ({ key, label: t(`kept.value.${key}`) }))}
          value={identified}
          onChange={(key) => setIdentified(key as typeof identified)}
        />
        <Button
          kind="quiet"
          isDisabled={!receivedOn}
          pending={note.isPending}
          onPress={() => receivedOn && note.mutate({ file, receivedOn, identified })}
        >
          {t('protection.access.note')}
        </Button>
      </Row>
      <No problem={note.error} />
    </Stack>
  )
}

function Give({ file }: { file: string }) {
  const t = useWords(words)
  const give = protection.useDoing('giveAccess')
  const [language, setLanguage] = useState<Language>('kk')
  const save = () =>
    give.mutate(
      { file, language },
      {
        onSuccess: ({ pdf, json }) => {
          saveToDevice(pdf)
          saveToDevice(json)
        },
      },
    )
  return (
    <Stack gap={2}>
      <Row>
        <Select
          label={t('protection.access.language')}
          options={languages.map((key) => ({ key, label: languageNames[key] }))}
          value={language}
          onChange={(key) => setLanguage(key as Language)}
        />
        <Button pending={give.isPending} onPress={save}>
          {t('protection.access.give')}
        </Button>
      </Row>
      <No problem={give.error} />
    </Stack>
  )
}
