import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { DateField } from '../../../design/components/DateField.tsx'
import { Card, Row, Stack } from '../../../design/components/layout.tsx'
import { DefinitionList } from '../../../design/components/lists.tsx'
import { Select } from '../../../design/components/Select.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { No } from '../../screens/Answer.tsx'
import { type CourseName, courseNames } from '../model.ts'
import { words } from '../words.ts'
import { type Required, training } from './asking.ts'

/** From which day each course is required; an administrator sets it. */
export function RequiredCourses({ required, decides }: { required: Required[]; decides: boolean }) {
  const t = useWords(words)
  const f = useFormats()
  return (
    <Card title={t('training.required')}>
      <DefinitionList
        items={required.map(({ course, from }) => ({
          term: t(`training.course.${course}`),
          value: from ? t('training.required.from', { from: f.date(from) }) : t('training.required.not'),
        }))}
      />
      {decides ? <Setting /> : null}
    </Card>
  )
}

function Setting() {
  const t = useWords(words)
  const require = training.useDoing('requireCourse')
  const [course, setCourse] = useState<CourseName>(courseNames[0]!)
  const [from, setFrom] = useState<string>()
  return (
    <Stack gap={3}>
      <Row>
        <Select
          label={t('training.course')}
          options={courseNames.map((key) => ({ key, label: t(`training.course.${key}`) }))}
          value={course}
          onChange={setCourse}
        />
        <DateField label={t('training.required.day')} value={from} onChange={setFrom} />
      </Row>
      <No problem={require.error} />
      <Row>
        <Button
          kind="quiet"
          pending={require.isPending}
          isDisabled={!from}
          onPress={() => require.mutate({ course, from: from! })}
        >
          {t('training.required.set')}
        </Button>
        <Button
          kind="quiet"
          pending={require.isPending}
          onPress={() => require.mutate({ course, from: null })}
        >
          {t('training.required.drop')}
        </Button>
      </Row>
    </Stack>
  )
}
