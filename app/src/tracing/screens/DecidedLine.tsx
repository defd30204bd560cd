import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { Button, useFormats, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { DecidedPair } from './asking.ts'

/** Who asks for a child, and who decided it when. On the child's own page the child is not named again. */
export function DecidedLine(props: { one: DecidedPair; linked?: boolean; onWithdraw?: () => void }) {
  const { one, linked, onWithdraw } = props
  const t = useWords(words)
  const f = useFormats()
  const { requester, names, who, at, reason } = one
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
      {reason ? (
        <div>
          <q>
            <bdi>{reason}</bdi>
          </q>
        </div>
      ) : null}
      <div className="soft small">
        {t('tracing.candidates.by', { who, day: f.date(at) })}{' '}
        {onWithdraw ? (
          <Button kind="bare" onPress={onWithdraw}>
            {t('tracing.decide.withdrawn')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
