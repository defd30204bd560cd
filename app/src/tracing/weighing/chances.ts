import type { Bounds } from './evidence.ts'

/**
 * How often one person's two descriptions disagree (m is one less that), and how often two random people's agree
 * (u). Where nothing else is said a figure is assumed: the two columns of docs/decisions/0050-weighing.md say which.
 */
export const names: Record<'given' | 'father' | 'mother' | 'family' | 'line' | 'maiden', Bounds> = {
  // A name given after the separation, or one the family never heard: assumed one in ten.
  given: { coincidence: 1 / 500, misfit: 0.1 },
  father: { coincidence: 1 / 400, misfit: 0.1 },
  // A mother may be known by a kunya or under another name.
  mother: { coincidence: 1 / 400, misfit: 0.1 },
  // Lists take the father's name, the grandfather's or the family's for the surname; mothers marry.
  family: { coincidence: 1 / 1500, misfit: 0.2 },
  line: { coincidence: 1 / 400, misfit: 0.2 },
  // A child's surname beside a mother's or a father's: they need not be the same one.
  maiden: { coincidence: 1 / 1500, misfit: 0.6 },
}

/** What it costs (log10) that a person is known by this other name: one of several, and rarely the one written. */
export const OTHER_NAME = Math.log10(5)

/** A clerk's slip: one description in a hundred pairs has the other sex. Half of all children are of either sex. */
export const sex = { wrong: 0.01, share: 0.5 }
