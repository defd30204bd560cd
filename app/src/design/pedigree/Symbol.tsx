import { classes } from '../components/classes.ts'
import type { PedigreePerson } from './model.ts'
import { SYMBOL } from './model.ts'

/** A person's standard symbol around (0, 0): square, circle or diamond, and what is known of them. */
export function PersonSymbol({ person }: { person: Omit<PedigreePerson, 'id' | 'label'> }) {
  const kind = classes(
    'pedigree-symbol',
    person.typed && 'pedigree-typed',
    person.couldBeAsked && !person.typed && 'pedigree-asked',
  )
  const reach = SYMBOL + 7
  return (
    <>
      {person.inQuestion ? <Outline sex={person.sex} radius={SYMBOL + 6} className="pedigree-ring" /> : null}
      <Outline sex={person.sex} radius={SYMBOL} className={kind} />
      {person.deceased ? (
        <path className="pedigree-line" d={`M${-reach} ${reach}L${reach} ${-reach}`} />
      ) : null}
      {person.inQuestion ? <path className="pedigree-arrow" d={ARROW} /> : null}
    </>
  )
}

// From the lower left, as the proband's arrow stands in print; in Arabic too.
const ARROW = 'M-54 26L-28 13M-28 13l-6.5 8.5M-28 13l-10.5 -0.5'

function Outline(props: { sex: PedigreePerson['sex']; radius: number; className: string }) {
  const { sex, radius, className } = props
  if (sex === 'female') return <circle className={className} r={radius} />
  if (sex === 'male') {
    return <rect className={className} x={-radius} y={-radius} width={2 * radius} height={2 * radius} />
  }
  const tip = radius * 1.25
  return <path className={className} d={`M0 ${-tip}L${tip} 0L0 ${tip}L${-tip} 0Z`} />
}
