import type { Note } from '../types.ts'
import type { EvidencePart } from './evidence-parts.ts'

/** What multiplying the parts takes for granted, each as a coded note. */
export function assumptionsOf(parts: EvidencePart[]): Note[] {
  const has = (...kinds: string[]) => parts.some(({ kind }) => kinds.includes(kind))
  const notes: Note[] = []
  if (parts.length > 1) {
    notes.push({
      code: 'independent-given-pedigree',
      message:
        'Autosomal, X, Y and mitochondrial DNA are passed on independently once the pedigree is fixed. Every hypothesis here fixes it, and all parts use the same pedigrees.',
    })
  }
  if (has('autosomal') && has('X')) {
    notes.push({
      code: 'x-autosomal-conditional',
      message:
        'Autosomal and X ratios multiply only because each hypothesis states the whole pedigree. For a relationship left open (a half-sibling by either parent) both depend on the same unknown: state each pedigree as a hypothesis of its own.',
    })
  }
  if (has('Y', 'MT') && parts.length > 1) {
    notes.push({
      code: 'lineage-same-hypotheses',
      message:
        'Lineage ratios multiply with the others under the same hypotheses: they tell lines apart, and say nothing between relatives of one line.',
    })
  }
  return [...notes, ...populationNotes(parts), ...linkageNotes(parts)]
}

/**
 * Who shares a lineage haplotype comes more often from one sub-population, and so shares autosomal alleles more
 * often; theta stands for that (Walsh, Redd & Hammer 2008; Buckleton, Krawczak & Weir 2011).
 */
function populationNotes(parts: EvidencePart[]): Note[] {
  const lineage = parts.filter(({ kind }) => kind === 'Y' || kind === 'MT')
  const without = parts.filter(({ input }) => (input.theta ?? 0) === 0)
  return lineage.length > 0 && parts.length > 1 && without.length > 0
    ? [
        {
          code: 'theta-with-lineage',
          message: `People with one lineage haplotype tend to come from one sub-population. The product takes account of that only by theta, which is 0 in: ${without.map(({ kind }) => kind).join(', ')}.`,
        },
      ]
    : []
}

function linkageNotes(parts: EvidencePart[]): Note[] {
  return parts.flatMap(({ kind, input }) =>
    kind === 'X' && input.loci.length > 1 && input.linkage === undefined
      ? [
          {
            code: 'x-loci-independent',
            message:
              'The X loci are counted as independent of one another. Loci of one linkage group are not: state their map positions, or keep one of each group.',
          },
        ]
      : [],
  )
}
