import type { Bounds } from './evidence.ts'

/**
 * How often one person's two descriptions disagree (m is one less that), and how often two random people's agree
 * (u). Where nothing else is said a figure is assumed: the two columns of docs/decisions/0050-weighing.md say which.
 */
export const names: Record<'given' | 'father' | 'mother' | 'family' | 'line' | 'maiden', Bounds> = {
  // A name given after the separation, or one the family never heard: assumed one in ten.
  given: { coincidence: 1 / 300, misfit: 0.1 },
  father: { coincidence: 1 / 300, misfit: 0.1 },
  // A mother may be known by a kunya or under another name.
  mother: { coincidence: 1 / 300, misfit: 0.1 },
  // Lists take the father's name, the grandfather's or the family's for the surname; mothers marry.
  family: { coincidence: 1 / 1000, misfit: 0.2 },
  line: { coincidence: 1 / 300, misfit: 0.2 },
  // A child's surname beside a mother's or a father's: they need not be the same one.
  maiden: { coincidence: 1 / 1000, misfit: 0.6 },
}

/** What it costs (log10) that a person is known by this other name: one of several, and rarely the one written. */
export const OTHER_NAME = Math.log10(5)

/** A clerk's slip: one description in a hundred pairs has the other sex. Half of all children are of either sex. */
export const sex = { wrong: 0.01, share: 0.5 }

/**
 * Of the levels two places have in common (0: not even the country ... 4: a place within a city) how often, for one
 * child and for two random children of one operation. Assumed: children were moved, from prison to prison and from
 * camp to camp, and all of an operation were in a few places; a birthplace does not move.
 */
export const placeLevels = {
  place: [
    { m: 0.2, u: 0.4 },
    { m: 0.2, u: 0.3 },
    { m: 0.1, u: 0.1 },
    { m: 0.25, u: 0.13 },
    { m: 0.25, u: 0.07 },
  ],
  birthplace: [
    { m: 0.1, u: 0.35 },
    { m: 0.15, u: 0.4 },
    { m: 0.1, u: 0.1 },
    { m: 0.35, u: 0.1 },
    { m: 0.3, u: 0.05 },
  ],
}

/**
 * The share of children of an operation who speak a language, assumed; one not named here is spoken by few. Of one
 * child's two descriptions, if both name languages, `shared` have one in common; children forget.
 */
export const languages = {
  shared: 0.85,
  spokenBy: { ar: 0.8, ru: 0.6, kk: 0.6, uz: 0.3, tg: 0.3, ky: 0.3, tr: 0.2 } as Record<string, number>,
  rare: 0.05,
}

/**
 * Marks. `both`: how often a mark that one description names is in the other, if that names marks at all. The share
 * of children of whom such a mark would be named, and the share of the body's parts and of sides among marks.
 * Assumed.
 */
export const marks = {
  both: 0.5,
  kinds: {
    scar: 0.12,
    birthmark: 0.12,
    burn: 0.05,
    missing: 0.01,
    limp: 0.02,
    squint: 0.02,
    deaf: 0.01,
    mute: 0.01,
    cleft: 0.005,
    tattoo: 0.01,
    'light-eyes': 0.1,
    'red-hair': 0.02,
    'fair-hair': 0.1,
  } as Record<string, number>,
  part: 0.12,
  side: 0.5,
}

/** How often somebody named with the child by one description is among those the other names. Assumed. */
export const companions = { shared: 0.5, coincidence: 1 / 100 }
