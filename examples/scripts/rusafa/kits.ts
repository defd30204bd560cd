import { type Person, typed } from './family.ts'
import { sampleName } from './genemapper.ts'
import { toCsv } from './table.ts'

export const kitNumber = (person: Person): string =>
  `KZ-${person.status === 'child' || person.status === 'prison' ? '31' : '30'}-${String(typed.indexOf(person) + 1).padStart(4, '0')}`

const inIraq = (person: Person): boolean => person.status !== 'home'
const hour = (at: number): string => `${String(9 + (at % 8)).padStart(2, '0')}:${at % 2 ? '30' : '00'}`

/** When, from whom, to whom, how the seal was: four fields to a hand-over, hand-overs apart by ` | `. */
function handOvers(person: Person): string {
  const lab = 'Айнұр Тілеубаева'
  const ways = inIraq(person)
    ? [
        ['2026-06-08T18:00+03:00', 'ليلى حداد', 'Ерлан Досов'],
        ['2026-06-11T09:00+05:00', 'Ерлан Досов', lab],
      ]
    : [['2026-05-14T10:00+05:00', 'Гүлжан Әбішева', lab]]
  return ways.map((way) => [...way, 'intact'].join('; ')).join(' | ')
}

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
  'hand_overs',
]

function kitRow(person: Person, at: number): string[] {
  const day = inIraq(person) ? `2026-06-08T${hour(at)}+03:00` : `2026-05-11T${hour(at)}+05:00`
  const [by, witness] = inIraq(person) ? ['ليلى حداد', 'Ерлан Досов'] : ['Гүлжан Әбішева', 'Айнұр Тілеубаева']
  const seal = `S${String(410_000 + 37 * at)}`
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
    seal,
    handOvers(person),
  ]
}

/** One kit for everybody who gave a sample. */
export const makeKits = (): string => toCsv([head, ...typed.map(kitRow)])
