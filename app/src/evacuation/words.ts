import type { Messages } from '../design/languages/messages.ts'
import { dayWords } from './words/day.ts'
import { flightWords } from './words/flight.ts'
import { gateWords } from './words/gate.ts'
import { paperWords } from './words/papers.ts'
import { peopleWords } from './words/people.ts'
import { reasonWords } from './words/reasons.ts'
import { refusals } from './words/refusals.ts'
import { setupWords } from './words/setup.ts'

/** Every sentence of this station, in the four languages of the house. */
export const words = {
  ...refusals,
  ...reasonWords,
  ...peopleWords,
  ...flightWords,
  ...dayWords,
  ...gateWords,
  ...setupWords,
  ...paperWords,
} satisfies Messages
