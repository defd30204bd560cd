import { type Person, typed } from './family.ts'
import { inIraq, kitNumber, sealOf } from './kits.ts'
import { toCsv } from './table.ts'

const laboratory = 'Айнұр Тілеубаева'
type Step = [move: string, at: string, from: string, to: string, place: string]

/** From the store to whoever takes the sample, by hand to the laboratory, and open there. */
const fromHome = (person: Person): Step[] => [
  ['issued', '2026-05-04T09:00:00+05:00', '', 'Гүлжан Әбішева', 'Астана'],
  ['received', '2026-05-14T10:00:00+05:00', 'Гүлжан Әбішева', laboratory, `${person.place} → Астана`],
  ['opened', '2026-05-18T09:00:00+05:00', laboratory, laboratory, 'Астана'],
]

const fromBaghdad: Step[] = [
  ['issued', '2026-06-01T09:00:00+05:00', '', 'ليلى حداد', 'Астана'],
  ['handed-over', '2026-06-08T18:00:00+03:00', 'ليلى حداد', 'Ерлан Досов', 'Бағдат'],
  ['received', '2026-06-11T09:00:00+05:00', 'Ерлан Досов', laboratory, 'Астана'],
  ['opened', '2026-06-15T09:00:00+05:00', laboratory, laboratory, 'Астана'],
]

const head = ['kit_number', 'move', 'at', 'from', 'to', 'place', 'seal', 'seal_whole']

/** Every hand a kit went through, oldest first; whoever gives is whoever received before. */
export const makeCustody = (): string =>
  toCsv([
    head,
    ...typed.flatMap((person) =>
      (inIraq(person) ? fromBaghdad : fromHome(person)).map((step) => [
        ...[kitNumber(person), ...step, sealOf(person)],
        step[0] === 'opened' ? 'yes' : '',
      ]),
    ),
  ])
