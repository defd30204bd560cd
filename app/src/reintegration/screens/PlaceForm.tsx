import { useState } from 'react'
import type { Problem } from '../../casefile/asking.ts'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { Button, Card, DateField, Notice, Row, showToast, TextArea, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { ApartFields, emptyApart, isSigned } from './ApartFields.tsx'
import { type Homes, reintegration } from './asking.ts'
import { emptyHome, HomeFields, isWhole, toHome } from './HomeFields.tsx'

type Waiting = { child: string; because: string[] }[]

/** Places or moves the chosen children: moves them when all of them have a home already. */
export function PlaceForm({
  homes,
  chosen,
  onDone,
}: {
  homes: Homes
  chosen: ReadonlySet<string>
  onDone: () => void
}) {
  const t = useWords(words)
  const place = reintegration.useDoing('placeChildren')
  const move = reintegration.useDoing('moveChildren')
  const [on, setOn] = useState<string>()
  const [home, setHome] = useState(emptyHome)
  const [reason, setReason] = useState('')
  const [endReason, setEndReason] = useState('')
  const [apart, setApart] = useState(emptyApart)
  const [waiting, setWaiting] = useState<Waiting>([])
  const going = homes.groups.flatMap(({ children }) => children).filter(({ child }) => chosen.has(child))
  const moves = going.length > 0 && going.every(({ placement }) => placement)
  const parts = homes.groups.some(({ children }) => {
    const count = children.filter(({ child }) => chosen.has(child)).length
    return count > 0 && count < children.length
  })
  const doing = moves ? move : place
  const problem: Problem | null = doing.error
  const ready = going.length > 0 && on && isWhole(home) && reason.trim() && (!moves || endReason.trim())
  const send = () => {
    if (!on) return
    const told = {
      children: [...chosen],
      on,
      home: toHome(home),
      reason,
      apart: parts && isSigned(apart) ? apart : undefined,
    }
    const onSuccess = (answer: { done: string[]; waiting: Waiting }) => {
      showToast(t('reintegration.placedCount', { count: answer.done.length }))
      setWaiting(answer.waiting)
      onDone()
    }
    if (moves) move.mutate({ ...told, endReason }, { onSuccess })
    else place.mutate(told, { onSuccess })
  }
  return (
    <Card title={t(moves ? 'reintegration.move' : 'reintegration.place')}>
      <p className="soft">{t('reintegration.choose', { count: chosen.size })}</p>
      <DateField
        label={t('reintegration.on')}
        value={on}
        onChange={setOn}
        error={fieldSentence(problem, 'on')}
      />
      <HomeFields homes={homes} value={home} onChange={setHome} />
      <TextArea label={t('reintegration.reason')} value={reason} onChange={setReason} rows={2} />
      {moves ? (
        <TextArea label={t('reintegration.endReason')} value={endReason} onChange={setEndReason} rows={2} />
      ) : null}
      {parts ? <ApartFields value={apart} onChange={setApart} /> : null}
      <No problem={problem} />
      <Row>
        <Button onPress={send} pending={doing.isPending} isDisabled={!ready}>
          {t(moves ? 'reintegration.move' : 'reintegration.place')}
        </Button>
      </Row>
      <WhoWaits homes={homes} waiting={waiting} />
    </Card>
  )
}

function WhoWaits({ homes, waiting }: { homes: Homes; waiting: Waiting }) {
  const t = useWords(words)
  const all = homes.groups.flatMap(({ children }) => children)
  if (waiting.length === 0) return null
  return (
    <Notice kind="waiting" title={t('reintegration.someWait')}>
      <ul>
        {waiting.map(({ child, because }) => {
          const names = all.find((one) => one.child === child)?.names
          return (
            <li key={child}>
              {names ? <PersonName names={names} child={child} /> : null}:{' '}
              {because.map((code) => t(`waits.${code}`)).join('; ')}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
