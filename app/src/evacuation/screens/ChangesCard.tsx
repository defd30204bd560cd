import { Card, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { Changes } from './asking.ts'
import type { People } from './people.ts'
import { useSaying } from './placing.ts'

/** What is another than on the plan before, one sentence for each person. */
export function ChangesCard({ changes, people }: { changes: Changes; people: People }) {
  const t = useWords(words)
  const sentences = useSentences(changes, people)
  return (
    <Card title={t('evacuation.changes')}>
      {sentences.length === 0 ? (
        <p>{t('evacuation.changes-none')}</p>
      ) : (
        <ul>
          {sentences.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function useSentences(
  { cameAboard, nowWaits, moved, escortChanged, gone }: Changes,
  people: People,
): string[] {
  const t = useWords(words)
  const { place, because } = useSaying(people)
  const who = people.nameOf
  return [
    ...cameAboard.map(({ id, to }) => t('evacuation.came-aboard', { who: who(id), place: place(to) })),
    ...nowWaits.map((one) => t('evacuation.now-waits', { who: who(one.id), why: because(one.because) })),
    ...moved.map(({ id, from, to }) =>
      t('evacuation.moved', { who: who(id), from: place(from), to: place(to) }),
    ),
    ...escortChanged.map(({ id, to }) =>
      to
        ? t('evacuation.escort-changed', { who: who(id), to: who(to) })
        : t('evacuation.escort-gone', { who: who(id) }),
    ),
    ...gone.map((id) => t('evacuation.gone', { who: who(id) })),
  ]
}
