import type { Note } from '../types.ts'
import type { MtComparison } from './mt-haplotype.ts'

/** What comparing two people of one maternal line found, in words. */
export function mtVerdictNotes(hypothesis: string, pair: MtComparison & { a: string; b: string }): Note[] {
  const { a, b, differences, heteroplasmies, lengthVariants } = pair
  const who = `"${a}" and "${b}"`
  const notes: Note[] = []
  if (differences.length === 1) {
    notes.push({
      code: 'mt-one-difference',
      hypothesis,
      message: `${who} differ at ${differences[0]}. One difference is inconclusive: mothers and children differ by one now and then. It neither supports nor excludes the line; read more of the genome, or type another relative.`,
    })
  }
  if (differences.length > 1) {
    notes.push({
      code: 'mt-differences',
      hypothesis,
      message: `${who} differ at ${differences.join(', ')}. Two or more differences contradict one maternal line, if the samples and the reading are right.`,
    })
  }
  if (heteroplasmies.length > 0) {
    notes.push({
      code: 'mt-heteroplasmy',
      hypothesis,
      message: `At ${heteroplasmies.join(', ')} ${who} share a base of a mixture (heteroplasmy). It is not counted as a difference and not given a weight of its own.`,
    })
  }
  if (lengthVariants.length > 0) {
    notes.push({
      code: 'mt-length-variants',
      hypothesis,
      message: `The length of the C-stretch differs between ${who} at ${lengthVariants.join(', ')}. It varies within one person and is not compared.`,
    })
  }
  return notes
}

export function noMtRatioNote(hypothesis: string): Note {
  return {
    code: 'mt-no-ratio',
    hypothesis,
    message: `There is no ratio for ${hypothesis}: under it or under the reference people of one maternal line differ, and no established rate turns that into a number.`,
  }
}

/** The rule by which maternal lines are judged, with how sure it is. */
export const mtRuleNote: Note = {
  code: 'mt-rule-not-verified',
  message:
    'No difference is consistent with one maternal line, one is inconclusive, two or more contradict it; the length of the C-stretches at 16193, 309, 455, 463 and 573 is not compared. This is how ISFG (Parson et al. 2014) and EMPOP are commonly quoted, not checked against their text.',
}
