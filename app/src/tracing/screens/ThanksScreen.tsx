import type { Language } from '../../casefile/model.ts'
import {
  Button,
  ButtonLink,
  Card,
  direction,
  formatDate,
  Notice,
  Page,
  PageHeader,
  Row,
  translate,
  useLanguage,
  useWords,
} from '../../design/kit.ts'
import { words } from '../words.ts'
import { type Receipt, receiptOf } from './receipt.ts'
import './requests.css'
import './tracing.css'

export function ThanksScreen() {
  const t = useWords(words)
  const language = useLanguage()
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
  const { name, request } = receipt
  return (
    <Page>
      <PageHeader
        title={t(name ? 'tracing.request.written' : 'tracing.thanks.title')}
        line={name ? t('tracing.request.receiptFor', { name }) : t('tracing.thanks.lead')}
      />
      <ReceiptCard receipt={receipt} language={receipt.language ?? language} />
      <div className="tracing-unprinted stack">
        <Row>
          <Button onPress={() => window.print()}>{t('tracing.thanks.print')}</Button>
          {request ? (
            <ButtonLink href={`/tracing/requests/${request}`}>{t('tracing.request.open')}</ButtonLink>
          ) : (
            toStage
          )}
        </Row>
        {name ? null : <p>{t('tracing.thanks.next')}</p>}
      </div>
    </Page>
  )
}

/** What the requester takes along, in their language, whatever the language of the page. */
function ReceiptCard({ receipt, language }: { receipt: Receipt; language: Language }) {
  const say = (key: string, values?: Record<string, string>) => translate(words, language, key, values)
  const day = formatDate(language, new Date().toISOString().slice(0, 10))
  return (
    <div lang={language} dir={direction(language)} className="tracing-slip">
      <Card title={say('tracing.receipt.title')}>
        <p className="soft">{say('tracing.receipt.day', { day })}</p>
        <dl className="tracing-receipt">
          <dt>{say('tracing.thanks.number')}</dt>
          <dd>
            <bdi dir="ltr">{receipt.number}</bdi>
          </dd>
          <dt>{say('tracing.thanks.secret')}</dt>
          <dd>
            <bdi dir="ltr">{receipt.secret}</bdi>
          </dd>
        </dl>
        <p>{say('tracing.receipt.where', { address: `${window.location.host}/ask/stage` })}</p>
        <p>{say('tracing.receipt.keep')}</p>
      </Card>
    </div>
  )
}
