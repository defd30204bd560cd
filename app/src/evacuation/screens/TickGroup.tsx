import { Checkbox } from '../../design/kit.ts'

type Props = {
  label: string
  options: { key: string; label: string }[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Several of a few, each a box to tick. */
export function TickGroup({ label, options, chosen, onChange }: Props) {
  const tick = (key: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, key] : chosen.filter((one) => one !== key))
  return (
    <fieldset className="tick-group">
      <legend>{label}</legend>
      <div className="gate-list">
        {options.map(({ key, label: word }) => (
          <Checkbox key={key} checked={chosen.includes(key)} onChange={(isOn) => tick(key, isOn)}>
            <bdi>{word}</bdi>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
