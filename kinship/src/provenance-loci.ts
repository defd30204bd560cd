import { type FrequencyTable, type LociChoice, lociWithChanges } from './frequency-table.ts'
import { canonicalJson, hashOf } from './hash-canonical-json.ts'
import { type LocusChange, type MinimumFrequency, minimumFrequencyRules } from './minimum-frequency.ts'
import { refuse } from './refusal.ts'
import type { KinshipCase, Locus, MutationModel } from './types.ts'

/** Which table, in which state (`hash`), gave which loci, by which choice, and what the rule changed. */
export type TableProvenance = {
  id: string
  title: string
  source: string
  licence: string
  n: number | null
  hash: string
  choice: Omit<LociChoice, 'observed'>
  minimumFrequency: { rule: MinimumFrequency; source: string }
  changes: LocusChange[]
}

/** A mutation model and the loci it was used for; a matrix by its hash. */
export type LocusProvenance = {
  loci: string[]
  mutation: { female: ModelProvenance; male: ModelProvenance } | null
}
export type ModelProvenance = Omit<MutationModel, 'matrix'> & { matrixHash?: string }

/**
 * The table as the case used it, once its loci are exactly what the table gives by this choice.
 *
 * @throws KinshipRefusal `loci-not-from-table` naming the first locus that is not
 */
export function tableProvenance(
  input: KinshipCase,
  { table, choice }: { table: FrequencyTable; choice: Omit<LociChoice, 'observed'> },
): TableProvenance {
  const { loci, changes } = lociWithChanges(table, { ...choice, observed: input.genotypes })
  const other = loci.find((locus) => {
    const used = input.loci.find(({ name }) => name === locus.name)
    return used === undefined || canonicalJson(whatCounts(used)) !== canonicalJson(whatCounts(locus))
  })
  if (other) {
    return refuse(
      'loci-not-from-table',
      `Locus ${other.name} of the case is not what the table "${table.title}" gives by this choice: take the loci from the table again.`,
    )
  }
  const { id, title, source, licence, n } = table
  const { minimumFrequency: rule } = choice
  return {
    ...{ id, title, source, licence, n },
    hash: hashOf(table),
    choice,
    minimumFrequency: {
      rule,
      source:
        typeof rule === 'number'
          ? 'A fixed minimum for alleles the table lacks'
          : minimumFrequencyRules[rule].source,
    },
    changes,
  }
}

const whatCounts = ({ name, chrom, alleles, frequencies, mutation }: Locus): Locus => ({
  name,
  chrom,
  alleles,
  frequencies,
  mutation,
})

/** The mutation models of a case, each once, with the loci it holds for, in the order of the case. */
export function mutationByLoci(loci: Locus[]): LocusProvenance[] {
  const groups = new Map<string, LocusProvenance>()
  for (const { name, mutation } of loci) {
    const used = mutation && { female: modelOf(mutation.female), male: modelOf(mutation.male) }
    const key = canonicalJson(used)
    const group = groups.get(key) ?? { loci: [], mutation: used }
    group.loci.push(name)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function modelOf({ matrix, ...rest }: MutationModel): ModelProvenance {
  return matrix ? { ...rest, matrixHash: hashOf(matrix) } : rest
}
