import { useState } from 'react'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { PersonName } from '../../casefile/screens/PersonName.tsx'
import { Badge, type BadgeKind } from '../../design/components/Badge.tsx'
import { Button } from '../../design/components/Button.tsx'
import { Dialog } from '../../design/components/Dialog.tsx'
import { Card, PageHeader, Row, Stack } from '../../design/components/layout.tsx'
import { Notice } from '../../design/components/Notice.tsx'
import { Select } from '../../design/components/Select.tsx'
import { Table } from '../../design/components/Table.tsx'
import { showToast } from '../../design/components/toasts.tsx'
import { useFormats } from '../../design/languages/LanguageProvider.tsx'
import type { KitState } from '../model/samples.ts'
import { casefile, evidence, type ListedKit, useNameOf, useT } from './asking.ts'
import { blankStep, KitChain } from './KitChain.tsx'
import { StepFields } from './StepFields.tsx'
import { Within } from './Within.tsx'

export function Kits() {
  const t = useT()
  return <Within title={t('evidence.kits')}>{(operation) => <KitList operation={operation} />}</Within>
}

const badges: Record<KitState, BadgeKind> = {
  issued: 'waiting',
  'handed-over': 'waiting',
  received: 'waiting',
  opened: 'ok',
  'seal-broken': 'problem',
}

function KitList({ operation }: { operation: string }) {
  const t = useT()
  const f = useFormats()
  const [chosen, setChosen] = useState<ListedKit>()
  const answer = evidence.useAnswer('listKits', { operation })
  return (
    <Answer of={answer}>
      {({ kits }) => (
        <>
          <PageHeader
            title={t('evidence.kits-line', {
              n: kits.length,
              opened: kits.filter((kit) => kit.state === 'opened').length,
            })}
          />
          <Card title={t('evidence.kits')}>
            <Table
              rows={kits}
              rowKey={(kit) => kit.number}
              empty={<Notice kind="empty" title={t('evidence.kits-empty')} />}
              columns={[
                {
                  key: 'number',
                  label: t('evidence.kit-number'),
                  cell: (kit) => <span className="code">{kit.number}</span>,
                },
                {
                  key: 'person',
                  label: t('evidence.kit-for'),
                  cell: ({ person }) => (
                    <PersonName
                      names={person.names}
                      child={person.kind === 'child' ? person.id : undefined}
                    />
                  ),
                },
                {
                  key: 'state',
                  label: t('evidence.state'),
                  cell: (kit) => (
                    <Badge kind={badges[kit.state]}>{t(`evidence.kit-state.${kit.state}`)}</Badge>
                  ),
                },
                { key: 'since', label: t('evidence.since'), cell: (kit) => f.dateTime(kit.since) },
                {
                  key: 'chain',
                  label: t('evidence.chain'),
                  cell: (kit) => (
                    <Button kind="quiet" onPress={() => setChosen(kit)}>
                      {t('evidence.chain')}
                    </Button>
                  ),
                },
              ]}
            />
          </Card>
          <IssueKit operation={operation} />
          <Dialog
            open={chosen !== undefined}
            onClose={() => setChosen(undefined)}
            title={t('evidence.chain')}
            wide
          >
            {chosen ? <KitChain person={chosen.person.id} number={chosen.number} /> : null}
          </Dialog>
        </>
      )}
    </Answer>
  )
}

function IssueKit({ operation }: { operation: string }) {
  const t = useT()
  const nameOf = useNameOf()
  const all = casefile.useAnswer('listPeople', { operation })
  const [person, setPerson] = useState<string>()
  const [step, setStep] = useState(blankStep(''))
  const issue = evidence.useDoing('issueKit')
  const people = (all.data?.people ?? []).filter((one) => one.kind !== 'worker' && !one.deceased)
  const { from: _, remarks, at, ...rest } = step
  const record = () =>
    person &&
    issue.mutate(
      { person, step: { ...rest, at: new Date(at).toISOString(), ...(remarks.trim() && { remarks }) } },
      {
        onSuccess: () => {
          showToast(t('evidence.kit-issued'))
          setStep(blankStep(''))
          setPerson(undefined)
        },
      },
    )
  return (
    <Card title={t('evidence.kit-issue')}>
      <Stack gap={3}>
        <Select
          label={t('evidence.kit-for')}
          options={people.map((one) => ({ key: one.id, label: nameOf(one.names) }))}
          value={person}
          onChange={setPerson}
        />
        <StepFields step={step} onChange={setStep} problem={issue.error} asksNumber />
        <No problem={issue.error} />
        <Row>
          <Button onPress={record} pending={issue.isPending} isDisabled={!person || !at}>
            {t('evidence.kit-issue')}
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
