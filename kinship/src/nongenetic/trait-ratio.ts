import type { Note } from '../types.ts'

/**
 * Evidence other than DNA, weighed between "the person examined is the person sought" and "is somebody else of the
 * population stated". After Marsico et al. 2023, doi:10.1016/j.fsigen.2023.102891.
 */
export type TraitRatio = {
  trait: string
  LR: number
  log10LR: number
  /** P(what was recorded | the same person) and P(... | somebody else): their quotient is the ratio. */
  probability: { same: number; other: number }
  /** Which facts it uses; two ratios that use one fact cannot be combined. */
  facts: Fact[]
  /** Where the population shares and the error rates come from. */
  source: string
  notes: Note[]
}

/** What a trait is about. Age and birth date are one fact; `hair`, `eyes` and `skin` go together in a population. */
export type Fact = 'sex' | 'age' | 'place' | 'hair' | 'eyes' | 'skin' | `mark: ${string}` | `other: ${string}`
