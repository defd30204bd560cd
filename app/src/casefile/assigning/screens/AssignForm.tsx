import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { DateField } from '../../../design/components/DateField.tsx'
import { Columns, Stack } from '../../../design/components/layout.tsx'
import { Select } from '../../../design/components/Select.tsx'
import { showToast } from '../../../design/components/toasts.tsx'
import { useLanguage, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { nameIn } from '../../rules.ts'
import { Answer, fieldSentence, No } from '../../screens/Answer.tsx'
import { words } from '../../words.ts'
import type { Scope } from '../model.ts'
import { regions } from '../regions.ts'
import { casefile, houseSession } from './asking.ts'

type Who = { id: string; name: string; profession: string }

/** Whom to let work on this, as what, from when until when. The first of `scopes` is meant until another is chosen. */
export function AssignForm({ file, scopes }: { file: string; scopes: readonly Scope[] }) {
  const colleagues = houseSession.useAnswer('colleagues', {})
  return (
    <Answer of={colleagues}>
      {({ accounts }) => <Form file={file} scopes={scopes} accounts={accounts} />}
    </Answer>
  )
}

/** A day begins and ends where the house keeps its time. */
const beginOf = (day: string | undefined) => (day ? `${day}T00:00:00Z` : undefined)
const endOf = (day: string | undefined) => (day ? `${day}T23:59:59Z` : undefined)

function Form({ file, scopes, accounts }: { file: string; scopes: readonly Scope[]; accounts: Who[] }) {
  const t = useWords(words)
  const language = useLanguage()
  const assign = casefile.useDoing('assign')
  const [actor, setActor] = useState<string>()
  const [scope, setScope] = useState(scopes[0] ?? 'file')
  const [region, setRegion] = useState<string>()
  const [begins, setBegins] = useState<string>()
  const [until, setUntil] = useState<string>()
  const people = accounts.map(({ id, name, profession }) => ({
    key: id,
    label: `${name} · ${t(`profession.${profession}` as 'profession.lead')}`,
  }))
  const isReady = actor && (scope !== 'region' || region)
  const send = () => {
    if (!actor) return
    const days = { begins: beginOf(begins), until: endOf(until) }
    const of = scope === 'region' ? { scope, region } : { scope }
    const name = accounts.find(({ id }) => id === actor)?.name ?? ''
    assign.mutate(
      { file, assignment: { actor, ...of, ...days } },
      { onSuccess: () => showToast(t('assigning.assigned', { name })) },
    )
  }
  return (
    <Stack gap={3}>
      <p className="soft small">{t('assigning.days')}</p>
      <Columns>
        <Select label={t('assigning.who')} options={people} value={actor} onChange={setActor} />
        {scopes.length > 1 ? (
          <Select
            label={t('assigning.what')}
            options={scopes.map((key) => ({ key, label: t(`assigning.scope.${key}`) }))}
            value={scope}
            onChange={setScope}
          />
        ) : null}
        {scope === 'region' ? (
          <Select
            label={t('assigning.region')}
            options={Object.entries(regions).map(([key, names]) => ({
              key,
              label: nameIn(names, language).text,
            }))}
            value={region}
            onChange={setRegion}
          />
        ) : null}
        <DateField label={t('assigning.begins')} optional value={begins} onChange={setBegins} />
        <DateField
          label={t('assigning.until')}
          optional
          value={until}
          onChange={setUntil}
          error={fieldSentence(assign.error, 'assignment.until')}
        />
      </Columns>
      <div>
        <Button onPress={send} isDisabled={!isReady} pending={assign.isPending}>
          {t('assigning.assign')}
        </Button>
      </div>
      <No problem={assign.error} />
    </Stack>
  )
}
