import { Button, Columns, Link, Notice, Progress, Refusal, Spinner, useWords } from '../kit.ts'
import { galleryWords } from './words.ts'

export function Messages() {
  const t = useWords(galleryWords)
  return (
    <Columns>
      <Refusal sentence={t('refusal')} rule={t('rule')} actions={<Link href="#consent">{t('paper')}</Link>} />
      <Notice kind="invalid" title={t('missing')} />
      <Notice kind="fault" title={t('fault')} actions={<Button kind="quiet">{t('write')}</Button>} />
      <Notice kind="empty" title={t('none')} />
      <Notice kind="done" title={t('done')} />
      <Notice kind="waiting" title={t('waits')} />
      <Spinner label={t('sending')} />
      <Progress label={t('paper')} value={3} total={14} words={t('of', { n: 3, total: 14 })} />
    </Columns>
  )
}
