import { useFormats, useWords } from '../../design/kit.ts'
import { matters } from '../model.ts'
import { words } from '../words.ts'
import type { Note } from './asking.ts'

export function Notes({ notes }: { notes: Note[] }) {
  const t = useWords(words)
  return (
    <section>
      <h3>{t('reintegration.notes')}</h3>
      {notes.length === 0 ? <p className="soft">{t('reintegration.noNotes')}</p> : null}
      <ol className="aftercare-notes">
        {notes.map((note) => (
          <OneNote key={note.at} note={note} />
        ))}
      </ol>
    </section>
  )
}

function OneNote({ note: { at, by, followUp, text } }: { note: Note }) {
  const t = useWords(words)
  const f = useFormats()
  return (
    <li>
      {followUp ? (
        <>
          <strong>
            {followUp.month
              ? t('reintegration.month', { month: followUp.month })
              : t('reintegration.between')}
            , {f.date(followUp.on)}
          </strong>
          <p dir="auto">{followUp.words}</p>
          <p className="small">
            {matters
              .flatMap((matter) => {
                const standing = followUp.matters[matter]
                return standing
                  ? [`${t(`reintegration.matter.${matter}`)}: ${t(`reintegration.standing.${standing}`)}`]
                  : []
              })
              .join(' · ')}
          </p>
          {followUp.next ? (
            <p dir="auto">
              {t('reintegration.next')}: {followUp.next}
            </p>
          ) : null}
          <p className="small soft">
            {t('reintegration.seenBy')}: <bdi>{followUp.seenBy}</bdi>
          </p>
        </>
      ) : (
        <p dir="auto">{text}</p>
      )}
      <p className="small soft">
        {by ? <bdi>{by}</bdi> : null} · {f.dateTime(at)}
      </p>
    </li>
  )
}
