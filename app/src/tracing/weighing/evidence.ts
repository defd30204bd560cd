import type { Steps } from './births.ts'

/** What a piece of evidence is about. The first four are the child's own; brothers and sisters share the others. */
export const own = ['given', 'sex', 'birth', 'marks'] as const
export const shared = [
  'father',
  'mother',
  'family',
  'father-line',
  'mother-line',
  'birthplace',
  'place',
  'languages',
  'companions',
] as const
export const abouts = [...own, ...shared] as const
export type About = (typeof abouts)[number]

/**
 * One reason for or against: `log10LR` is how much likelier it is of one person than of two random children of one
 * operation. `code` and `values` are for words; `on` are the two names compared, where another piece of evidence
 * may rest on the same ones.
 */
export type Evidence = {
  about: About
  code: string
  values: Record<string, string | number>
  log10LR: number
  on?: { a: string; b: string }
}

export const isOwn = (about: About): boolean => (own as readonly string[]).includes(about)

/**
 * A likelihood ratio of which two things are known besides: `coincidence`, how often two random people agree in it
 * though nothing in the spelling says so, and `misfit`, how often one person's two descriptions disagree
 * altogether (a name given after the separation, a slip of the pen). No agreement says more than 1/coincidence, no
 * disagreement less than `misfit`.
 * Example: `bounded(-9, { coincidence: 0, misfit: 0.1 })` is -1, `bounded(9, { coincidence: 0.01, misfit: 0 })` is 2.
 */
export const bounded = (log10LR: number, { coincidence, misfit }: Bounds): number =>
  Math.log10((1 - misfit) / (10 ** -log10LR + coincidence) + misfit)

/**
 * Against whom: how births are spread among those on the lists (else evenly over childhood), and what share of them
 * bears a name (else what `chances.ts` assumes).
 */
export type Among = { births?: Steps; shareOf?: (about: About, word: string) => number }

export type Bounds = { coincidence: number; misfit: number }
