import { Answer } from '../../casefile/screens/Answer.tsx'
import { Card, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { tracing } from './asking.ts'
import { FamilyDrawing } from './FamilyDrawing.tsx'
import { FamilyList } from './FamilyList.tsx'
import './family.css'

/** The family around a request or a child, drawn and as sentences. */
export function FamilyCard({ file }: { file: string }) {
  const t = useWords(words)
  const answer = tracing.useAnswer('familyGraph', { file })
  return (
    <Card title={t('tracing.family.title')}>
      <Answer of={answer}>
        {(family) =>
          family.links.length === 0 ? (
            <p className="soft">{t('tracing.family.none')}</p>
          ) : (
            <>
              <FamilyDrawing family={family} here={file} />
              {family.notDrawn ? <p>{t('tracing.family.notDrawn', { n: family.notDrawn })}</p> : null}
              <FamilyList family={family} />
            </>
          )
        }
      </Answer>
    </Card>
  )
}
