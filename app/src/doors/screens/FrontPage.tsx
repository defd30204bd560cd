import { mayRead } from '../../casefile/access.ts'
import { useHere } from '../../casefile/screens/use.tsx'
import { ButtonLink } from '../../design/components/Link.tsx'
import { Card, Columns, Page, PageHeader } from '../../design/components/layout.tsx'
import { useWords } from '../../design/languages/LanguageProvider.tsx'
import { words } from '../words.ts'
import { Home } from './Home.tsx'

/** The first page: for those who work here where every child stands; for everybody else what they can do here. */
export function FrontPage() {
  const { actor } = useHere()
  return actor && mayRead(actor.profession, 'file') ? <Home /> : <Welcome />
}

function Welcome() {
  const t = useWords(words)
  return (
    <Page>
      <PageHeader title={t('welcome.headline')} line={t('welcome.lead')} />
      <Columns least={18}>
        <Card title={t('welcome.ask')}>
          <p>{t('welcome.ask-note')}</p>
          <div className="row">
            <ButtonLink href="/ask">{t('welcome.ask')}</ButtonLink>
            <ButtonLink kind="quiet" href="/ask/stage">
              {t('welcome.stage')}
            </ButtonLink>
          </div>
        </Card>
        <Card title={t('welcome.figures')}>
          <div className="row">
            <ButtonLink kind="quiet" href="/public">
              {t('welcome.figures')}
            </ButtonLink>
          </div>
        </Card>
      </Columns>
      <p className="soft small">{t('welcome.staff')}</p>
    </Page>
  )
}
