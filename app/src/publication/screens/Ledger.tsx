import { Badge } from '../../design/components/Badge.tsx'
import { Card } from '../../design/components/layout.tsx'
import { Table } from '../../design/components/Table.tsx'
import { useFormats, useWords } from '../../design/languages/LanguageProvider.tsx'
import { entries } from '../ledger/entries.generated.ts'
import { byMeasure, type LedgerClaim, type LedgerEntry, type Measured } from '../ledger/ledger.ts'
import { words } from '../words.ts'

/** Where a number was printed, as a reader recognises it: the site, or the name of a paper. */
const siteOf = (source: string): string =>
  source.startsWith('http') ? new URL(source).host.replace(/^www\./, '') : source

function Source({ claim }: { claim: LedgerClaim }) {
  const t = useWords(words)
  const site = claim.source.startsWith('http') ? (
    <a className="link" href={claim.source} rel="noreferrer" dir="ltr">
      {siteOf(claim.source)}
    </a>
  ) : (
    <bdi dir="ltr">{claim.source}</bdi>
  )
  return (
    <span className="small soft">
      {site}, {t(`publication.confidence.${claim.confidence}`)}
    </span>
  )
}

function Claims({ of }: { of: Measured }) {
  const t = useWords(words)
  return (
    <div className="ledger-measure">
      {of.claims.map((claim) => (
        <div key={claim.value + claim.source}>
          <strong dir="ltr">{claim.value}</strong> {t(`publication.measure.${of.measure}`)}{' '}
          <Source claim={claim} />
        </div>
      ))}
      {of.disagree ? <Badge kind="muted">{t('publication.ledger-disagree')}</Badge> : null}
    </div>
  )
}

/** `2019-06` is a month and `2019` a year: a day nobody printed is not made up. */
function useWhen(): (text: string) => string {
  const f = useFormats()
  return (text) => (text.length === 10 ? f.date(text) : text.length === 7 ? f.month(`${text}-01`) : text)
}

function Name({ entry }: { entry: LedgerEntry }) {
  const t = useWords(words)
  const kind = entry.isTotal
    ? t('publication.ledger-total')
    : entry.isDerived
      ? t('publication.ledger-derived')
      : undefined
  return (
    <>
      <bdi lang="en">{entry.name}</bdi> <span className="soft">({entry.country})</span>
      {kind ? <div className="small soft">{kind}</div> : null}
    </>
  )
}

/** Every known return with what was printed about it; claims that disagree stand side by side. */
export function Ledger() {
  const t = useWords(words)
  const when = useWhen()
  return (
    <Card title={t('publication.ledger')}>
      <p>{t('publication.ledger-lead')}</p>
      <Table
        rows={entries}
        rowKey={(entry) => entry.id}
        columns={[
          { key: 'name', label: t('publication.ledger-return'), cell: (entry) => <Name entry={entry} /> },
          { key: 'when', label: t('publication.ledger-when'), cell: (entry) => when(entry.start) },
          {
            key: 'from',
            label: t('publication.ledger-from'),
            cell: (entry) => <bdi lang="en">{entry.from}</bdi>,
          },
          {
            key: 'claims',
            label: t('publication.ledger-claims'),
            cell: (entry) =>
              byMeasure(entry).map((measured) => <Claims key={measured.measure} of={measured} />),
          },
        ]}
      />
    </Card>
  )
}
