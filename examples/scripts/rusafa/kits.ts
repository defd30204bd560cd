import { type Person, typed } from './family.ts'
import { sampleName } from './genemapper.ts'
import { toCsv } from './table.ts'

export const kitNumber = (person: Person): string =>
  `KZ-${person.status === 'child' || person.status === 'prison' ? '31' : '30'}-${String(typed.indexOf(person) + 1).padStart(4, '0')}`

export const inIraq = (person: Person): boolean => person.status !== 'home'
const hour = (at: number): string => `${String(9 + (at % 8)).padStart(2, '0')}:${at % 2 ? '30' : '00'}:00`

const head = [
  'sample_name',
  'kit_number',
  'person',
  'material',
  'collected_at',
  'place',
  'collected_by',
  'witness',
  'sealed',
  'seal',
]

export const sealOf = (person: Person): string => `S${410_000 + 37 * typed.indexOf(person)}`

function kitRow(person: Person, at: number): string[] {
  const day = inIraq(person) ? `2026-06-08T${hour(at)}+03:00` : `2026-05-11T${hour(at)}+05:00`
  const [by, witness] = inIraq(person) ? ['ليلى حداد', 'Ерлан Досов'] : ['Гүлжан Әбішева', 'Айнұр Тілеубаева']
  return [
    sampleName(person),
    kitNumber(person),
    person.id,
    'buccal swab',
    day,
    person.place,
    by,
    witness,
    'yes',
    sealOf(person),
  ]
}

/** One kit for everybody who gave a sample. */
export const makeKits = (): string => toCsv([head, ...typed.map(kitRow)])
