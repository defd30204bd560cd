import { useState } from 'react'
import type { Sex } from '../../casefile/model.ts'
import { Button } from '../../design/components/Button.tsx'
import { Checkbox } from '../../design/components/choices.tsx'
import { Columns, Row, Stack } from '../../design/components/layout.tsx'
import { type Option, Select } from '../../design/components/Select.tsx'
import { type DrawnPerson, isUnnamed } from '../model/family.ts'
import { type Named, useNameOf, useT } from './asking.ts'
import './evidence.css'

type Known = Named & { sex: Sex; deceased: boolean }
type Rows = { rows: DrawnPerson[]; onChange: (rows: DrawnPerson[]) => void; people: Known[] }

/** The family as rows, everything reachable by keyboard: person, sex, father, mother, deceased. */
export function FamilyRows({ rows, onChange, people }: Rows) {
  const label = useLabelOf(people)
  const set = (id: string, over: Partial<DrawnPerson>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...over } : row)))
  const remove = (id: string) =>
    onChange(
      rows
        .filter((row) => row.id !== id)
        // Without one parent the other says nothing: the link goes with the person.
        .map((row) =>
          row.father === id || row.mother === id ? { ...row, father: null, mother: null } : row,
        ),
    )
  return (
    <Stack gap={4}>
      <ul className="family-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <PersonRow
              row={row}
              rows={rows}
              label={label}
              onSet={(over) => set(row.id, over)}
              onRemove={() => remove(row.id)}
            />
          </li>
        ))}
      </ul>
      <Adding rows={rows} onChange={onChange} people={people} />
    </Stack>
  )
}

function useLabelOf(people: Known[]): (id: string) => string {
  const t = useT()
  const nameOf = useNameOf()
  return (id) => {
    const person = people.find((one) => one.id === id)
    return person ? nameOf(person.names) : isUnnamed(id) ? t('evidence.unnamed', { n: id.slice(2) }) : '—'
  }
}

type RowProps = {
  row: DrawnPerson
  rows: DrawnPerson[]
  label: (id: string) => string
  onSet: (over: Partial<DrawnPerson>) => void
  onRemove: () => void
}

function PersonRow({ row, rows, label, onSet, onRemove }: RowProps) {
  const t = useT()
  const parents = (sex: Sex): Option[] => [
    { key: NOBODY, label: t('evidence.nobody') },
    ...rows
      .filter((one) => one.sex === sex && one.id !== row.id)
      .map((one) => ({ key: one.id, label: label(one.id) })),
  ]
  const sexes = (['female', 'male', 'unknown'] as const).map((key) => ({
    key,
    label: t(`evidence.sex.${key}`),
  }))
  const toParent = (key: string) => (key === NOBODY ? null : key)
  return (
    <fieldset className="family-row">
      <legend>
        <bdi>{label(row.id)}</bdi>
      </legend>
      <Columns least={9}>
        <Select
          label={t('evidence.sex')}
          options={sexes}
          value={row.sex}
          onChange={(sex) => onSet({ sex })}
        />
        <Select
          label={t('evidence.mother')}
          options={parents('female')}
          value={row.mother ?? NOBODY}
          onChange={(key) => onSet({ mother: toParent(key) })}
        />
        <Select
          label={t('evidence.father')}
          options={parents('male')}
          value={row.father ?? NOBODY}
          onChange={(key) => onSet({ father: toParent(key) })}
        />
      </Columns>
      <Row apart>
        <Checkbox
          checked={row.deceased ?? false}
          onChange={(deceased) => onSet({ deceased: deceased || undefined })}
        >
          {t('evidence.deceased')}
        </Checkbox>
        <Button kind="bare" onPress={onRemove}>
          {t('evidence.remove-person')}
        </Button>
      </Row>
    </fieldset>
  )
}

/** The choice "not drawn": a key that no person has. */
const NOBODY = '-'

function Adding({ rows, onChange, people }: Rows) {
  const t = useT()
  const nameOf = useNameOf()
  const [chosen, setChosen] = useState<string>()
  const others = people.filter(
    (person) => person.kind !== 'worker' && !rows.some((row) => row.id === person.id),
  )
  const add = (row: Pick<DrawnPerson, 'id' | 'sex' | 'deceased'>) => {
    onChange([...rows, { ...row, father: null, mother: null }])
    setChosen(undefined)
  }
  const addChosen = () => {
    const person = others.find((one) => one.id === chosen)
    if (person) add({ id: person.id, sex: person.sex, ...(person.deceased && { deceased: true }) })
  }
  const addUnnamed = () => {
    const numbers = rows.filter((row) => isUnnamed(row.id)).map((row) => Number(row.id.slice(2)))
    add({ id: `x-${Math.max(0, ...numbers) + 1}`, sex: 'male' })
  }
  return (
    <Stack gap={3}>
      <Select
        label={t('evidence.person')}
        options={others.map((person) => ({ key: person.id, label: nameOf(person.names) }))}
        value={chosen}
        onChange={setChosen}
        optional
      />
      <Row>
        <Button kind="quiet" onPress={addChosen} isDisabled={!chosen}>
          {t('evidence.add-person')}
        </Button>
        <Button kind="quiet" onPress={addUnnamed}>
          {t('evidence.add-unnamed')}
        </Button>
      </Row>
    </Stack>
  )
}
