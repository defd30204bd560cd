import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { Button, Card, Notice, Row, Stack, showToast, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { evacuation, type Setup } from './asking.ts'
import type { People } from './people.ts'
import { TickGroup } from './TickGroup.tsx'
import { Whos } from './Who.tsx'

type Props = { operation: string; setup: Setup; people: People }

/** Children who sit together, fly together and wait together. */
export function PartiesCard({ operation, setup, people }: Props) {
  const t = useWords(words)
  const parties = [...Map.groupBy(setup.children, ({ party }) => party)].filter(([, all]) => all.length > 1)
  if (setup.children.length === 0)
    return (
      <Card title={t('evacuation.parties')}>
        <Notice kind="empty" title={t('evacuation.no-children')} />
      </Card>
    )
  return (
    <Card title={t('evacuation.parties')}>
      <p className="soft">{t('evacuation.parties-why')}</p>
      {parties.length === 0 ? <p>{t('evacuation.parties-none')}</p> : null}
      <ul>
        {parties.map(([party, all]) => (
          <li key={party}>
            <Whos ids={all.map(({ child }) => child)} people={people} />
          </li>
        ))}
      </ul>
      <ChooseParty operation={operation} setup={setup} people={people} />
    </Card>
  )
}

function ChooseParty({ operation, setup, people }: Props) {
  const t = useWords(words)
  const [chosen, setChosen] = useState<string[]>([])
  const set = evacuation.useDoing('setParty')
  const done = () => {
    setChosen([])
    showToast(t('evacuation.saved'))
  }
  const together = () => set.mutate({ operation, children: chosen }, { onSuccess: done })
  const options = setup.children.map(({ child }) => ({ key: child, label: people.nameOf(child) }))
  return (
    <Stack gap={3}>
      <TickGroup
        label={t('evacuation.party-choose')}
        options={options}
        chosen={chosen}
        onChange={setChosen}
      />
      <No problem={set.error} />
      <Row>
        <Button onPress={together} pending={set.isPending} isDisabled={chosen.length === 0}>
          {t('evacuation.party-save', { n: chosen.length })}
        </Button>
      </Row>
    </Stack>
  )
}
