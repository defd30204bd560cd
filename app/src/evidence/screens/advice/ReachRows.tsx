import { PersonName } from '../../../casefile/screens/PersonName.tsx'
import { Checkbox } from '../../../design/components/choices.tsx'
import { Columns, Stack } from '../../../design/components/layout.tsx'
import { TextField } from '../../../design/components/TextField.tsx'
import type { Reach } from '../../model/advice.ts'
import { type AdvicePerson, useT } from '../asking.ts'

export type Marks = Record<string, Reach>

type Rows = { people: AdvicePerson[]; marks: Marks; onChange: (marks: Marks) => void; mayWrite: boolean }

/** Who could be asked for a sample: where they are, what it costs, whether they may agree. */
export function ReachRows({ people, marks, onChange, mayWrite }: Rows) {
  return (
    <ul className="family-rows">
      {people.map((person) => (
        <li key={person.id}>
          <ReachRow
            person={person}
            reach={marks[person.id]!}
            onSet={(over) => onChange({ ...marks, [person.id]: { ...marks[person.id]!, ...over } })}
            mayWrite={mayWrite}
          />
        </li>
      ))}
    </ul>
  )
}

type RowProps = {
  person: AdvicePerson
  reach: Reach
  onSet: (over: Partial<Reach>) => void
  mayWrite: boolean
}

function ReachRow({ person, reach, onSet, mayWrite }: RowProps) {
  const t = useT()
  const cost = (text: string) => Math.min(1e9, Math.round(Number(text.replace(/\D/g, '')) || 0))
  return (
    <fieldset className="family-row" disabled={!mayWrite}>
      <legend>{person.person ? <PersonName names={person.person.names} /> : '—'}</legend>
      <Checkbox
        checked={reach.canBeReached}
        onChange={(canBeReached) => onSet({ canBeReached })}
        disabled={!mayWrite}
      >
        {t('evidence.advice-reachable')}
      </Checkbox>
      {reach.canBeReached ? (
        <Stack gap={3}>
          <Columns least={13}>
            <TextField
              label={t('evidence.advice-cost')}
              value={reach.cost === 0 ? '' : String(reach.cost)}
              onChange={(text) => onSet({ cost: cost(text) })}
              inputMode="numeric"
              direction="ltr"
              optional
            />
            <TextField
              label={t('evidence.place')}
              value={reach.place}
              onChange={(place) => onSet({ place })}
              optional
            />
          </Columns>
          <Checkbox checked={reach.likely} onChange={(likely) => onSet({ likely })} disabled={!mayWrite}>
            {t('evidence.advice-likely')}
          </Checkbox>
        </Stack>
      ) : null}
    </fieldset>
  )
}
