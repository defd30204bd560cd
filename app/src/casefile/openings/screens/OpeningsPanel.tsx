import { useState } from 'react'
import { Badge } from '../../../design/components/Badge.tsx'
import { Button } from '../../../design/components/Button.tsx'
import { Card, Row } from '../../../design/components/layout.tsx'
import { Table } from '../../../design/components/Table.tsx'
import { useFormats, useWords } from '../../../design/languages/LanguageProvider.tsx'
import type { AnswerOf } from '../../asking.ts'
import { Answer } from '../../screens/Answer.tsx'
import { asking } from '../../screens/use.tsx'
import { words } from '../../words.ts'
import type { operations } from '../operations.ts'

const casefile = asking<typeof operations>('casefile')
type Opening = AnswerOf<typeof operations, 'listOpenings'>['openings'][number]

/** On a person's page: who opened the file, when, and for which part of the work. */
export function OpeningsPanel({ child }: { child: string }) {
  const t = useWords(words)
  const [before, setBefore] = useState<number>()
  const listed = casefile.useAnswer('listOpenings', { file: child, before })
  return (
    <Card title={t('openings.title')}>
      <p className="soft small">{t('openings.line')}</p>
      <Answer of={listed}>
        {({ openings, more }) => (
          <>
            {openings.length ? <Rows openings={openings} /> : <p className="soft">{t('openings.none')}</p>}
            <Row>
              {before === undefined ? null : (
                <Button kind="quiet" onPress={() => setBefore(undefined)}>
                  {t('openings.newest')}
                </Button>
              )}
              {more ? (
                <Button kind="quiet" onPress={() => setBefore(openings.at(-1)?.seq)}>
                  {t('openings.older')}
                </Button>
              ) : null}
            </Row>
          </>
        )}
      </Answer>
    </Card>
  )
}

function Rows({ openings }: { openings: Opening[] }) {
  const t = useWords(words)
  const f = useFormats()
  return (
    <Table
      rows={openings}
      rowKey={(one) => String(one.seq)}
      columns={[
        { key: 'at', label: t('openings.at'), cell: (one) => f.dateTime(one.at) },
        { key: 'who', label: t('openings.who'), cell: (one) => <Who one={one} /> },
        { key: 'for', label: t('openings.for'), cell: (one) => <For one={one} /> },
      ]}
    />
  )
}

function Who({ one }: { one: Opening }) {
  const t = useWords(words)
  return (
    <>
      <bdi>{one.by ?? '—'}</bdi>
      {one.profession ? (
        <div className="soft small">{t(`profession.${one.profession}` as 'profession.lead')}</div>
      ) : null}
    </>
  )
}

/** The station it was opened for, in the words of the menu. */
function For({ one }: { one: Opening }) {
  const t = useWords(words)
  const station = `station.${one.for?.split('.')[0] ?? 'casefile'}`
  return (
    <>
      {station in words ? t(station as 'station.tracing') : one.for}
      {one.emergency ? (
        <div>
          <Badge kind="problem">{t('openings.emergency')}</Badge>
        </div>
      ) : null}
    </>
  )
}
