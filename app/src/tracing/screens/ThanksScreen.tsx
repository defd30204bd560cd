import { Button, ButtonLink, Card, Notice, Page, PageHeader, Row, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { receiptOf } from './receipt.ts'
import './tracing.css'

export function ThanksScreen() {
  const t = useWords(words)
  const receipt = receiptOf()
  const toStage = (
    <ButtonLink kind="quiet" href="/ask/stage">
      {t('tracing.ask.toStage')}
    </ButtonLink>
  )
  if (!receipt)
    return (
      <Page>
        <Notice kind="empty" title={t('tracing.thanks.gone')} actions={toStage} />
      </Page>
    )
  return (
    <Page>
      <PageHeader title={t('tracing.thanks.title')} line={t('tracing.thanks.lead')} />
      <Card>
        <dl className="tracing-receipt">
          <dt>{t('tracing.thanks.number')}</dt>
          <dd>
            <bdi dir="ltr">{receipt.number}</bdi>
          </dd>
          <dt>{t('tracing.thanks.secret')}</dt>
          <dd>
            <bdi dir="ltr">{receipt.secret}</bdi>
          </dd>
        </dl>
        <Row>
          <Button onPress={() => window.print()}>{t('tracing.thanks.print')}</Button>
          {toStage}
        </Row>
      </Card>
      <p>{t('tracing.thanks.next')}</p>
    </Page>
  )
}
