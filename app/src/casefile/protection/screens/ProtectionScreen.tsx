import { Page, PageHeader } from '../../../design/components/layout.tsx'
import { Tabs } from '../../../design/components/Tabs.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { Answer } from '../../screens/Answer.tsx'
import { words } from '../words.ts'
import { protection } from './asking.ts'
import { Due } from './Due.tsx'
import { Erasures } from './Erasures.tsx'
import { Holds } from './Holds.tsx'
import { Periods } from './Periods.tsx'

/** What was asked to be erased, what is due, what is held, and by which clock. */
export function ProtectionScreen() {
  const t = useWords(words)
  const erasures = protection.useAnswer('listErasures', {})
  return (
    <Page>
      <Answer of={erasures}>
        {({ erasures: all }) => (
          <>
            <PageHeader
              title={t('protection.waiting', { n: all.filter((one) => one.state === 'asked').length })}
              line={t('protection.line')}
            />
            <Tabs
              label={t('protection.title')}
              tabs={[
                {
                  key: 'erasures',
                  label: t('protection.tab.erasures'),
                  content: <Erasures erasures={all} />,
                },
                { key: 'due', label: t('protection.tab.due'), content: <Due /> },
                { key: 'holds', label: t('protection.tab.holds'), content: <Holds /> },
                { key: 'periods', label: t('protection.tab.periods'), content: <Periods /> },
              ]}
            />
          </>
        )}
      </Answer>
    </Page>
  )
}
