import { Stack } from '../../../design/components/layout.tsx'
import { useFormats } from '../../../design/languages/LanguageProvider.tsx'
import type { Advice } from '../../model/advice.ts'
import { useT } from '../asking.ts'
import { PlanPicture } from './PlanPicture.tsx'
import { PlanTable } from './PlanTable.tsx'
import { useSayAdvice } from './useSayAdvice.ts'

/** The answer in words, then the picture, then the table, then what was assumed. */
export function AdviceShown({ advice, label }: { advice: Advice; label: (id: string) => string }) {
  const t = useT()
  const f = useFormats()
  const say = useSayAdvice(label)
  const sentences = [...new Set(advice.sayings.map(say.saying))]
  return (
    <Stack gap={4}>
      <div className="evidence-says">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <PlanPicture advice={advice} say={say.plan} />
      <PlanTable advice={advice} say={say.plan} />
      <p className="soft small">{t('evidence.advice-means')}</p>
      <p className="soft small">
        {t('evidence.advice-assumes', { theta: f.number(advice.parameters.theta, { digits: 2 }) })}
      </p>
    </Stack>
  )
}
