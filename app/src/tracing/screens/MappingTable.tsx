import { Select, Table, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type ChosenColumn, isName, type Looked, offered } from './import.ts'

const CYRILLIC = /\p{Script=Cyrillic}/u
/** What stands for "no field" in a list of choices. */
const IGNORED = 'ignored'
const BY_LETTERS = 'letters'

/** Every column with its first values, and what it is taken for, to be changed. */
export function MappingTable(props: {
  looked: Looked
  columns: ChosenColumn[]
  onChange: (columns: ChosenColumn[]) => void
}) {
  const { looked, columns, onChange } = props
  const t = useWords(words)
  const set = (at: number, change: Partial<ChosenColumn>) =>
    onChange(columns.map((column) => (column.at === at ? { ...column, ...change } : column)))
  const chosen = (at: number) => columns.find((column) => column.at === at)
  const nameOf = (column: Looked['columns'][number]) =>
    column.header || t('tracing.columns.noHeader', { n: column.at + 1 })
  return (
    <Table
      rows={looked.columns}
      rowKey={(column) => String(column.at)}
      columns={[
        {
          key: 'header',
          label: t('tracing.columns.column'),
          names: true,
          cell: (column) => <bdi>{nameOf(column)}</bdi>,
        },
        {
          key: 'values',
          label: t('tracing.columns.first'),
          cell: (column) => <FirstValues values={column.values} />,
        },
        {
          key: 'field',
          label: t('tracing.columns.holds'),
          cell: (column) => (
            <div className="import-choices">
              <Select
                label={`${nameOf(column)}: ${t('tracing.columns.holds')}`}
                options={[
                  { key: IGNORED, label: t('tracing.columns.ignored') },
                  ...offered.map((field) => ({ key: field as string, label: t(`tracing.about.${field}`) })),
                ]}
                value={chosen(column.at)?.field ?? IGNORED}
                onChange={(key) => set(column.at, { field: offered.find((field) => field === key) ?? null })}
              />
              {isName(chosen(column.at)?.field ?? null) &&
              column.values.some((value) => CYRILLIC.test(value)) ? (
                <Select
                  label={t('tracing.columns.language')}
                  options={[
                    { key: BY_LETTERS, label: t('tracing.columns.byLetters') },
                    { key: 'kk', label: 'Қазақша' },
                    { key: 'ru', label: 'Русский' },
                  ]}
                  value={chosen(column.at)?.language ?? BY_LETTERS}
                  onChange={(key) =>
                    set(column.at, { language: key === 'kk' || key === 'ru' ? key : undefined })
                  }
                />
              ) : null}
            </div>
          ),
        },
      ]}
    />
  )
}

function FirstValues({ values }: { values: string[] }) {
  if (values.length === 0) return <span className="soft">–</span>
  return (
    <ul className="import-values">
      {values.map((value) => (
        <li key={value}>
          <bdi>{value}</bdi>
        </li>
      ))}
    </ul>
  )
}
