import { useState } from 'react'
import { nameIn } from '../../casefile/rules.ts'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import {
  Button,
  Card,
  DateField,
  RadioGroup,
  Row,
  Select,
  showToast,
  TextArea,
  TextField,
  useLanguage,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { type Homes, reintegration } from './asking.ts'

/** A family is asked before a child comes to it; a no is written down as well as a yes. */
export function AgreementForm({ homes, chosen }: { homes: Homes; chosen: ReadonlySet<string> }) {
  const t = useWords(words)
  const language = useLanguage()
  const agree = reintegration.useDoing('agreeFamily')
  const [relative, setRelative] = useState<string>()
  const [answer, setAnswer] = useState<'agrees' | 'declines'>()
  const [on, setOn] = useState<string>()
  const [spoken, setSpoken] = useState('')
  const [terms, setTerms] = useState('')
  const relatives = homes.relatives.map((one) => ({
    key: one.relative,
    label: nameIn(one.names, language).text,
  }))
  const ready = chosen.size > 0 && relative && answer && on && spoken.trim() && terms.trim()
  const send = () => {
    if (!relative || !answer || !on) return
    const told = { children: [...chosen], relative, answer, on, language: spoken, terms }
    agree.mutate(told, { onSuccess: () => showToast(t('reintegration.saved')) })
  }
  return (
    <Card title={t('reintegration.agreement')}>
      <Select
        label={t('reintegration.relative')}
        options={relatives}
        value={relative}
        onChange={setRelative}
      />
      <RadioGroup
        label={t('reintegration.answer')}
        options={(['agrees', 'declines'] as const).map((key) => ({ key, label: t(`reintegration.${key}`) }))}
        value={answer}
        onChange={setAnswer}
      />
      <DateField
        label={t('reintegration.on')}
        value={on}
        onChange={setOn}
        error={fieldSentence(agree.error, 'on')}
      />
      <TextField label={t('reintegration.language')} value={spoken} onChange={setSpoken} />
      <TextArea label={t('reintegration.terms')} value={terms} onChange={setTerms} rows={2} />
      <No problem={agree.error} />
      <Row>
        <Button kind="quiet" onPress={send} pending={agree.isPending} isDisabled={!ready}>
          {t('reintegration.save')}
        </Button>
      </Row>
    </Card>
  )
}
