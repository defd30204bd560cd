import { useLanguage } from '../../design/languages/LanguageProvider.tsx'
import { formatPower } from '../../design/languages/powers.ts'
import type { Log, Verdict } from '../model/claims.ts'
import { pointsTo } from '../rules/finding.ts'
import { useT } from './asking.ts'

/** What a weighing means, in sentences: the size, the words of the scale, the finding, and what it is not. */
export function useSaying() {
  const t = useT()
  const language = useLanguage()
  return (weighing: { log10LR: Log; finding: Verdict; scale: { id: string; band: string } }): string[] => {
    const log10 = Number(weighing.log10LR)
    const side = pointsTo(log10)
    const size = side === 'claim' || side === 'against'
    const times = Number.isFinite(log10) ? formatPower(language, log10).words : ''
    const strength = {
      band: t(`evidence.band.${weighing.scale.band}`),
      scale: t(`evidence.scale.${weighing.scale.id}`),
    }
    return [
      size
        ? t(`evidence.says.${side}${Math.abs(log10) < 12 ? '' : '-large'}`, { times })
        : t(`evidence.says.${side}`),
      ...(size ? [t(`evidence.strength.${side}`, strength)] : []),
      t(`evidence.finding.${weighing.finding}`),
      t('evidence.not-probability'),
    ]
  }
}
