import { Card } from '../../../design/components/layout.tsx'
import { DefinitionList } from '../../../design/components/lists.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { Answer } from '../../screens/Answer.tsx'
import { words } from '../words.ts'
import { isRequired, training } from './asking.ts'
import { StateOf } from './StateOf.tsx'

/** On one's own account: which courses count, until when, and which end soon or are missing. */
export function OwnTraining() {
  const t = useWords(words)
  const mine = training.useAnswer('myTraining', {})
  return (
    <Card title={t('training.mine')}>
      <Answer of={mine}>
        {({ required, courses }) => {
          const wanting = courses.filter((one) => one.state !== 'current' && isRequired(required, one.course))
          return (
            <>
              <p>{t('training.mine.line', { n: wanting.length })}</p>
              <DefinitionList
                items={courses.map((one) => ({
                  term: t(`training.course.${one.course}`),
                  value: <StateOf one={one} asked={isRequired(required, one.course)} />,
                }))}
              />
            </>
          )
        }}
      </Answer>
    </Card>
  )
}
