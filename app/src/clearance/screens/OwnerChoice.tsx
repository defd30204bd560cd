import { No } from '../../casefile/screens/Answer.tsx'
import { words as casefileWords } from '../../casefile/words.ts'
import { Select, Stack, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { type Column, clearance, type Details, type Matrix } from './asking.ts'
import type { Chosen } from './RequirementDialog.tsx'

const NOBODY = 'nobody'

/** Who sees to it, among those whose profession may. */
export function OwnerChoice(props: {
  chosen: Chosen
  column: Column
  details: Details
  workers: Matrix['workers']
}) {
  const { chosen, column, details, workers } = props
  const t = useWords(words)
  const professionIn = useWords(casefileWords)
  const choose = clearance.useDoing('setOwner')
  const able = workers.filter(({ profession }) => column.meets.includes(profession))
  const options = [
    { key: NOBODY, label: t('clearance.nobody') },
    ...able.map(({ id, name, profession }) => ({
      key: id,
      label: `${name} · ${professionIn(`profession.${profession}`)}`,
    })),
  ]
  const take = (key: string) =>
    choose.mutate({
      child: chosen.child,
      requirement: chosen.requirement,
      owner: key === NOBODY ? null : key,
    })
  return (
    <Stack gap={2}>
      <Select
        label={t('clearance.owner')}
        options={options}
        value={details.owner ?? NOBODY}
        onChange={take}
        optional
      />
      <No problem={choose.error} />
    </Stack>
  )
}
