import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { Badge, Button, Card, Row, Stack, useFormats, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { Handovers } from './asking.ts'
import { HandoverDialog } from './HandoverDialog.tsx'
import { useAct } from './paper.ts'
import type { People } from './people.ts'
import { Who } from './Who.tsx'

type Act = Handovers['children'][number]

/** Child by child: handed over when and by whom, or still to do. */
export function HandoverCard({ acts, people }: { acts: Handovers; people: People }) {
  const t = useWords(words)
  const [chosen, setChosen] = useState<string>()
  const open = acts.children.filter((one) => !one.handover)
  const done = acts.children.filter((one) => one.handover)
  const last = done.at(-1)?.handover ?? undefined
  return (
    <Card title={t('evacuation.handover-title')}>
      <ul className="fly-list">
        {open.map((act) => (
          <li key={act.child}>
            <Row apart>
              <strong>
                <Who id={act.child} people={people} />
              </strong>
              <Button kind="quiet" onPress={() => setChosen(act.child)}>
                {t('evacuation.hand-over')}
              </Button>
            </Row>
          </li>
        ))}
        {done.map((act) => (
          <li key={act.child}>
            <Done act={act} people={people} />
          </li>
        ))}
      </ul>
      {chosen ? (
        <HandoverDialog
          child={chosen}
          team={acts.team}
          last={last}
          people={people}
          onClose={() => setChosen(undefined)}
        />
      ) : null}
    </Card>
  )
}

function Done({ act, people }: { act: Act; people: People }) {
  const t = useWords(words)
  return (
    <Stack gap={2}>
      <Row>
        <strong>
          <Who id={act.child} people={people} />
        </strong>
        <Badge kind="ok">{t('evacuation.handed-over-badge')}</Badge>
      </Row>
      <HandedOver act={act} people={people} />
      <PrintAct child={act.child} />
    </Stack>
  )
}

/** When, by whom and to whom, in a sentence. */
export function HandedOver({ act, people }: { act: Act; people: People }) {
  const t = useWords(words)
  const f = useFormats()
  if (!act.handover || !act.at) return null
  const { gaveName, gaveOffice, receivedBy } = act.handover
  return (
    <p>
      {t('evacuation.handed-over', {
        at: f.dateTime(act.at),
        gave: `${gaveName} (${gaveOffice})`,
        received: people.nameOf(receivedBy),
      })}
    </p>
  )
}

export function PrintAct({ child }: { child: string }) {
  const t = useWords(words)
  const { print, press } = useAct(child)
  return (
    <Stack gap={2}>
      <Row>
        <Button kind="quiet" onPress={press} pending={print.isPending}>
          {t('evacuation.print-act')}
        </Button>
      </Row>
      <No problem={print.error} />
    </Stack>
  )
}
