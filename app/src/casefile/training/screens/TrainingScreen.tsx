import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { Card, Page, PageHeader } from '../../../design/components/layout.tsx'
import { Table } from '../../../design/components/Table.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { Answer } from '../../screens/Answer.tsx'
import { useHere } from '../../screens/use.tsx'
import { words as house } from '../../words.ts'
import { courseNames } from '../model.ts'
import { words } from '../words.ts'
import { isLacking, isRequired, type Listed, type Person, training } from './asking.ts'
import { RecordDialog } from './RecordDialog.tsx'
import { RequiredCourses } from './RequiredCourses.tsx'
import { StateOf } from './StateOf.tsx'

/** Who took which course, who lacks one that is required, and which are. */
export function TrainingScreen() {
  const t = useWords(words)
  const { actor } = useHere()
  const [open, setOpen] = useState<Person>()
  const list = training.useAnswer('listTraining', {})
  const records = actor?.profession === 'administrator' || actor?.profession === 'lead'
  return (
    <Page>
      <Answer of={list}>
        {({ required, people }) => (
          <>
            <PageHeader
              title={t('training.headline', { n: lackingIn({ required, people }) })}
              line={t('training.required.line')}
            />
            <Card title={t('training.people')}>
              <People required={required} people={people} onOpen={records ? setOpen : undefined} />
            </Card>
            <RequiredCourses required={required} decides={actor?.profession === 'administrator'} />
          </>
        )}
      </Answer>
      {open ? <RecordDialog person={open} onClose={() => setOpen(undefined)} /> : null}
    </Page>
  )
}

const lackingIn = ({ required, people }: Listed): number =>
  people.filter(({ courses }) => courses.some((one) => isLacking(one) && isNeeded(required, one.course)))
    .length

/** Handling DNA concerns geneticists alone, so that it is missing where nobody handles any is no lack. */
const isNeeded = (required: Listed['required'], course: Listed['required'][number]['course']): boolean =>
  course !== 'dnaHandling' && isRequired(required, course)

function People(props: Listed & { onOpen: ((person: Person) => void) | undefined }) {
  const { required, people, onOpen } = props
  const t = useWords(words)
  const h = useWords(house)
  return (
    <Table
      rows={people}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'name',
          label: t('training.person'),
          cell: (one) => (
            <>
              <bdi>{one.name}</bdi>
              <div className="soft small">{h(`profession.${one.profession}`)}</div>
            </>
          ),
        },
        ...courseNames.map((course) => ({
          key: course,
          label: t(`training.course.${course}`),
          cell: ({ courses, profession }: Person) => {
            const one = courses.find((standing) => standing.course === course)!
            const asked = course === 'dnaHandling' ? profession === 'geneticist' : true
            return <StateOf one={one} asked={asked && isRequired(required, course)} />
          },
        })),
        ...(onOpen
          ? [
              {
                key: 'do',
                label: t('training.record'),
                cell: (one: Person) =>
                  one.own ? (
                    <span className="soft small">{t('training.own')}</span>
                  ) : (
                    <Button
                      kind="quiet"
                      aria-label={t('training.record-which', { name: one.name })}
                      onPress={() => onOpen(one)}
                    >
                      {t('training.record')}
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
