import type { fieldSentence } from '../../casefile/screens/Answer.tsx'
import { words as casefileWords } from '../../casefile/words.ts'
import { Button, Card, Columns, RadioGroup, TextField, useWords } from '../../design/kit.ts'
import { plainText } from '../text.ts'
import { words } from '../words.ts'
import { AskMore, isOpened } from './AskMore.tsx'
import type { RequestForm } from './asking.ts'

const texts = [
  ...(['name', 'year', 'age', 'mother', 'place', 'marks'] as const),
  ...(['otherNames', 'father', 'birthplace', 'lastSeen', 'languages', 'companions'] as const),
]
export type AskText = (typeof texts)[number]

/** What stands in the fields of one person, as typed; `key` keeps the fields when another is removed. */
export type ChildDraft = Record<AskText, string> & {
  key: string
  kind: 'child' | 'relative'
  sex: 'male' | 'female' | 'unknown'
}

export const emptyChild = (): ChildDraft => ({
  ...{ key: crypto.randomUUID(), kind: 'child', sex: 'unknown' },
  ...{ name: '', year: '', age: '', mother: '', place: '', marks: '' },
  ...{ otherNames: '', father: '', birthplace: '', lastSeen: '', languages: '', companions: '' },
})

const toNumber = (text: string): number | undefined => (text.trim() ? Number(plainText(text)) : undefined)
const toText = (text: string): string | undefined => text.trim() || undefined
/** Several in one field, as people write them: commas of either script, or lines. */
const toSeveral = (text: string): string[] | undefined => {
  const several = text.split(/[,،;؛\n]/).flatMap((one) => one.trim() || [])
  return several.length ? several : undefined
}

export const toSoughtInput = (child: ChildDraft): RequestForm['sought'][number] => ({
  ...{ name: child.name, sex: child.sex, year: toNumber(child.year), age: toNumber(child.age) },
  ...{ mother: toText(child.mother), place: toText(child.place), marks: toText(child.marks) },
  ...{ father: toText(child.father), birthplace: toText(child.birthplace) },
  ...{ lastSeen: toText(child.lastSeen), languages: toSeveral(child.languages) },
  ...{ otherNames: toSeveral(child.otherNames), companions: toSeveral(child.companions) },
  kind: child.kind === 'relative' ? 'relative' : undefined,
})

const labels: Record<AskText, string> = {
  name: 'tracing.ask.childName',
  year: 'tracing.ask.year',
  age: 'tracing.ask.age',
  mother: 'tracing.ask.mother',
  place: 'tracing.ask.lastPlace',
  marks: 'tracing.ask.marks',
  otherNames: 'tracing.ask.otherNames',
  father: 'tracing.ask.father',
  birthplace: 'tracing.ask.birthplace',
  lastSeen: 'tracing.ask.lastSeen',
  languages: 'tracing.ask.languages',
  companions: 'tracing.ask.companions',
}

type Props = {
  child: ChildDraft
  at: number
  problem: Parameters<typeof fieldSentence>[0]
  onChange: (child: ChildDraft) => void
  onRemove?: () => void
}

/** The problem of a field, or of one of several in it (`sought.0.otherNames.2`). */
function problemAt(problem: Props['problem'], field: string): string | undefined {
  if (problem?.no.kind !== 'invalid') return undefined
  return problem.no.fields.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.sentence
}

/** Few fields first: what almost everybody knows. The rest opens on demand. */
export function AskChild({ child, at, problem, onChange, onRemove }: Props) {
  const t = useWords(words)
  const say = useWords(casefileWords)
  const isAdult = child.kind === 'relative'
  const field = (key: AskText) => ({
    label: t(labels[key]),
    value: child[key],
    onChange: (value: string) => onChange({ ...child, [key]: value }),
    error: problemAt(problem, `sought.${at}.${key}`),
  })
  const remove = onRemove ? (
    <Button kind="bare" onPress={onRemove}>
      {t('tracing.ask.removeChild')}
    </Button>
  ) : undefined
  return (
    <Card title={t(isAdult ? 'tracing.ask.adult' : 'tracing.ask.child', { n: at + 1 })} aside={remove}>
      <TextField {...field('name')} help={t('tracing.ask.childNameHint')} />
      <Columns least={14}>
        <RadioGroup
          label={t('tracing.ask.kind')}
          options={(['child', 'relative'] as const).map((key) => ({
            key,
            label: t(`tracing.ask.kind.${key}`),
          }))}
          value={child.kind}
          onChange={(kind) => onChange({ ...child, kind })}
        />
        <RadioGroup
          label={t(isAdult ? 'tracing.ask.sexAdult' : 'tracing.ask.sex')}
          options={[
            { key: 'female', label: say('sex.female') },
            { key: 'male', label: say('sex.male') },
            { key: 'unknown', label: t('tracing.ask.sexUnknown') },
          ]}
          value={child.sex}
          onChange={(sex) => onChange({ ...child, sex })}
        />
      </Columns>
      <Columns least={14}>
        <TextField {...field('year')} optional inputMode="numeric" />
        <TextField {...field('age')} optional inputMode="numeric" />
      </Columns>
      <Columns least={18}>
        <TextField {...field('mother')} optional />
        <TextField {...field('place')} optional />
      </Columns>
      <AskMore field={field} isOpen={isOpened(child, field)} />
    </Card>
  )
}
