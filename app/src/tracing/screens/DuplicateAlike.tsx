import { useEffect, useState } from 'react'
import type { Description } from '../../casefile/model.ts'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { Card, Icon, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { tracing } from './asking.ts'
import { Siblings } from './DuplicateCard.tsx'
import { type AlikePerson, useFieldText } from './duplicates.ts'

const PAUSE = 350

/** Who in the lists is like the person being written down, a moment after the last letter. */
export function useAlike(
  operation: string,
  kind: 'child' | 'relative',
  description: Description | undefined,
): AlikePerson[] {
  const written = JSON.stringify(description)
  const [settled, setSettled] = useState<string>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), PAUSE)
    return () => clearTimeout(timer)
  }, [written])
  const asked = settled ? (JSON.parse(settled) as Description) : undefined
  const answer = tracing.useAnswer('findAlike', asked && { operation, kind, description: asked })
  return description ? (answer.data?.alike ?? []) : []
}

/** The three most alike, each with what speaks for and against; nothing keeps anybody from writing on. */
export function DuplicateAlike({ alike }: { alike: AlikePerson[] }) {
  const t = useWords(words)
  const textOf = useFieldText()
  return (
    <Card title={t('tracing.alike.title')} waiting>
      <ul className="dup-alike" aria-live="polite">
        {alike.map((one) => (
          <li key={one.id}>
            <span className="tracing-name">
              <PersonName names={one.description.names} child={one.id} />
            </span>
            <span className="soft small">
              {(['birth', 'mother', 'place'] as const)
                .filter((field) => textOf(one.description, field))
                .map((field, at) => (
                  <span key={field}>
                    {at ? ' · ' : ''}
                    <bdi>{textOf(one.description, field)}</bdi>
                  </span>
                ))}
            </span>
            {one.siblings.length ? <Siblings signs={one.siblings} /> : null}
            <ul className="tracing-reasons small">
              {one.reasons.slice(0, 5).map((reason) => (
                <li key={reason.label + reason.sentence} data-speaks={reason.speaks}>
                  <Icon
                    name={reason.speaks === 'for' ? 'check' : reason.speaks === 'against' ? 'alert' : 'dash'}
                  />
                  <span>
                    {reason.label}: {reason.sentence}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  )
}
