import { useEffect } from 'react'
import type { operations as casefileOperations } from '../../casefile/operations.ts'
import { nameIn } from '../../casefile/rules.ts'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { asking, useHere } from '../../casefile/screens/use.tsx'
import { Card, Page, PageHeader } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { Select } from '../../design/components/Select.tsx'
import { useFormats, useLanguage, useWords } from '../../design/languages/LanguageProvider.tsx'
import { PathHome } from '../../design/path/PathHome.tsx'
import { countStations, isReadyToFly, standsAt, waitsAt } from '../../path.ts'
import { allWords } from '../screen-words.ts'
import { words } from '../words.ts'
import { ChildrenTable, type HomeChild } from './ChildrenTable.tsx'

const file = asking<typeof casefileOperations>('casefile')

/** Where every child of the chosen operation stands: in words, on the path, and name by name. */
export function Home() {
  const t = useWords(words)
  const operations = file.useAnswer('listOperations', {})
  return (
    <Page>
      <Answer of={operations}>
        {({ operations: all }) =>
          all.length ? <OfOperation all={all} /> : <Notice kind="empty" title={t('home.no-operation')} />
        }
      </Answer>
    </Page>
  )
}

type Listed = { id: string; names: Parameters<typeof nameIn>[0]; flightAt: string }

function OfOperation({ all }: { all: Listed[] }) {
  const t = useWords(words)
  const f = useFormats()
  const language = useLanguage()
  const { operation, chooseOperation } = useHere()
  const chosen = all.find((one) => one.id === operation) ?? all[0]!
  // The first operation is chosen for the whole house, so that a station opened next speaks of the same one.
  useEffect(() => {
    if (chosen.id !== operation) chooseOperation(chosen.id)
  }, [chosen.id, operation, chooseOperation])
  const home = file.useAnswer('home', { operation: chosen.id })
  return (
    <Answer of={home}>
      {({ children }) => (
        <>
          <PageHeader
            title={headline(t, children)}
            line={`${nameIn(chosen.names, language).text} · ${t('home.flight', { day: f.date(chosen.flightAt.slice(0, 10)) })}`}
          />
          {all.length > 1 ? (
            <Select
              label={t('shell.operation')}
              options={all.map((one) => ({ key: one.id, label: nameIn(one.names, language).text }))}
              value={chosen.id}
              onChange={chooseOperation}
            />
          ) : null}
          <Stations childrenOfIt={children} />
          <Card title={t('home.who')}>
            <ChildrenTable rows={children} />
          </Card>
        </>
      )}
    </Answer>
  )
}

function headline(
  t: (key: keyof typeof words, values?: Record<string, number>) => string,
  children: HomeChild[],
): string {
  if (children.length === 0) return t('home.empty')
  const home = children.filter((child) => standsAt(child.steps) === 'publication').length
  const ready = children.filter((child) => isReadyToFly(child.steps)).length
  const waiting = children.filter((child) => waitsAt(child.steps)).length
  const first = ready
    ? t('home.ready', { n: ready, all: children.length })
    : t('home.home', { n: home, all: children.length })
  return `${first} ${t('home.waiting', { n: waiting })}`
}

function Stations({ childrenOfIt }: { childrenOfIt: HomeChild[] }) {
  const t = useWords(allWords)
  const steps = countStations(childrenOfIt).map(({ station, done, here, waitsFor }) => ({
    key: station,
    label: t(`station.${station}`),
    count: done,
    note: waitsFor[0]
      ? `${t(`waits.${waitsFor[0].code}`)}: ${waitsFor[0].count}`
      : here
        ? t('home.here', { n: here })
        : undefined,
    state: waitsFor.length
      ? ('waiting' as const)
      : here
        ? ('here' as const)
        : done
          ? ('done' as const)
          : ('ahead' as const),
  }))
  return <PathHome label={t('shell.home')} steps={steps} />
}
