import type { z } from 'zod'
import { Card, Columns } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { useFormats, useWords } from '../../design/languages/LanguageProvider.tsx'
import { figureIds, type PublishedFigure } from '../model.ts'
import { words } from '../words.ts'

type Published = z.infer<typeof PublishedFigure>

/** Each published figure: its name in words, the number, of how many, as of when, what was counted, what it said before. */
export function FigureCards({ figures }: { figures: Published[] }) {
  const t = useWords(words)
  const shown = figureIds.filter((id) => figures.some((one) => one.figure === id))
  if (shown.length === 0) return <Notice kind="empty" title={t('publication.no-figures')} />
  return (
    <Columns least={17}>
      {shown.map((id) => (
        <FigureCard key={id} versions={figures.filter((one) => one.figure === id)} />
      ))}
    </Columns>
  )
}

function FigureCard({ versions }: { versions: Published[] }) {
  const t = useWords(words)
  const f = useFormats()
  const figure = versions.at(-1)!
  const say = (value: number | null) => (value === null ? t('publication.suppressed') : f.number(value))
  return (
    <Card title={t(`publication.figure.${figure.figure}`)}>
      <p className={figure.value === null ? 'soft' : 'figure-value'}>{say(figure.value)}</p>
      <p className="small">
        {[
          figure.of ? t('publication.of', { n: figure.of }) : '',
          t('publication.as-of', { day: f.date(figure.asOf) }),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      {figure.value === null ? <p className="small soft">{t('publication.suppressed-why')}</p> : null}
      <details className="small">
        <summary>{t('publication.definition')}</summary>
        <p>
          {t(`publication.figure.${figure.figure}.definition`)} (
          {t('publication.definition-version', { n: figure.definition })})
        </p>
        {versions.length > 1 ? <Earlier versions={versions} say={say} /> : null}
      </details>
    </Card>
  )
}

function Earlier({ versions, say }: { versions: Published[]; say: (value: number | null) => string }) {
  const t = useWords(words)
  const f = useFormats()
  return (
    <>
      <p>{t('publication.earlier')}</p>
      <ul>
        {versions.slice(0, -1).map((one, i) => (
          <li key={one.publishedAt}>
            {f.date(one.asOf)}: {say(one.value)}
            {versions[i + 1]?.reason ? (
              <>
                {' → '}
                <bdi>{versions[i + 1]?.reason}</bdi>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
