import type { ListedPerson } from '../../casefile/operations.ts'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { Badge } from '../../design/components/Badge.tsx'
import { Table } from '../../design/components/Table.tsx'
import { useFormats, useWords } from '../../design/languages/LanguageProvider.tsx'
import { type Standing, standsAt, waitsAt } from '../../path.ts'
import { allWords } from '../screen-words.ts'
import { words } from '../words.ts'

export type HomeChild = ListedPerson & { steps: (Standing & { since: string })[] }

/** The age in words from the years between which a child was born; an estimate never looks exact. */
export function useAge(): (born: ListedPerson['born']) => string {
  const t = useWords(words)
  const year = new Date().getFullYear()
  return ({ earliest, latest }) => {
    if (earliest === null || latest === null) return t('home.age-unknown')
    const [from, to] = [Math.max(0, year - latest - 1), year - earliest]
    return to - from > 1 ? t('home.age-between', { from, to }) : t('home.age-about', { n: to })
  }
}

/** One line a child: where they stand, what they wait for, since when. Those who wait for somebody come first, the longest wait before the others. */
export function ChildrenTable({ rows }: { rows: HomeChild[] }) {
  const t = useWords(allWords)
  const f = useFormats()
  const age = useAge()
  const open = (child: HomeChild) =>
    child.steps.find((step) => step.station === standsAt(child.steps) && step.state !== 'done')
  const sorted = [...rows].sort(
    (a, b) =>
      Number(!waitsAt(a.steps)) - Number(!waitsAt(b.steps)) ||
      (open(a)?.since ?? '9').localeCompare(open(b)?.since ?? '9') ||
      a.id.localeCompare(b.id),
  )
  return (
    <Table
      rows={sorted}
      rowKey={(child) => child.id}
      columns={[
        {
          key: 'name',
          label: t('home.child'),
          cell: (child) => <PersonName names={child.names} child={child.id} />,
        },
        { key: 'age', label: t('home.age'), cell: (child) => `${t(`sex.${child.sex}`)}, ${age(child.born)}` },
        { key: 'stands', label: t('home.stands'), cell: (child) => t(`station.${standsAt(child.steps)}`) },
        {
          key: 'waits',
          label: t('home.waits'),
          cell: (child) => {
            const step = open(child)
            if (!step?.waitsFor) return <span className="soft">{t('home.begin')}</span>
            const what = t(`waits.${step.waitsFor}`)
            return waitsAt(child.steps) ? (
              <Badge kind="waiting">{what}</Badge>
            ) : (
              <span className="soft">{t('home.next', { what })}</span>
            )
          },
        },
        {
          key: 'since',
          label: t('home.since'),
          cell: (child) => (open(child) ? f.date(open(child)!.since.slice(0, 10)) : '–'),
        },
      ]}
    />
  )
}
