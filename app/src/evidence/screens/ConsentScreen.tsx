import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Consent } from '../../casefile/consent.ts'
import { Answer, fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import { Button } from '../../design/components/Button.tsx'
import { Checkbox } from '../../design/components/choices.tsx'
import { DateField } from '../../design/components/DateField.tsx'
import { Card, Columns, PageHeader, Row, Stack } from '../../design/components/layout.tsx'
import { DefinitionList } from '../../design/components/lists.tsx'
import { Select } from '../../design/components/Select.tsx'
import { TextField } from '../../design/components/TextField.tsx'
import { showToast } from '../../design/components/toasts.tsx'
import { useFormats } from '../../design/languages/LanguageProvider.tsx'
import { isLanguage, languageNames } from '../../design/languages/language.ts'
import { casefile, useNameOf, useT } from './asking.ts'
import { RestsOnConsent } from './RestsOnConsent.tsx'
import { Within } from './Within.tsx'

/** Consent to DNA of one person: what stands, how it was given, and taking it back. */
export function ConsentScreen() {
  const t = useT()
  const { person } = useParams({ strict: false }) as { person: string }
  return (
    <Within title={t('evidence.consent')}>
      {(operation) => <ConsentOf person={person} operation={operation} />}
    </Within>
  )
}

function ConsentOf({ person, operation }: { person: string; operation: string }) {
  const t = useT()
  const nameOf = useNameOf()
  const answer = casefile.useAnswer('listConsents', { person })
  const all = casefile.useAnswer('listPeople', { operation })
  const known = all.data?.people.find((one) => one.id === person)
  return (
    <Answer of={answer}>
      {({ standing, name, version }) => {
        const consent = standing.find((one) => one.purpose === 'dna')
        const shown = known ? nameOf(known.names) : (name ?? '—')
        return (
          <>
            <PageHeader
              title={t(consent ? 'evidence.consent-stands' : 'evidence.consent-missing', { name: shown })}
            />
            {consent ? (
              <Standing person={person} consent={consent} />
            ) : (
              <Giving
                key={version}
                person={person}
                isChild={known?.kind === 'child'}
                version={version}
                operation={operation}
              />
            )}
            <RestsOnConsent person={person} stands={consent !== undefined} />
          </>
        )
      }}
    </Answer>
  )
}

/** One of the four by its name; any other as it was written down. */
const spokenIn = (language: string): string => (isLanguage(language) ? languageNames[language] : language)

function Standing({ person, consent }: { person: string; consent: Consent }) {
  const t = useT()
  const f = useFormats()
  const [reason, setReason] = useState('')
  const withdraw = casefile.useDoing('withdrawConsent')
  const today = new Date().toISOString().slice(0, 10)
  const record = () =>
    withdraw.mutate({ person, purpose: 'dna', on: today, ...(reason.trim() && { reason }) })
  return (
    <Card title={t('evidence.consent')}>
      <DefinitionList
        items={[
          { term: t('evidence.consent-on'), value: f.date(consent.on) },
          { term: t('evidence.place'), value: <bdi>{consent.place}</bdi> },
          { term: t('evidence.consent-language'), value: <bdi>{spokenIn(consent.language)}</bdi> },
          { term: t('evidence.interpreter'), value: <bdi>{consent.interpreter ?? '—'}</bdi> },
          { term: t('evidence.witness'), value: <bdi>{consent.witness}</bdi> },
          {
            term: t('evidence.copy-left'),
            value: t(consent.copyLeft ? 'evidence.yes' : 'evidence.copy-not-left'),
          },
        ]}
      />
      <details>
        <summary>{t('evidence.consent-withdraw')}</summary>
        <Stack gap={3}>
          <p>{t('evidence.consent-withdraw-help')}</p>
          <TextField label={t('evidence.reason')} value={reason} onChange={setReason} optional />
          <No problem={withdraw.error} />
          <Row>
            <Button kind="danger" onPress={record} pending={withdraw.isPending}>
              {t('evidence.consent-withdraw')}
            </Button>
          </Row>
        </Stack>
      </details>
    </Card>
  )
}

type Written = {
  on: string | undefined
  place: string
  language: string
  interpreter: string
  witness: string
  copyLeft: boolean
}
const blank: Written = {
  on: undefined,
  place: '',
  language: '',
  interpreter: '',
  witness: '',
  copyLeft: false,
}

function Giving({
  person,
  isChild,
  version,
  operation,
}: {
  person: string
  isChild: boolean
  version: number
  operation: string
}) {
  const t = useT()
  const [written, setWritten] = useState(blank)
  const [givenBy, setGivenBy] = useState<string | undefined>(isChild ? undefined : person)
  const give = casefile.useDoing('giveConsent')
  const { on, interpreter, ...rest } = written
  const record = () =>
    on &&
    givenBy &&
    give.mutate(
      {
        person,
        consent: { purpose: 'dna', givenBy, on, ...rest, ...(interpreter.trim() && { interpreter }) },
        seen: version,
      },
      { onSuccess: () => showToast(t('evidence.consent-recorded')) },
    )
  const text = (key: 'place' | 'language' | 'interpreter' | 'witness', label: string) => (
    <TextField
      label={t(label)}
      value={written[key]}
      onChange={(value) => setWritten({ ...written, [key]: value })}
      optional={key === 'interpreter'}
      error={fieldSentence(give.error, `consent.${key}`)}
    />
  )
  return (
    <Card title={t('evidence.consent-record')}>
      <Stack gap={3}>
        <Columns least={15}>
          <GivenBy
            person={person}
            isChild={isChild}
            operation={operation}
            value={givenBy}
            onChange={setGivenBy}
          />
          <DateField
            label={t('evidence.consent-on')}
            value={on}
            onChange={(day) => setWritten({ ...written, on: day })}
            error={fieldSentence(give.error, 'consent.on')}
          />
          {text('place', 'evidence.place')}
          {text('language', 'evidence.consent-language')}
          {text('interpreter', 'evidence.interpreter')}
          {text('witness', 'evidence.witness')}
        </Columns>
        <Checkbox checked={written.copyLeft} onChange={(copyLeft) => setWritten({ ...written, copyLeft })}>
          {t('evidence.copy-left')}
        </Checkbox>
        <No problem={give.error} />
        <Row>
          <Button onPress={record} pending={give.isPending} isDisabled={!on || !givenBy}>
            {t('evidence.consent-record')}
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}

/** A child never gives it alone: then one of the relatives did. */
function GivenBy(props: {
  person: string
  isChild: boolean
  operation: string
  value: string | undefined
  onChange: (id: string) => void
}) {
  const t = useT()
  const nameOf = useNameOf()
  const relatives = casefile.useAnswer('listPeople', { operation: props.operation, kind: 'relative' })
  const others = (relatives.data?.people ?? [])
    .filter((one) => one.id !== props.person)
    .map((one) => ({ key: one.id, label: nameOf(one.names) }))
  const options = props.isChild ? others : [{ key: props.person, label: t('evidence.self') }, ...others]
  return (
    <Select
      label={t('evidence.consent-given-by')}
      options={options}
      value={props.value}
      onChange={props.onChange}
    />
  )
}
