import { Badge } from '../../../design/components/Badge.tsx'
import { Button } from '../../../design/components/Button.tsx'
import { Table } from '../../../design/components/Table.tsx'
import { useFormats, useLanguage, useWords } from '../../../design/languages/LanguageProvider.tsx'
import { nameIn } from '../../rules.ts'
import { Answer, No } from '../../screens/Answer.tsx'
import { useHere } from '../../screens/use.tsx'
import { words } from '../../words.ts'
import { regions } from '../regions.ts'
import { type Assigned, casefile } from './asking.ts'

/** Who works on this operation, family or file by name. */
export function AssignedTable({ file }: { file: string }) {
  const assigned = casefile.useAnswer('listAssigned', { file })
  return <Answer of={assigned}>{(found) => <Rows rows={found.assigned} file={file} />}</Answer>
}

function Rows({ rows, file }: { rows: Assigned[]; file: string }) {
  const t = useWords(words)
  const f = useFormats()
  const { actor } = useHere()
  const end = casefile.useDoing('assign')
  const ends = ({ actor: who, scope, region }: Assigned) =>
    end.mutate({
      file,
      assignment: {
        ...{ actor: who, scope, region: region ?? undefined },
        until: new Date(Date.now() - 1000).toISOString(),
      },
    })
  if (rows.length === 0) return <p className="soft">{t('assigning.none')}</p>
  const day = (at: string | null) => (at ? f.date(at.slice(0, 10)) : '—')
  return (
    <>
      <Table
        rows={rows}
        rowKey={(one) => one.id}
        columns={[
          { key: 'who', label: t('assigning.who'), cell: (one) => <Who one={one} /> },
          { key: 'what', label: t('assigning.what'), cell: (one) => <What one={one} /> },
          { key: 'begins', label: t('assigning.begins'), cell: (one) => day(one.begins) },
          { key: 'until', label: t('assigning.until'), cell: (one) => day(one.until) },
          { key: 'state', label: t('assigning.state'), cell: (one) => <State one={one} /> },
          {
            key: 'end',
            label: t('assigning.actions'),
            cell: (one) =>
              one.state !== 'over' && actor?.profession === 'coordinator' ? (
                <Button
                  kind="bare"
                  aria-label={t('assigning.end-whose', { name: one.name })}
                  onPress={() => ends(one)}
                >
                  {t('assigning.end')}
                </Button>
              ) : null,
          },
        ]}
      />
      <No problem={end.error} />
    </>
  )
}

function Who({ one }: { one: Assigned }) {
  const t = useWords(words)
  return (
    <>
      <bdi>{one.name}</bdi>
      <div className="soft small">{t(`profession.${one.profession}` as 'profession.lead')}</div>
    </>
  )
}

function What({ one }: { one: Assigned }) {
  const t = useWords(words)
  const language = useLanguage()
  const names = one.region ? regions[one.region] : undefined
  if (!one.region) return t(`assigning.scope.${one.scope}`)
  return <bdi>{names ? nameIn(names, language).text : one.region}</bdi>
}

const kinds = { now: 'ok', later: 'waiting', over: 'muted' } as const

function State({ one }: { one: Assigned }) {
  const t = useWords(words)
  return <Badge kind={kinds[one.state]}>{t(`assigning.state.${one.state}`)}</Badge>
}
