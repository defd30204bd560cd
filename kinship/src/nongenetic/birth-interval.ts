import { refuse } from '../refusal.ts'

/** Days between which a person was born, both included; a day is a count from 1 January 1970 (UTC). */
export type BirthInterval = { from: number; to: number }

const day = 86_400_000

/**
 * A calendar day as a number of days from 1 January 1970.
 *
 * @example dayOf('1970-01-11') // 10
 * @throws KinshipRefusal `date` for anything but a real day written YYYY-MM-DD
 */
export function dayOf(date: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  const isReal = Number.isFinite(time) && new Date(time).toISOString().startsWith(date)
  return isReal ? time / day : refuse('date', `"${date}" is no day of the calendar: write it as 2016-05-31.`)
}

/**
 * The birth dates of somebody who was from `youngest` to `eldest` years old (completed years) on a day. Kept as birth
 * dates, an age from years ago ages rightly by itself.
 *
 * @example bornAt({ on: '2019-11-27', youngest: 3, eldest: 4 }) // from 2014-11-28 to 2016-11-27
 * @throws KinshipRefusal `age-range`, `date`
 */
export function bornAt(age: { on: string; youngest: number; eldest: number }): BirthInterval {
  const { on, youngest, eldest } = age
  if (!(Number.isInteger(youngest) && Number.isInteger(eldest) && youngest >= 0 && eldest >= youngest)) {
    refuse('age-range', 'An age is given in completed years, from the youngest to the eldest it may be.')
  }
  return { from: birthdayBefore(on, eldest + 1) + 1, to: birthdayBefore(on, youngest) }
}

/**
 * The birth dates that a stated date allows when it may be off by `accuracy` days either way.
 *
 * @example bornOn('1970-01-11', 3) // { from: 7, to: 13 }
 */
export function bornOn(date: string, accuracy: number): BirthInterval {
  if (!(Number.isInteger(accuracy) && accuracy >= 0)) {
    refuse('age-range', 'The accuracy of a birth date is a whole number of days, from 0.')
  }
  return { from: dayOf(date) - accuracy, to: dayOf(date) + accuracy }
}

/** The same day some years before; somebody born on 29 February has the birthday on 1 March in other years. */
function birthdayBefore(date: string, years: number): number {
  dayOf(date)
  const [year, month, dayOfMonth] = [
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)),
    Number(date.slice(8)),
  ]
  const daysInMonth = new Date(Date.UTC(year - years, month, 0)).getUTCDate()
  return Date.UTC(year - years, month - 1, Math.min(dayOfMonth, daysInMonth)) / day
}
