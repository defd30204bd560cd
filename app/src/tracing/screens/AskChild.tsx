import { fieldSentence } from '../../casefile/screens/Answer.tsx'
import { words as casefileWords } from '../../casefile/words.ts'
import { Button, Card, Columns, RadioGroup, TextArea, TextField, useWords } from '../../design/kit.ts'
import { plainText } from '../text.ts'
import { words } from '../words.ts'
import type { RequestForm } from './asking.ts'

const texts = ['name', 'year', 'age', 'mother', 'place', 'marks'] as const
type Text = (typeof texts)[number]

/** What stands in the fields of one child, as typed; `key` keeps the fields when another child is removed. */
export type ChildDraft = Record<Text, string> & { key: string; sex: 'male' | 'female' | 'unknown' }

export const emptyChild = (): ChildDraft => ({
  ...{ key: crypto.randomUUID(), sex: 'unknown' as const },
  ...{ name: '', year: '', age: '', mother: '', place: '', marks: '' },
})

const toNumber = (text: string): number | undefined => (text.trim() ? Number(plainText(text)) : undefined)
const toText = (text: string): string | undefined => text.trim() || undefined

export const toSoughtInput = (child: ChildDraft): RequestForm['sought'][number] => ({
  ...{ name: child.name, sex: child.sex, year: toNumber(child.year), age: toNumber(child.age) },
  ...{ mother: toText(child.mother), place: toText(child.place), marks: toText(child.marks) },
})

const labels: Record<Text, string> = {
  name: 'tracing.ask.childName',
  year: 'tracing.ask.year',
  age: 'tracing.ask.age',
  mother: 'tracing.ask.mother',
  place: 'tracing.ask.lastPlace',
  marks: 'tracing.ask.marks',
}

type Props = {
  child: ChildDraft
  at: number
  problem: Parameters<typeof fieldSentence>[0]
  onChange: (child: ChildDraft) => void
  onRemove?: () => void
}

export function AskChild({ child, at, problem, onChange, onRemove }: Props) {
  const t = useWords(words)
  const say = useWords(casefileWords)
  const field = (key: Text) => ({
    label: t(labels[key]),
    value: child[key],
    onChange: (value: string) => onChange({ ...child, [key]: value }),
    error: fieldSentence(problem, `sought.${at}.${key}`),
  })
  const remove = onRemove ? (
    <Button kind="bare" onPress={onRemove}>
      {t('tracing.ask.removeChild')}
    </Button>
  ) : undefined
  return (
    <Card title={t('tracing.ask.child', { n: at + 1 })} aside={remove}>
      <TextField {...field('name')} help={t('tracing.ask.childNameHint')} />
      <RadioGroup
        label={t('tracing.ask.sex')}
        options={[
          { key: 'female', label: say('sex.female') },
          { key: 'male', label: say('sex.male') },
          { key: 'unknown', label: t('tracing.ask.sexUnknown') },
        ]}
        value={child.sex}
        onChange={(sex) => onChange({ ...child, sex })}
      />
      <Columns least={14}>
        <TextField {...field('year')} optional inputMode="numeric" />
        <TextField {...field('age')} optional inputMode="numeric" />
      </Columns>
      <Columns least={18}>
        <TextField {...field('mother')} optional />
        <TextField {...field('place')} optional />
      </Columns>
      <TextArea {...field('marks')} optional help={t('tracing.ask.marksHint')} rows={2} />
    </Card>
  )
}
