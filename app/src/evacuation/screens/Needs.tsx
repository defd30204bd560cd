import { useState } from 'react'
import { Answer, No } from '../../casefile/screens/Answer.tsx'
import { Button, Checkbox, Row, Select, Stack, showToast, useLanguage, useWords } from '../../design/kit.ts'
import type { TravelNeeds } from '../model.ts'
import { professionIn } from '../saying.ts'
import { words } from '../words.ts'
import { evacuation } from './asking.ts'
import { teamProfessions } from './choices.ts'

const ANYBODY = 'anybody'

/** What the child needs in the air; the next plan goes by it. */
export function Needs({ child, operation }: { child: string; operation: string }) {
  const t = useWords(words)
  const read = evacuation.useAnswer('readSetup', { operation })
  return (
    <details>
      <summary>{t('evacuation.needs-title')}</summary>
      <Answer of={read}>
        {({ children }) => {
          const known = children.find((one) => one.child === child)?.needs ?? {}
          return <NeedsForm key={JSON.stringify(known)} child={child} known={known} />
        }}
      </Answer>
    </details>
  )
}

function NeedsForm({ child, known }: { child: string; known: TravelNeeds }) {
  const t = useWords(words)
  const language = useLanguage()
  const [needs, setNeeds] = useState(known)
  const state = evacuation.useDoing('stateNeeds')
  const save = () => state.mutate({ child, needs }, { onSuccess: () => showToast(t('evacuation.saved')) })
  const escorts = teamProfessions.map((key) => ({ key: key as string, label: professionIn(language, key) }))
  return (
    <Stack gap={3}>
      <Checkbox
        checked={needs.medicalSeat ?? false}
        onChange={(medicalSeat) => setNeeds({ ...needs, medicalSeat })}
      >
        {t('evacuation.needs-medical')}
      </Checkbox>
      <Checkbox
        checked={needs.stretcher ?? false}
        onChange={(stretcher) => setNeeds({ ...needs, stretcher })}
      >
        {t('evacuation.needs-stretcher')}
      </Checkbox>
      <Select
        label={t('evacuation.needs-escort')}
        options={[{ key: ANYBODY, label: t('evacuation.needs-anybody') }, ...escorts]}
        value={needs.escort ?? ANYBODY}
        onChange={(key) => setNeeds({ ...needs, escort: key === ANYBODY ? undefined : key })}
      />
      <No problem={state.error} />
      <Row>
        <Button kind="quiet" onPress={save} pending={state.isPending}>
          {t('evacuation.save')}
        </Button>
      </Row>
    </Stack>
  )
}
