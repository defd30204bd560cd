import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import {
  Button,
  Card,
  Checkbox,
  Notice,
  Row,
  Stack,
  TextField,
  useLanguage,
  useWords,
} from '../../design/kit.ts'
import { listIn } from '../saying.ts'
import { words } from '../words.ts'
import { evacuation } from './asking.ts'
import type { People } from './people.ts'

type Counted = { present: number; missing: string[]; extra: string[] }

/** Everybody expected as a list to tick; the answer names who is missing and who is unexpected. */
export function CountCard(props: { operation: string; expected: string[]; people: People }) {
  const { operation, expected, people } = props
  const t = useWords(words)
  const [gate, setGate] = useState('')
  const [here, setHere] = useState<readonly string[]>([])
  const [counted, setCounted] = useState<Counted>()
  const count = evacuation.useDoing('countHeads')
  const tick = (id: string, isHere: boolean) => {
    setCounted(undefined)
    setHere(isHere ? [...here, id] : here.filter((one) => one !== id))
  }
  const send = () => count.mutate({ operation, gate, present: [...here] }, { onSuccess: setCounted })
  const others = people.all.filter(({ id, kind }) => kind !== 'relative' && !expected.includes(id))
  const list = { here, tick, people }
  return (
    <Card title={t('evacuation.count-title')}>
      <TextField
        label={t('evacuation.gate-name')}
        help={t('evacuation.gate-help')}
        value={gate}
        onChange={setGate}
      />
      <TickList label={t('evacuation.count-children')} ids={expected.filter(people.isChild)} {...list} />
      <TickList
        label={t('evacuation.count-team')}
        ids={expected.filter((id) => !people.isChild(id))}
        {...list}
      />
      {others.length > 0 ? (
        <details>
          <summary>{t('evacuation.count-others')}</summary>
          <TickList ids={others.map(({ id }) => id)} {...list} />
        </details>
      ) : null}
      <No problem={count.error} />
      {counted ? <Result counted={counted} people={people} /> : null}
      <Row>
        <Button onPress={send} pending={count.isPending} isDisabled={!gate.trim()}>
          {t('evacuation.count', { n: here.length, all: expected.length })}
        </Button>
      </Row>
    </Card>
  )
}

type TickProps = {
  label?: string
  ids: string[]
  here: readonly string[]
  tick: (id: string, isHere: boolean) => void
  people: People
}

function TickList({ label, ids, here, tick, people }: TickProps) {
  if (ids.length === 0) return null
  return (
    <Stack gap={1}>
      {label ? <h3>{label}</h3> : null}
      <ul className="gate-list">
        {ids.map((id) => (
          <li key={id}>
            <Checkbox checked={here.includes(id)} onChange={(isHere) => tick(id, isHere)}>
              <bdi>{people.nameOf(id)}</bdi>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Stack>
  )
}

function Result({ counted, people }: { counted: Counted; people: People }) {
  const t = useWords(words)
  const language = useLanguage()
  const { present, missing, extra } = counted
  if (missing.length + extra.length === 0)
    return <Notice kind="done" title={t('evacuation.counted-all', { n: present })} />
  const names = (ids: string[]) => listIn(language, ids.map(people.nameOf))
  return (
    <div role="alert">
      <Notice kind="waiting" title={t('evacuation.counted-not-all')}>
        {missing.length > 0 ? <p>{t('evacuation.missing', { who: names(missing) })}</p> : null}
        {extra.length > 0 ? <p>{t('evacuation.extra', { who: names(extra) })}</p> : null}
      </Notice>
    </div>
  )
}
