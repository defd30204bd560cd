import type { Note } from '../types.ts'

const lineWord = { Y: 'paternal', MT: 'maternal' } as const

/** A haplotype is that of a line, not of a person. */
export function lineNotPersonNote(marker: 'Y' | 'MT'): Note {
  return {
    code: 'line-not-person',
    message: `Everybody of a ${lineWord[marker]} line shares the haplotype: the ratio is for belonging to the line, not for being one person of it.`,
  }
}

/** Both hypotheses put the typed people into the same lines. */
export function saysNothingNote(marker: 'Y' | 'MT', hypothesis: string, hasMutations: boolean): Note {
  const line = lineWord[marker]
  return hasMutations
    ? {
        code: 'same-line-mutations-only',
        hypothesis,
        message: `${hypothesis} and the reference put the typed people into the same ${line} lines. That they share a haplotype says nothing between relatives of the same line; the ratio comes only from how many meioses the mutations had.`,
      }
    : {
        code: 'lineage-says-nothing',
        hypothesis,
        message: `Lineage evidence says nothing between relatives of the same line: ${hypothesis} and the reference put the typed people into the same ${line} lines.`,
      }
}

export function impossibleNote(hypothesis: string, isBoth: boolean): Note {
  return isBoth
    ? {
        code: 'impossible-under-both',
        hypothesis,
        message: `The haplotypes are impossible under ${hypothesis} and under the reference, so there is no ratio: allow more mutation or check the typing.`,
      }
    : {
        code: 'impossible-under-model',
        hypothesis,
        message: `The mutation model gives the haplotypes no probability when they are of the lines that ${hypothesis} states. That is no exclusion by itself: check the typing, and weigh again with a share of two-step mutations.`,
      }
}

export function partialNote(compared: string[], left: string[]): Note {
  return {
    code: 'partial-haplotypes',
    message: `Only what everybody and the database have is compared: ${compared.join(', ')}. Left out: ${left.join(', ')}.`,
  }
}

export function kappaNote(haplotype: string, obstacle: string): Note {
  return {
    code: 'kappa-not-applicable',
    message: `Kappa does not apply to ${haplotype}: ${obstacle} Counting was used for it.`,
  }
}

export function inferredFounderNote(hypothesis: string): Note {
  return {
    code: 'founder-haplotype-inferred',
    hypothesis,
    message: `Under ${hypothesis} a line shows more than one haplotype and its founder is not typed. It is read from the typed man nearest to the founder, the rarest haplotype of several: this takes haplotypes one mutation apart to be about equally frequent.`,
  }
}

export function stepwiseNote(source: string): Note {
  return {
    code: 'stepwise-ladder',
    message: `Y mutations are counted in whole repeats, up and down alike, by the rates of ${source}; changes of microvariant and of the number of copies are not modelled.`,
  }
}

export function thetaNote(theta: number): Note {
  return {
    code: 'theta-applied',
    message: `Founders of different lines are weighed with a co-ancestry of ${theta} (theta + (1 - theta) p for the second who brings a haplotype).`,
  }
}
