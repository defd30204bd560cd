import { useFormats, useLanguage, useWords } from '../../design/kit.ts'
import { lacksIn, listIn } from '../saying.ts'
import { words } from '../words.ts'
import type { PlanAnswer } from './asking.ts'
import type { People } from './people.ts'

/** More names than these are not read, they are counted. */
const NAMED = 4

/** The flight in a sentence: how many fly with whom, who waits and for what. */
export function useHeadline(
  flightAt: string,
  answer: PlanAnswer,
  people: People,
): { title: string; line: string } {
  const t = useWords(words)
  const f = useFormats()
  const language = useLanguage()
  const children = answer.done.filter(people.isChild)
  const waiting = answer.waiting.filter(({ id }) => people.isChild(id))
  const title = t('evacuation.headline', {
    children: children.length,
    adults: answer.done.length - children.length,
    day: f.day(flightAt),
  })
  if (waiting.length === 0) return { title, line: t('evacuation.nobody-waits') }
  const named = waiting.slice(0, NAMED).map(({ id, because }) => {
    const missing = because.flatMap((one) => (Array.isArray(one.because) ? one.because.map(String) : []))
    return missing[0] ? `${people.nameOf(id)} (${lacksIn(language, [missing[0]])})` : people.nameOf(id)
  })
  const rest = waiting.length - named.length
  const who = listIn(language, rest > 0 ? [...named, t('evacuation.and-more', { n: rest })] : named)
  return { title, line: t('evacuation.wait', { n: waiting.length, who }) }
}
