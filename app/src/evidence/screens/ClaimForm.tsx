import { useState } from 'react'
import { fieldSentence, No } from '../../casefile/screens/Answer.tsx'
import { Button } from '../../design/components/Button.tsx'
import { Checkbox, RadioGroup } from '../../design/components/choices.tsx'
import { Card, Row, Stack } from '../../design/components/layout.tsx'
import { Select } from '../../design/components/Select.tsx'
import { TextArea } from '../../design/components/TextField.tsx'
import { showToast } from '../../design/components/toasts.tsx'
import type { Questioned } from '../model/claims.ts'
import { evidence, type Family, useNameOf, useT } from './asking.ts'

/** Who says what about which children; siblings are ticked together, so that they are weighed together. */
export function ClaimForm({ family }: { family: Family }) {
  const t = useT()
  const nameOf = useNameOf()
  const people = family.people.flatMap(({ person, father }) =>
    person ? [{ ...person, hasParents: father !== null }] : [],
  )
  const children = people.filter((person) => person.kind === 'child' && person.hasParents)
  const [chosen, setChosen] = useState<string[]>(() => children.map((child) => child.id))
  const [claimant, setClaimant] = useState<string>()
  const [statement, setStatement] = useState('')
  const [questioned, setQuestioned] = useState<Questioned>('both')
  const claim = evidence.useDoing('makeClaim')
  const record = () =>
    claimant &&
    claim.mutate(
      { family: family.family, children: chosen, claimant, questioned, statement },
      { onSuccess: () => showToast(t('evidence.claim-recorded')) },
    )
  const toggle = (id: string, on: boolean) =>
    setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  if (children.length === 0) return null
  return (
    <Card title={t('evidence.new-claim')}>
      <Stack gap={3}>
        <fieldset className="family-row">
          <legend>{t('evidence.weigh-together')}</legend>
          {children.map((child) => (
            <Checkbox
              key={child.id}
              checked={chosen.includes(child.id)}
              onChange={(on) => toggle(child.id, on)}
            >
              <bdi>{nameOf(child.names)}</bdi>
            </Checkbox>
          ))}
        </fieldset>
        <Select
          label={t('evidence.claimant')}
          options={people
            .filter((person) => !chosen.includes(person.id))
            .map((person) => ({ key: person.id, label: nameOf(person.names) }))}
          value={claimant}
          onChange={setClaimant}
        />
        <TextArea
          label={t('evidence.statement')}
          help={t('evidence.statement-help')}
          value={statement}
          onChange={setStatement}
          rows={2}
          error={fieldSentence(claim.error, 'statement')}
        />
        <RadioGroup
          label={t('evidence.questioned')}
          options={(['both', 'father', 'mother'] as const).map((key) => ({
            key,
            label: t(`evidence.questioned.${key}`),
          }))}
          value={questioned}
          onChange={setQuestioned}
        />
        <No problem={claim.error} />
        <Row>
          <Button
            onPress={record}
            pending={claim.isPending}
            isDisabled={!claimant || chosen.length === 0 || !statement.trim()}
          >
            {t('evidence.record')}
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
