import { fieldSentence } from '../../casefile/screens/Answer.tsx'
import {
  Card,
  Checkbox,
  Columns,
  type Language,
  languageNames,
  languages,
  Select,
  TextField,
  useWords,
} from '../../design/kit.ts'
import { type Channel, channels } from '../requester/model.ts'
import { words } from '../words.ts'

export type You = { name: string; relation: string; contact: string; place: string; language: Language }
/** What only a colleague writes down: how the request came. */
export type Reaching = { channel: Channel; through: string; inCustody: boolean }

type Problem = Parameters<typeof fieldSentence>[0]
type AboutProps = {
  you: You
  onChange: (you: You) => void
  problem: Problem
  title: string
  /** A colleague writes about somebody else: the labels say so. */
  theirs?: boolean
}

export function AboutYou({ you, onChange, problem, title, theirs }: AboutProps) {
  const t = useWords(words)
  const whose = theirs ? 'theirs' : 'ask'
  const field = (key: 'name' | 'relation' | 'contact' | 'place') => ({
    label: t(`tracing.${whose}.${key}`),
    value: you[key],
    onChange: (value: string) => onChange({ ...you, [key]: value }),
    error: fieldSentence(problem, `requester.${key}`),
  })
  return (
    <Card title={title}>
      <Columns least={18}>
        <TextField {...field('name')} autoComplete={theirs ? 'off' : 'name'} />
        <TextField {...field('relation')} help={t('tracing.ask.relationHint')} />
        <TextField {...field('contact')} help={t('tracing.ask.contactHint')} />
        <TextField {...field('place')} optional />
        <Select
          label={t(`tracing.${whose}.language`)}
          options={languages.map((key) => ({ key, label: languageNames[key] }))}
          value={you.language}
          onChange={(language) => onChange({ ...you, language })}
        />
      </Columns>
    </Card>
  )
}

type ReachProps = { reach: Reaching; onChange: (reach: Reaching) => void; problem: Problem; under: string }

/** The channel, who stands between, and whether the requester is in custody. */
export function ReachFields({ reach, onChange, problem, under }: ReachProps) {
  const t = useWords(words)
  const needsSomebody = reach.channel !== 'self' && reach.channel !== 'phone'
  return (
    <>
      <Columns least={18}>
        <Select
          label={t('tracing.reach.channel')}
          options={channels.map((key) => ({ key, label: t(`tracing.channel.${key}`) }))}
          value={reach.channel}
          onChange={(channel) => onChange({ ...reach, channel })}
          error={fieldSentence(problem, `${under}.channel`)}
        />
        {needsSomebody ? (
          <TextField
            label={t('tracing.reach.through')}
            help={t('tracing.reach.throughHint')}
            value={reach.through}
            onChange={(through) => onChange({ ...reach, through })}
            error={fieldSentence(problem, `${under}.through`)}
            optional={reach.channel === 'letter'}
          />
        ) : null}
      </Columns>
      <Checkbox checked={reach.inCustody} onChange={(inCustody) => onChange({ ...reach, inCustody })}>
        {t('tracing.reach.inCustody')}
      </Checkbox>
    </>
  )
}
