import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { Dialog } from '../../../design/components/Dialog.tsx'
import { Row, Stack } from '../../../design/components/layout.tsx'
import { DefinitionList } from '../../../design/components/lists.tsx'
import { Select } from '../../../design/components/Select.tsx'
import { TextArea } from '../../../design/components/TextField.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { type Profession, professions } from '../../access.ts'
import { fieldSentence, No } from '../../screens/Answer.tsx'
import { asking } from '../../screens/use.tsx'
import { words as house } from '../../words.ts'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'
import { History } from './History.tsx'
import type { Handed } from './LinkToHand.tsx'
import type { Account } from './People.tsx'

const accounts = asking<typeof operations>('accounts')
type Step = 'change' | 'end' | 'recovery' | 'wholeHouse'

/** One person here: what can be done about their account, and what was. */
export function Person(props: {
  account: Account
  decides: boolean
  onClose: () => void
  onLink: (handed: Handed) => void
}) {
  const { account, decides, onClose, onLink } = props
  const t = useWords(words)
  const h = useWords(house)
  const [step, setStep] = useState<Step>()
  const renew = accounts.useDoing('renewInvitation')
  const handOver = ({ link }: { link: string }) => onLink({ name: account.name, link })
  const choices: [Step, string][] = [
    ['change', t('accounts.change')],
    ...(account.state === 'working' ? [['recovery', t('accounts.ask.recovery')] as [Step, string]] : []),
    ...(account.wholeHouse ? [] : [['wholeHouse', t('accounts.ask.wholeHouse')] as [Step, string]]),
    ['end', t('accounts.end')],
  ]
  return (
    <Dialog open onClose={onClose} title={account.name} wide>
      <Stack gap={4}>
        <DefinitionList
          items={[
            { term: t('accounts.invite.profession'), value: h(`profession.${account.profession}`) },
            { term: t('accounts.state'), value: t(`accounts.state.${account.state}`) },
            { term: t('accounts.invite.contact'), value: <bdi>{account.contact ?? '—'}</bdi> },
          ]}
        />
        {decides && account.state !== 'ended' && !step ? (
          <Row>
            {account.state === 'invited' ? (
              <Button
                kind="quiet"
                pending={renew.isPending}
                onPress={() => renew.mutate({ account: account.id }, { onSuccess: handOver })}
              >
                {t('accounts.renew')}
              </Button>
            ) : null}
            {choices.map(([key, label]) => (
              <Button key={key} kind="quiet" onPress={() => setStep(key)}>
                {label}
              </Button>
            ))}
          </Row>
        ) : null}
        <No problem={renew.error} />
        {step ? (
          <Taking account={account} step={step} onBack={() => setStep(undefined)} onDone={onClose} />
        ) : null}
        {step ? null : (
          <section aria-label={t('accounts.history')}>
            <h3>{t('accounts.history')}</h3>
            <History account={account.id} />
          </section>
        )}
      </Stack>
    </Dialog>
  )
}

const lines = {
  change: 'accounts.change.line',
  end: 'accounts.end.line',
  recovery: 'accounts.ask.recovery-line',
  wholeHouse: 'accounts.ask.wholeHouse-line',
} as const
const titles = {
  change: 'accounts.change',
  end: 'accounts.end',
  recovery: 'accounts.ask.recovery',
  wholeHouse: 'accounts.ask.wholeHouse',
} as const

/** One step with its reason; what it brings about is said before the button. */
function Taking(props: { account: Account; step: Step; onBack: () => void; onDone: () => void }) {
  const { step, onBack } = props
  const t = useWords(words)
  const h = useWords(house)
  const [reason, setReason] = useState('')
  const [profession, setProfession] = useState<Profession>()
  const { take, pending, problem } = useTaking(props)
  return (
    <Stack gap={3}>
      <h3>{t(titles[step])}</h3>
      <p>{t(lines[step])}</p>
      {step === 'change' ? (
        <Select
          label={t('accounts.invite.profession')}
          options={professions.map((key) => ({ key, label: h(`profession.${key}`) }))}
          value={profession}
          onChange={setProfession}
        />
      ) : null}
      <TextArea
        label={t('accounts.reason')}
        value={reason}
        onChange={setReason}
        rows={2}
        error={fieldSentence(problem, 'reason')}
      />
      <No problem={problem?.no.kind === 'invalid' ? undefined : problem} />
      <Row>
        <Button
          kind={step === 'end' ? 'danger' : 'primary'}
          pending={pending}
          isDisabled={step === 'change' && !profession}
          onPress={() => take(reason, profession)}
        >
          {t(titles[step])}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {t('accounts.cancel')}
        </Button>
      </Row>
    </Stack>
  )
}

function useTaking({
  account: { id: account },
  step,
  onDone,
}: {
  account: Account
  step: Step
  onDone: () => void
}) {
  const change = accounts.useDoing('changeProfession')
  const end = accounts.useDoing('endAccount')
  const ask = accounts.useDoing('askForAccount')
  const done = { onSuccess: onDone }
  const take = (reason: string, profession: Profession | undefined) => {
    if (step === 'change' && profession) change.mutate({ account, profession, reason }, done)
    else if (step === 'end') end.mutate({ account, reason }, done)
    else if (step !== 'change') ask.mutate({ account, what: step, reason }, done)
  }
  return {
    take,
    pending: change.isPending || end.isPending || ask.isPending,
    problem: change.error ?? end.error ?? ask.error,
  }
}
