import { genotypeDistribution } from '../../power/distribution.ts'
import { type FamilyAtLocus, withTypedStrangers } from '../../power/distribution-family.ts'
import { expectedRatio } from '../../power/expected.ts'
import type { KinshipCase, Locus, Person } from '../../types.ts'
import { asObject, checkedCase } from '../case-shape.ts'
import { inputOf, knownGenotypes, textsOf } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'

/**
 * `expectedLR`: the mean likelihood ratio of the first hypothesis against each other one, with every hypothesis
 * as the truth: `FSvsHS_trueFS`. Over several loci the mean is the product of theirs.
 */
export function expectedFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const ids = textsOf(input.ids, 'ids')
  const found = caseOf(input)
  const names = found.hypotheses.map(({ name }) => name)
  const [first, ...others] = names
  const perLocus = found.loci.map((locus) => distributionsAt(found, locus, ids))
  const mean = (denominator: string, truth: string) =>
    perLocus.reduce<number | null>((product, at) => {
      const ratio = expectedRatio(at[first!]!, at[denominator]!, at[truth]!)
      return product === null || ratio === null ? null : product * ratio
    }, 1)
  return Object.fromEntries(
    others.flatMap((denominator) =>
      names.map((truth) => [
        `${label(first!)}vs${label(denominator)}_true${label(truth)}`,
        mean(denominator, truth),
      ]),
    ),
  )
}

function distributionsAt({ hypotheses, ...known }: KinshipCase, locus: Locus, ids: string[]) {
  const all = hypotheses.flatMap(({ pedigrees }) => pedigrees)
  const everybody = (pedigrees: Person[][]) => withTypedStrangers(pedigrees, known.genotypes, all)
  return Object.fromEntries(
    hypotheses.map(({ name, pedigrees }) => [
      name,
      genotypeDistribution(familyAt(known, everybody(pedigrees), locus), ids),
    ]),
  )
}

function familyAt(
  { genotypes, theta, dropout }: Omit<KinshipCase, 'hypotheses'>,
  pedigrees: Person[][],
  locus: Locus,
): FamilyAtLocus {
  return { pedigrees, locus, genotypes, theta: theta ?? 0, ...(dropout && { dropout }) }
}

/** Hypotheses as an object by name or as a list; a locus may be given by its frequencies alone. */
function caseOf(input: Record<string, unknown>): KinshipCase {
  const hypotheses = Array.isArray(input.hypotheses)
    ? input.hypotheses
    : Object.entries(asObject(input.hypotheses, 'hypotheses')).map(([name, pedigrees]) => ({
        name,
        pedigrees,
      }))
  const { frequencies, alleles, chrom } = input
  const numbered = Array.isArray(frequencies) ? frequencies.map((_, index) => String(index + 1)) : null
  const single = { name: 'the locus', frequencies, alleles: alleles ?? numbered, chrom, mutation: null }
  return checkedCase({
    ...input,
    hypotheses,
    loci: input.loci ?? [single],
    genotypes: knownGenotypes(input.genotypes),
  })
}

/** Short names stay capital letters (FS), longer ones are written as words (Cousin), as the format does. */
function label(name: string): string {
  const isWord = name.length > 3 && name === name.toUpperCase()
  return isWord ? `${name[0]}${name.slice(1).toLowerCase()}` : name
}
