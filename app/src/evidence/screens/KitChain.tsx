import { useState } from 'react'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { Button } from '../../design/components/Button.tsx'
import { Checkbox } from '../../design/components/choices.tsx'
import { Row, Stack } from '../../design/components/layout.tsx'
import { Steps } from '../../design/components/lists.tsx'
import { Switch } from '../../design/components/switches.tsx'
import { useFormats } from '../../design/languages/LanguageProvider.tsx'
import type { Kit, KitState } from '../model/samples.ts'
import { evidence, useT } from './asking.ts'
import { StepFields, type WrittenStep } from './StepFields.tsx'

export const blankStep = (holder: string, number = '', seal = ''): WrittenStep => ({
  number,
  seal,
  from: holder,
  to: '',
  place: '',
  at: '',
  remarks: '',
})

/** The whole chain of one kit, and the step that comes next. */
export function KitChain({ person, number }: { person: string; number: string }) {
  const answer = evidence.useAnswer('openKits', { person })
  return (
    <Answer of={answer}>
      {({ kits, version }) => {
        const kit = kits.find((one) => one.number === number)
        return kit ? <Chain key={version} person={person} kit={kit} version={version} /> : null
      }}
    </Answer>
  )
}

const moves = ['handOverKit', 'receiveKit', 'openKit'] as const
type Move = (typeof moves)[number]
const movesFrom: Record<KitState, readonly Move[]> = {
  ...{ issued: ['handOverKit', 'receiveKit'], 'handed-over': ['handOverKit', 'receiveKit'] },
  ...{ received: ['openKit'], opened: [], 'seal-broken': [] },
}

function Chain({ person, kit, version }: { person: string; kit: Kit; version: number }) {
  const t = useT()
  const f = useFormats()
  const steps = kit.steps.map(({ state, from, to, place, at, seal, remarks }, place_) => ({
    key: String(place_),
    label: t(`evidence.kit-state.${state}`),
    note: (
      <>
        {t('evidence.chain-step', { from: from ?? '—', to, place, when: f.dateTime(at), seal })}
        {remarks ? <p>{remarks}</p> : null}
      </>
    ),
    state: 'done' as const,
  }))
  return (
    <Stack gap={4}>
      <Steps steps={steps} />
      {movesFrom[kit.state].length > 0 ? <NextStep person={person} kit={kit} version={version} /> : null}
    </Stack>
  )
}

function NextStep({ person, kit, version }: { person: string; kit: Kit; version: number }) {
  const t = useT()
  const possible = movesFrom[kit.state]
  const [move, setMove] = useState<Move>(possible[0]!)
  const [step, setStep] = useState(() => blankStep(kit.holder, kit.number, kit.steps.at(-1)?.seal))
  const [sealWhole, setSealWhole] = useState(true)
  const doing = {
    handOverKit: evidence.useDoing('handOverKit'),
    receiveKit: evidence.useDoing('receiveKit'),
    openKit: evidence.useDoing('openKit'),
  }[move]
  const { remarks, at, ...rest } = step
  const record = () =>
    doing.mutate({
      person,
      seen: version,
      step: {
        ...rest,
        at: new Date(at).toISOString(),
        ...(remarks.trim() && { remarks }),
        ...(move === 'openKit' && { sealWhole }),
      },
    })
  return (
    <Stack gap={3}>
      <Switch
        label={t('evidence.kit-step')}
        choices={possible.map((key) => ({ key, label: t(`evidence.kit-move.${key}`) }))}
        value={move}
        onChange={setMove}
      />
      <StepFields step={step} onChange={setStep} problem={doing.error} asksFrom />
      {move === 'openKit' ? (
        <Checkbox checked={sealWhole} onChange={setSealWhole}>
          {t('evidence.seal-whole')}
        </Checkbox>
      ) : null}
      <No problem={doing.error} />
      <Row>
        <Button onPress={record} pending={doing.isPending} isDisabled={!at}>
          {t('evidence.record')}
        </Button>
      </Row>
    </Stack>
  )
}
