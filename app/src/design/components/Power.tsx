import { useLanguage } from '../languages/LanguageProvider.tsx'
import { formatPower } from '../languages/powers.ts'

/** Ten to a power, raised and read out in words. `<span className="figure"><Power log10={1.97} /></span>` */
export function Power({ log10 }: { log10: number }) {
  const { exponent, words } = formatPower(useLanguage(), log10)
  return (
    <span className="power">
      <span aria-hidden="true">
        10<sup>{exponent}</sup>
      </span>
      <span className="hidden">{words}</span>
    </span>
  )
}
