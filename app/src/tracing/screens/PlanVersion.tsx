import { Notice, Select, useFormats, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type ImportPlan, tracing } from './asking.ts'

const NONE = 'none'

/** Which earlier list this one corrects, to be changed; and whom that one named and this one does not. */
export function PlanVersion(props: {
  operation: string
  plan: ImportPlan
  onVersion: (versionOf: string | null) => void
}) {
  const { operation, plan, onVersion } = props
  const t = useWords(words)
  const f = useFormats()
  const { data } = tracing.useAnswer('listImports', { operation })
  const standing = (data?.imports ?? []).filter(({ state }) => state !== 'undone' && state !== 'undoing')
  if (standing.length === 0) return null
  const { version } = plan
  const on = (time: string) => f.date(time.slice(0, 10))
  return (
    <>
      <Select
        label={t('tracing.plan.versionOf')}
        options={[
          { key: NONE, label: t('tracing.plan.versionOf.none') },
          ...standing.map(({ import: key, name, began, rows }) => ({
            key,
            label: t('tracing.plan.versionOf.option', { name, at: on(began), rows }),
          })),
        ]}
        value={version?.import ?? NONE}
        onChange={(key) => onVersion(key === NONE ? null : key)}
      />
      {version?.missingCount ? (
        <Notice kind="waiting" title={t('tracing.plan.missing', { n: version.missingCount })}>
          <ul>
            {version.missing.map(({ child, row, name }) => (
              <li key={child}>
                {t('tracing.import.row')} {row}: <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  )
}
