import { Badge } from '../../../design/components/Badge.tsx'
import { Button } from '../../../design/components/Button.tsx'
import { Link } from '../../../design/components/Link.tsx'
import { Card, Page, PageHeader, Row } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { Answer, No } from '../../screens/Answer.tsx'
import { useHere } from '../../screens/use.tsx'
import { agreeing, reviewing } from '../rules.ts'
import { words } from '../words.ts'
import { emergency, type Mine, useEmergencies, waitingIn } from './asking.ts'
import { OpenForm } from './OpenForm.tsx'
import { Agreeing, Reviewing } from './Waiting.tsx'

/** Opening a file in an emergency, one's own that last, and what waits for a second or a third person. */
export function EmergencyScreen() {
  const t = useWords(words)
  const { actor } = useHere()
  const answer = useEmergencies()
  const isOne = (posts: readonly string[]) => actor !== null && posts.includes(actor.profession)
  return (
    <Page>
      <Answer of={answer}>
        {(listed) => (
          <>
            <PageHeader
              title={t('emergency.headline', { n: waitingIn(listed) })}
              line={t('emergency.line')}
            />
            {isOne(agreeing) ? <Agreeing all={listed.toAgree} /> : null}
            {isOne(reviewing) ? <Reviewing all={listed.toReview} /> : null}
            <OpenForm />
            <Own mine={listed.mine} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function Own({ mine }: { mine: Mine[] }) {
  const t = useWords(words)
  return (
    <Card title={t('emergency.mine')}>
      {mine.length === 0 ? <Notice kind="empty" title={t('emergency.mine.none')} /> : null}
      <ul className="plain emergency-list">
        {mine.map((one) => (
          <li key={one.id}>
            <OneOfMine one={one} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function OneOfMine({ one }: { one: Mine }) {
  const t = useWords(words)
  const f = useFormats()
  const end = emergency.useDoing('endEmergency')
  const standing = one.state === 'standing'
  return (
    <>
      <Row apart>
        {standing ? (
          <Link href={`/children/${one.file}`}>{t('emergency.to-file')}</Link>
        ) : (
          <Badge kind="muted">{t('emergency.agree.title')}</Badge>
        )}
        <code dir="ltr">{one.file.slice(-12)}</code>
      </Row>
      {one.reason ? <p dir="auto">{one.reason}</p> : null}
      <p className="small soft">
        {t('emergency.asked-at', { at: f.dateTime(one.askedAt) })} ·{' '}
        {t(standing ? 'emergency.agreed' : 'emergency.lapses', {
          at: f.dateTime(one.until),
          until: f.dateTime(one.until),
        })}
      </p>
      <No problem={end.error} />
      <Row>
        <Button kind="quiet" pending={end.isPending} onPress={() => end.mutate({ emergency: one.id })}>
          {t(standing ? 'emergency.end' : 'emergency.take-back')}
        </Button>
      </Row>
    </>
  )
}
