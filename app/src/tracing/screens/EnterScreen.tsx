import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { operations as casefileOperations } from '../../casefile/operations.ts'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import { asking, useHere } from '../../casefile/screens/use.tsx'
import { words as casefileWords } from '../../casefile/words.ts'
import {
  Button,
  Card,
  DateField,
  Notice,
  Page,
  PageHeader,
  RadioGroup,
  Row,
  Stack,
  showToast,
  TextField,
  useLanguage,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { DuplicateAlike, useAlike } from './DuplicateAlike.tsx'
import { type Entered, toDescription } from './entered.ts'
import './tracing.css'
import './duplicates.css'

const casefile = asking<typeof casefileOperations>('casefile')

/** Writes down one person who is on no list; who is alike in the lists shows while it is written. */
export function EnterScreen() {
  const t = useWords(words)
  const { operation } = useHere()
  return (
    <Page>
      <PageHeader title={t('tracing.enter.headline')} line={t('tracing.enter.line')} />
      {operation ? (
        <EnterForm operation={operation} />
      ) : (
        <Notice kind="empty" title={t('tracing.noOperation')} />
      )}
    </Page>
  )
}

const texts = ['otherNames', 'mother', 'father', 'birthplace', 'place', 'marks', 'companions'] as const

function EnterForm({ operation }: { operation: string }) {
  const t = useWords(words)
  const language = useLanguage()
  const navigate = useNavigate()
  const [entered, setEntered] = useState<Entered>({ kind: 'child', name: '', sex: 'unknown' })
  const describe = casefile.useDoing('describePerson')
  const description = toDescription(entered, language)
  const alike = useAlike(operation, entered.kind, description)
  const set = (some: Partial<Entered>) => setEntered((before) => ({ ...before, ...some }))
  const save = () =>
    description &&
    describe.mutate(
      { kind: entered.kind, operation, description },
      {
        onSuccess: ({ id }) => {
          showToast(t('tracing.enter.saved'))
          void navigate({ to: '/children/$child', params: { child: id } })
        },
      },
    )
  return (
    <div className="enter">
      <Card>
        <div className="tracing-form">
          <Stack>
            <Chosen entered={entered} set={set} />
            <DateField
              partial
              optional
              label={t('tracing.duplicates.field.birth')}
              help={t('tracing.enter.birth-help')}
              error={fieldSentence(describe.error, 'description.birth')}
              value={entered.birth}
              onChange={(birth) => set({ birth })}
            />
            {texts.map((field) => (
              <TextField
                key={field}
                optional
                label={t(`tracing.duplicates.field.${field}`)}
                help={
                  field === 'otherNames' || field === 'companions' ? t('tracing.enter.commas') : undefined
                }
                value={entered[field] ?? ''}
                onChange={(text) => set({ [field]: text })}
              />
            ))}
          </Stack>
        </div>
      </Card>
      {/* Between the form and its button: on a phone nobody saves past those who are alike. */}
      {alike.length ? <DuplicateAlike alike={alike} /> : null}
      <div className="enter-save">
        <No problem={describe.error} />
        <Row>
          <Button onPress={save} pending={describe.isPending} isDisabled={!description}>
            {t(alike.length ? 'tracing.enter.save-anyway' : 'tracing.enter.save')}
          </Button>
        </Row>
      </div>
    </div>
  )
}

type ChosenProps = { entered: Entered; set: (some: Partial<Entered>) => void }

/** Whom it is about: a child or a relative, the name, the sex. */
function Chosen({ entered, set }: ChosenProps) {
  const t = useWords(words)
  const say = useWords(casefileWords)
  return (
    <>
      <RadioGroup
        label={t('tracing.duplicates.whom')}
        value={entered.kind}
        onChange={(kind) => set({ kind })}
        options={(['child', 'relative'] as const).map((key) => ({
          key,
          label: t(`tracing.find.kind.${key}`),
        }))}
      />
      <TextField
        label={t('tracing.duplicates.field.names')}
        value={entered.name}
        onChange={(name) => set({ name })}
        autoComplete="off"
      />
      <RadioGroup
        label={t('tracing.duplicates.field.sex')}
        value={entered.sex}
        onChange={(sex) => set({ sex })}
        options={(['female', 'male', 'unknown'] as const).map((key) => ({ key, label: say(`sex.${key}`) }))}
      />
    </>
  )
}
