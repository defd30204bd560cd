import { useFormats, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { Details } from './asking.ts'

type Entry = Details['history'][number]

export function History({ details: { history } }: { details: Details }) {
  const t = useWords(words)
  return (
    <section>
      <h3>{t('clearance.history')}</h3>
      {history.length === 0 ? <p className="soft">{t('clearance.noHistory')}</p> : null}
      <ol className="clearance-history">
        {history.map((entry) => (
          <Happened key={entry.at + entry.what} entry={entry} />
        ))}
      </ol>
    </section>
  )
}

function Happened({ entry }: { entry: Entry }) {
  const t = useWords(words)
  const f = useFormats()
  const { what, on, by, at, signedBy, paper, owner } = entry
  return (
    <li>
      <strong>{t(`clearance.did.${what}`)}</strong>
      {what === 'owned' ? <span>: {owner ? <bdi>{owner}</bdi> : t('clearance.nobody')}</span> : null}
      {on ? <span> · {f.date(on)}</span> : null}
      {signedBy ? <div>{t('clearance.signedBy', { names: signedBy.join(', ') })}</div> : null}
      {entry.words ? (
        <div>
          <bdi>{entry.words}</bdi>
        </div>
      ) : null}
      {paper ? (
        <div className="small">
          <bdi>{paper.name}</bdi>
        </div>
      ) : null}
      <div className="small soft">
        {by ? <bdi>{by}</bdi> : null} · {f.dateTime(at)}
      </div>
    </li>
  )
}
