import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { useFormats, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { Candidates } from './asking.ts'

/** Who asks for a child, and who confirmed it when. On the child's own page the child is not named again. */
export function ConfirmedLine({ one, linked }: { one: Candidates['confirmed'][number]; linked?: boolean }) {
  const t = useWords(words)
  const f = useFormats()
  const { requester, names, who, at } = one
  return (
    <li>
      {linked ? (
        <>
          <PersonName names={names} child={one.child} />
          {' · '}
        </>
      ) : null}
      <strong>
        <bdi>{requester.name}</bdi>
      </strong>
      {' · '}
      <bdi>{requester.relation}</bdi>
      <div className="soft small">{t('tracing.candidates.by', { who, day: f.date(at) })}</div>
    </li>
  )
}
