import { Link, useParams } from '@tanstack/react-router'
import { Answer } from '../../../casefile/screens/Answer.tsx'
import { useHere } from '../../../casefile/screens/use.tsx'
import { Card, Page, PageHeader, Stack } from '../../../design/components/layout.tsx'
import { Notice } from '../../../design/components/Notice.tsx'
import { useFormats } from '../../../design/languages/LanguageProvider.tsx'
import { PedigreeLegend } from '../../../design/pedigree/PedigreeLegend.tsx'
import { isUnnamed } from '../../model/family.ts'
import { type AdviceOpened, evidence, type Named, useNameOf, useT } from '../asking.ts'
import { FamilyPicture } from '../FamilyPicture.tsx'
import '../evidence.css'
import './advice.css'
import { AdviceShown } from './AdviceShown.tsx'
import { Advising } from './Advising.tsx'
import { ReachNotes } from './ReachNotes.tsx'

/** Whom to test next: the answer in words, the drawing with who can be reached, the plans. */
export function AdviceScreen() {
  const { family } = useParams({ strict: false }) as { family: string }
  const answer = evidence.useAnswer('openAdvice', { family })
  return (
    <Page>
      <Answer of={answer}>{(data) => <Opened data={data} />}</Answer>
    </Page>
  )
}

function Opened({ data }: { data: AdviceOpened }) {
  const t = useT()
  const { actor } = useHere()
  const isGeneticist = actor?.profession === 'geneticist'
  const title = t('evidence.advice')
  if (data.children.length === 0)
    return (
      <>
        <PageHeader title={title} />
        <Notice
          kind="empty"
          title={t('evidence.advice-no-child')}
          actions={<BackTo family={data.family} />}
        />
      </>
    )
  return (
    <>
      <PageHeader title={title} line={t('evidence.advice-line')} />
      {isGeneticist ? (
        <Advising key={data.drawing} data={data} />
      ) : (
        <>
          <Kept data={data} />
          <Drawing
            data={data}
            isAsked={(id) => data.people.find((one) => one.id === id)?.reach?.canBeReached ?? false}
          />
          <ReachNotes data={data} mayWrite={actor?.profession !== 'lead'} />
        </>
      )}
      <BackTo family={data.family} />
    </>
  )
}

const BackTo = ({ family }: { family: string }) => {
  const t = useT()
  return (
    <Link className="link" to="/evidence/families/$family" params={{ family }}>
      {t('evidence.family')}
    </Link>
  )
}

/** What the geneticist kept, for those who see no genotypes. */
function Kept({ data }: { data: AdviceOpened }) {
  const t = useT()
  const f = useFormats()
  const label = useLabels(data)
  if (data.kept.length === 0) return <Notice kind="empty" title={t('evidence.advice-not-kept')} />
  return data.kept.map((advice) => (
    <Card key={advice.child} title={label(advice.child)}>
      <Stack gap={3}>
        {advice.outdated ? <Notice kind="waiting" title={t('evidence.advice-outdated')} /> : null}
        <AdviceShown advice={advice} label={label} />
        <p className="soft small">{f.dateTime(advice.at)}</p>
      </Stack>
    </Card>
  ))
}

export function Drawing({ data, isAsked }: { data: AdviceOpened; isAsked: (id: string) => boolean }) {
  const t = useT()
  const named = new Map<string, Named>(
    data.people.flatMap(({ id, person }) => (person ? [[id, person] as const] : [])),
  )
  return (
    <Card title={t('evidence.drawing')}>
      <FamilyPicture
        title={t('evidence.family')}
        people={data.people}
        named={named}
        typed={(id) => data.people.some((person) => person.id === id && person.typed)}
        inQuestion={(id) => data.children.includes(id)}
        couldBeAsked={isAsked}
      />
      <PedigreeLegend />
    </Card>
  )
}

/** A person of the family in the reader's language. */
export function useLabels({ people }: AdviceOpened): (id: string) => string {
  const t = useT()
  const nameOf = useNameOf()
  return (id) => {
    const person = people.find((one) => one.id === id)?.person
    return person ? nameOf(person.names) : isUnnamed(id) ? t('evidence.unnamed', { n: id.slice(2) }) : '—'
  }
}
