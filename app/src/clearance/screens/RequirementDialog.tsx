import type { Names } from '../../casefile/model.ts'
import { nameIn } from '../../casefile/rules.ts'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { saveToDevice } from '../../casefile/screens/files.ts'
import { useHere } from '../../casefile/screens/use.tsx'
import { Badge, type BadgeKind, Button, Dialog, Row, Stack, useLanguage, useWords } from '../../design/kit.ts'
import type { RequirementId } from '../corridors.ts'
import { words } from '../words.ts'
import { type Column, clearance, type Details, type Matrix } from './asking.ts'
import { History } from './History.tsx'
import { MeetForm } from './MeetForm.tsx'
import { OwnerChoice } from './OwnerChoice.tsx'
import { useUntil } from './useUntil.ts'
import { AskedForm, WithdrawForm } from './WordForms.tsx'

export type Chosen = { child: string; names: Names; requirement: RequirementId }

/** One cell of the matrix opened: what it needs and why, its paper, who sees to it, and all that happened. */
export function RequirementDialog(props: {
  chosen: Chosen | undefined
  matrix: Matrix
  onClose: () => void
}) {
  const { chosen, matrix, onClose } = props
  const t = useWords(words)
  const language = useLanguage()
  if (!chosen) return null
  const what = t(`clearance.requirement.${chosen.requirement}`)
  const column = matrix.requirements.find(({ id }) => id === chosen.requirement)
  return (
    <Dialog open wide onClose={onClose} title={`${nameIn(chosen.names, language).text}: ${what}`}>
      {column ? <Inside chosen={chosen} column={column} workers={matrix.workers} /> : null}
    </Dialog>
  )
}

function Inside({ chosen, column, workers }: { chosen: Chosen; column: Column; workers: Matrix['workers'] }) {
  const { child, requirement } = chosen
  const answer = clearance.useAnswer('getRequirement', { child, requirement })
  return (
    <Answer of={answer}>
      {(details) => (
        <Stack>
          <About requirement={requirement} details={details} />
          <Paper chosen={chosen} details={details} />
          <Doing chosen={chosen} column={column} details={details} workers={workers} />
          <History details={details} />
        </Stack>
      )}
    </Answer>
  )
}

const kinds: Record<Details['state'], BadgeKind> = {
  met: 'ok',
  waiting: 'muted',
  expired: 'problem',
  'expires-before-flight': 'problem',
  'not-applicable': 'muted',
}

function About({ requirement, details }: { requirement: RequirementId; details: Details }) {
  const t = useWords(words)
  const until = useUntil()
  const first = details.blockedBy.map((id) => t(`clearance.requirement.${id}`)).join(', ')
  return (
    <Stack gap={2}>
      <Row>
        <Badge kind={kinds[details.state]}>{t(`clearance.state.${details.state}`)}</Badge>
        {details.expires ? <span>{until(details.expires)}</span> : null}
      </Row>
      <p>{t(`clearance.needs.${requirement}`)}</p>
      {details.state === 'waiting' && first ? <p>{t('clearance.after', { what: first })}</p> : null}
      <details className="small soft">
        <summary>{t('clearance.why')}</summary>
        <p lang="en" dir="ltr">
          {details.source.text}
        </p>
        {details.source.verified ? null : <p>{t('clearance.unverified')}</p>}
      </details>
    </Stack>
  )
}

function Paper({ chosen: { child, requirement }, details }: { chosen: Chosen; details: Details }) {
  const t = useWords(words)
  const read = clearance.useDoing('readPaper')
  if (!details.hasPaper) return null
  if (!details.mayOpen) return <p className="soft">{t('clearance.doctorsOnly')}</p>
  const open = () => read.mutate({ child, requirement }, { onSuccess: saveToDevice })
  return (
    <Stack gap={2}>
      <Row>
        <Button kind="quiet" onPress={open} pending={read.isPending}>
          {t('clearance.openPaper')}
        </Button>
      </Row>
      <No problem={read.error} />
    </Stack>
  )
}

/** What the reader may do about it now; the server decides again. */
function Doing(props: { chosen: Chosen; column: Column; details: Details; workers: Matrix['workers'] }) {
  const { chosen, column, details, workers } = props
  const { actor } = useHere()
  const { state, blockedBy } = details
  if (column.byEvidence || state === 'not-applicable') return null
  const owns = column.meets.some((one) => one === actor?.profession)
  const isOpen = state !== 'met'
  return (
    <Stack>
      <OwnerChoice chosen={chosen} column={column} details={details} workers={workers} />
      {owns && isOpen && blockedBy.length === 0 ? (
        <MeetForm chosen={chosen} column={column} version={details.version} />
      ) : null}
      {isOpen ? <AskedForm chosen={chosen} version={details.version} /> : null}
      {owns && state !== 'waiting' ? <WithdrawForm chosen={chosen} version={details.version} /> : null}
    </Stack>
  )
}
