import { useFormats } from '../../../design/languages/LanguageProvider.tsx'
import type { Plan, Saying } from '../../model/advice.ts'
import { useT } from '../asking.ts'

/** Plans and sayings of the science as sentences. */
export function useSayAdvice(nameOf: (id: string) => string) {
  const t = useT()
  const f = useFormats()
  const listed = (ids: string[]): string => {
    const names = ids.map(nameOf)
    const last = names.pop() ?? ''
    return names.length === 0 ? last : t('evidence.and', { first: names.join(', '), last })
  }
  const plan = ({ test, kit }: Pick<Plan, 'test' | 'kit'>): string => {
    const values = { people: listed(test), kit: kit ? t(`evidence.kit-adds.${kit}`) : '' }
    if (test.length === 0) return t(kit ? 'evidence.plan.kit' : 'evidence.plan.nothing', values)
    return t(kit ? 'evidence.plan.test-and-kit' : 'evidence.plan.test', values)
  }
  const saying = (one: Saying): string => {
    const key = `evidence.saying.${one.code}`
    switch (one.code) {
      case 'test':
        return t(key, { plan: plan(one), from: f.percent(one.from), to: f.percent(one.to) })
      case 'adds-nothing':
        return t(key, { person: nameOf(one.person) })
      case 'no-shared-line':
        return t(key, { marker: one.marker })
      case 'kit-adds-nothing':
        return t(key, { kit: t(`evidence.kit-adds.${one.kit}`) })
      default:
        return t(key, { chance: f.percent(one.chance) })
    }
  }
  return { plan, saying }
}
