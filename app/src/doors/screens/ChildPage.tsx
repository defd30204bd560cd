import { useParams } from '@tanstack/react-router'
import type { AnswerOf, Problem } from '../../casefile/asking.ts'
import type { Description, Names } from '../../casefile/model.ts'
import type { operations as casefileOperations } from '../../casefile/operations.ts'
import { birthYears, nameIn } from '../../casefile/rules.ts'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { asking, useHere } from '../../casefile/screens/use.tsx'
import { ButtonLink } from '../../design/components/Link.tsx'
import { Card, Page, PageHeader, Stack, WideAndSide } from '../../design/components/layout.tsx'
import { DefinitionList } from '../../design/components/lists.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { useFormats, useLanguage, useWords } from '../../design/languages/LanguageProvider.tsx'
import { isLanguage, languageNames, languages } from '../../design/languages/language.ts'
import { PathHome } from '../../design/path/PathHome.tsx'
import { marksOf } from '../../path.ts'
import { allWords } from '../screen-words.ts'
import { words } from '../words.ts'
import { panels } from './stations.ts'

const file = asking<typeof casefileOperations>('casefile')
type File = AnswerOf<typeof casefileOperations, 'openFile'>

/** A child's page: who, where on the way home, what each station knows that this reader may see. */
export function ChildPage() {
  const { child } = useParams({ strict: false }) as { child: string }
  const opened = file.useAnswer('openFile', { file: child })
  return (
    <Page>
      {isClosed(opened.error) ? (
        <Closed child={child} problem={opened.error} />
      ) : (
        <Answer of={opened}>{(data) => <Opened data={data} followed={data.id !== child} />}</Answer>
      )}
    </Page>
  )
}

const isClosed = (problem: Problem | null): boolean =>
  problem?.no.kind === 'refusal' && problem.no.code === 'file-not-found'

/** No such file, or one that is not the reader's: which of both is not said, and an emergency has a way in. */
function Closed({ child, problem }: { child: string; problem: Problem | null }) {
  const t = useWords(allWords)
  const href = `/emergency?file=${child}`
  return (
    <No
      problem={problem}
      actions={
        <ButtonLink href={href} kind="quiet">
          {t('emergency.open')}
        </ButtonLink>
      }
    />
  )
}

/** `followed`: the address was that of a file that has been joined into this one. */
function Opened({ data, followed }: { data: File; followed: boolean }) {
  const t = useWords(allWords)
  const language = useLanguage()
  const { actor } = useHere()
  const name = data.description ? nameIn(data.description.names, language).text : data.id.slice(-6)
  const isChild = data.kind === 'child'
  const mine = panels.filter(
    ({ may, of = ['child'] }) =>
      actor && may.includes(actor.profession) && (of as readonly string[]).includes(data.kind),
  )
  const steps = marksOf(data.steps).map(({ station, state, waitsFor }) => ({
    ...{ key: station, state, label: t(`station.${station}`) },
    note: waitsFor ? t(`waits.${waitsFor}`) : undefined,
  }))
  return (
    <>
      {followed ? <Notice kind="done" title={t('merging.followed')} /> : null}
      <PageHeader title={name} line={<Years description={data.description} isChild={isChild} />} />
      {isChild ? <PathHome label={t('child.on-the-path', { name })} steps={steps} /> : null}
      <WideAndSide>
        <Stack>
          {mine.map(({ component: Part }) => (
            <Part
              key={mine.findIndex((panel) => panel.component === Part)}
              child={data.id}
              operation={data.operation ?? ''}
            />
          ))}
        </Stack>
        <Stack>
          {data.description ? <Who description={data.description} /> : null}
          <Timeline entries={data.timeline} />
        </Stack>
      </WideAndSide>
    </>
  )
}

function Years({ description, isChild }: { description: Description | null; isChild: boolean }) {
  const t = useWords(allWords)
  const f = useFormats()
  if (!description) return null
  const years = birthYears(description.birth)
  const born = description.birth.date
    ? f.date(description.birth.date)
    : years
      ? [...new Set([years.earliest, years.latest])].join('–')
      : undefined
  return (
    <>
      {[
        t(`${isChild ? 'sex' : 'sex.adult'}.${description.sex}`),
        born ? `${t('child.born')}: ${born}` : t('home.age-unknown'),
      ].join(' · ')}
    </>
  )
}

/** Every spelling of a name, each marked as the language it is written in. */
function Spellings({ names }: { names: Names }) {
  return (
    <>
      {languages
        .filter((language) => names[language])
        .map((language) => (
          <div key={language}>
            <bdi lang={language}>{names[language]}</bdi>
          </div>
        ))}
    </>
  )
}

function Who({ description }: { description: Description }) {
  const t = useWords(words)
  const { names, mother, father, birthplace, place, languages: spoken, marks } = description
  const { otherNames, companions } = description
  const items = [
    { term: t('child.spellings'), value: <Spellings names={names} /> },
    ...(otherNames?.length
      ? [{ term: t('child.other-names'), value: <bdi>{otherNames.join(' · ')}</bdi> }]
      : []),
    ...(mother ? [{ term: t('child.mother'), value: <Spellings names={mother} /> }] : []),
    ...(father ? [{ term: t('child.father'), value: <Spellings names={father} /> }] : []),
    ...(birthplace ? [{ term: t('child.birthplace'), value: <bdi>{birthplace}</bdi> }] : []),
    ...(place ? [{ term: t('child.place'), value: <bdi>{place}</bdi> }] : []),
    ...(spoken?.length
      ? [
          {
            term: t('child.languages'),
            value: spoken.map((code) => (isLanguage(code) ? languageNames[code] : code)).join(', '),
          },
        ]
      : []),
    ...(companions?.length
      ? [{ term: t('child.companions'), value: <bdi>{companions.join(' · ')}</bdi> }]
      : []),
    ...(marks ? [{ term: t('child.marks'), value: <bdi>{marks}</bdi> }] : []),
  ]
  return (
    <Card title={t('child.who')}>
      <DefinitionList items={items} />
    </Card>
  )
}

const SHOWN = 12

function Timeline({ entries }: { entries: File['timeline'] }) {
  const t = useWords(allWords)
  const f = useFormats()
  const known = (type: string) => `event.${type}` in allWords
  return (
    <Card title={t('child.timeline')}>
      <p className="soft small">{t('child.timeline-note')}</p>
      <ol className="plain small">
        {entries.slice(0, SHOWN).map((entry) => (
          <li key={entry.seq}>
            {f.dateTime(entry.occurredAt)} · <bdi>{entry.by ?? t('child.someone')}</bdi>:{' '}
            {known(entry.type) ? t(`event.${entry.type}`) : entry.type}
            {entry.fromOther ? <span className="soft"> ({t('merging.from-other')})</span> : null}
          </li>
        ))}
      </ol>
    </Card>
  )
}
