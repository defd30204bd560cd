import { genotypeDistribution, personOf } from '../../power/distribution.ts'
import { type ShownGenotype, shownGenotypes } from '../../power/distribution-genotypes.ts'
import { combinations } from '../../power/distribution-joint.ts'
import { refuse } from '../../refusal.ts'
import { familyOf, inputOf, textsOf } from './family-input.ts'
import type { Fields, RawCase } from './index.ts'

/** `oneMarkerDistribution`: every combination of genotypes and its probability, the first person's fastest. */
export function distributionFields(raw: RawCase): Fields {
  const input = inputOf(raw)
  const { loci, ...family } = familyOf(input)
  const [locus, ...others] = loci
  if (!locus || others.length > 0) {
    return refuse('one-locus', 'A genotype distribution is asked for at one locus: give exactly one.')
  }
  const { ids, genotypes, probabilities } = genotypeDistribution(
    { ...family, locus },
    textsOf(input.ids, 'ids'),
  )
  const found = new Map(
    Array.from(namesOf(genotypes), (names, index) => [JSON.stringify(names), probabilities[index]!] as const),
  )
  // Who is typed already can show one genotype; the others are listed too, with probability 0.
  const all = ids.map((id) => shownGenotypes(locus, personOf(family, id).sex))
  return {
    columns: [...ids, 'prob'],
    rows: Array.from(namesOf(all), (names) => ({
      ...Object.fromEntries(ids.map((id, at) => [id, names[at]!] as const)),
      prob: found.get(JSON.stringify(names)) ?? 0,
    })),
  }
}

/** Every combination of genotypes by their names, the first person's fastest. */
function* namesOf(genotypes: ShownGenotype[][]): Generator<string[]> {
  for (const chosen of combinations(genotypes.map((list) => list.length))) {
    yield chosen.map((index, at) => genotypes[at]![index]!.join('/'))
  }
}
