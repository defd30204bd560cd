import { type ReactNode, useState } from 'react'
import { Badge } from '../../../design/components/Badge.tsx'
import { Button } from '../../../design/components/Button.tsx'
import { Link } from '../../../design/components/Link.tsx'
import { Card, Row, Stack } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { TextArea } from '../../../design/components/TextField.tsx'
import { showToast } from '../../../design/components/toasts.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { No } from '../../screens/Answer.tsx'
import { words as house } from '../../words.ts'
import { words } from '../words.ts'
import { emergency, type ToAgree, type ToReview } from './asking.ts'

/** What somebody asked for and a second person has to agree to. */
export function Agreeing({ all }: { all: ToAgree[] }) {
  const t = useWords(words)
  return (
    <Card title={t('emergency.agree.title')} waiting={all.length > 0}>
      {all.length === 0 ? <Notice kind="empty" title={t('emergency.agree.none')} /> : null}
      <ul className="plain emergency-list">
        {all.map((one) => (
          <li key={one.id}>
            <Agree one={one} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Agree({ one }: { one: ToAgree }) {
  const t = useWords(words)
  const f = useFormats()
  const agree = emergency.useDoing('agreeToEmergency')
  const decline = emergency.useDoing('endEmergency')
  const onSuccess = ({ until }: { until: string }) =>
    showToast(t('emergency.agreed', { until: f.dateTime(until) }))
  return (
    <>
      <Head one={one} aside={null} />
      <p className="small soft">
        {t('emergency.asked-at', { at: f.dateTime(one.askedAt) })} ·{' '}
        {t('emergency.lapses', { at: f.dateTime(one.until) })}
      </p>
      <No problem={agree.error ?? decline.error} />
      <Row>
        <Button pending={agree.isPending} onPress={() => agree.mutate({ emergency: one.id }, { onSuccess })}>
          {t('emergency.agree')}
        </Button>
        <Button
          kind="quiet"
          pending={decline.isPending}
          onPress={() => decline.mutate({ emergency: one.id })}
        >
          {t('emergency.decline')}
        </Button>
      </Row>
    </>
  )
}

/** What is over and waits for somebody to say whether it was right. */
export function Reviewing({ all }: { all: ToReview[] }) {
  const t = useWords(words)
  return (
    <Card title={t('emergency.review.title')} waiting={all.length > 0}>
      {all.length === 0 ? <Notice kind="empty" title={t('emergency.review.none')} /> : null}
      <ul className="plain emergency-list">
        {all.map((one) => (
          <li key={one.id}>
            <Review one={one} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Review({ one }: { one: ToReview }) {
  const t = useWords(words)
  const f = useFormats()
  const review = emergency.useDoing('reviewEmergency')
  const [note, setNote] = useState('')
  const say = (found: 'right' | 'wrong') =>
    review.mutate({ emergency: one.id, found, note }, { onSuccess: () => showToast(t('emergency.reviewed')) })
  const late = one.overdue ? <Badge kind="waiting">{t('emergency.overdue')}</Badge> : null
  return (
    <Stack gap={3}>
      <Head one={one} aside={late} />
      <p className="small soft">
        {t('emergency.over-at', { at: f.dateTime(one.until) })}
        {one.agreedBy ? <> · {t('emergency.with', { name: one.agreedBy })}</> : null} ·{' '}
        {t('emergency.looks', { n: one.looks })}
      </p>
      <TextArea label={t('emergency.note')} value={note} onChange={setNote} rows={2} />
      <No problem={review.error} />
      <Row>
        <Button
          kind="quiet"
          pending={review.isPending}
          isDisabled={note.trim().length < 3}
          onPress={() => say('right')}
        >
          {t('emergency.right')}
        </Button>
        <Button
          kind="danger"
          pending={review.isPending}
          isDisabled={note.trim().length < 3}
          onPress={() => say('wrong')}
        >
          {t('emergency.wrong')}
        </Button>
      </Row>
    </Stack>
  )
}

/** Who asked for whose file, and why. */
function Head({ one, aside }: { one: ToAgree; aside: ReactNode }) {
  const t = useWords(words)
  const h = useWords(house)
  const profession = h(`profession.${one.profession}` as 'profession.doctor')
  return (
    <>
      <Row apart>
        <strong>{t('emergency.who', { name: one.by, profession })}</strong>
        {aside}
        <Link href={`/children/${one.file}`}>
          <code dir="ltr">{one.file.slice(-12)}</code>
        </Link>
      </Row>
      <p dir="auto">{one.reason ?? t('emergency.no-reason')}</p>
    </>
  )
}
