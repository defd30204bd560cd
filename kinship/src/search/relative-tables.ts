import { refuse } from '../refusal.ts'
import type { Locus, Sex } from '../types.ts'
import { type FamilyTable, type LocusTable, prepareFamily } from './family-table.ts'
import type { ProfileTable, Row } from './profile-table.ts'
import type { Relationship } from './relationships.ts'

/** Observations in one elimination: what they need of memory grows with them. */
const rowsAtOnce = 32

/**
 * Everybody as A of a relationship, their B missing: a table of B's genotype for each thing that is seen of any A,
 * worked out once and shared by all who show it.
 *
 * @param relationshipFor the relationship with an A of that sex; `null`: nobody of that sex can be A
 * @returns by place of the profile
 */
export function relativeTables(
  loci: Locus[],
  profiles: ProfileTable,
  relationshipFor: (sex: Sex) => Relationship | null,
  theta: number,
): (FamilyTable | null)[] {
  const bySex = new Map<Sex, { sex: Sex; tables: Map<number, LocusTable> } | null>()
  for (const sex of new Set(profiles.sexes)) {
    const relationship = relationshipFor(sex)
    bySex.set(sex, relationship && tablesByRow(loci, profiles, sex, relationship, theta))
  }
  return profiles.ids.map((id, place) => {
    const found = bySex.get(profiles.sexes[place]!)
    if (!found) return null
    const shown = loci.flatMap((_, locus) => {
      return found.tables.get(profiles.cells[place * profiles.width + locus]!) ?? []
    })
    return { id, missing: id, sex: found.sex, loci: shown }
  })
}

function tablesByRow(
  loci: Locus[],
  profiles: ProfileTable,
  sex: Sex,
  relationship: Relationship,
  theta: number,
): { sex: Sex; tables: Map<number, LocusTable> } {
  const tables = new Map<number, LocusTable>()
  const asked = [...rowsOf(profiles, sex)]
  for (const model of profiles.models.keys()) {
    const rows = asked.filter((row) => profiles.rows[row]!.model === model)
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const some = rows.slice(from, from + rowsAtOnce)
      tablesOf(loci, profiles, some, relationship, theta).forEach((table, i) => {
        tables.set(some[i]!, table)
      })
    }
  }
  const b = relationship.pedigrees.flat().find(({ id }) => id === relationship.b)
  return { sex: b?.sex ?? 'unknown', tables }
}

/** What people of a sex show, each once. */
function rowsOf({ ids, sexes, cells, width }: ProfileTable, sex: Sex): Set<number> {
  const rows = new Set<number>()
  for (let place = 0; place < ids.length; place++) {
    if (sexes[place] !== sex) continue
    for (let at = place * width; at < (place + 1) * width; at++) if (cells[at]! > 0) rows.add(cells[at]!)
  }
  return rows
}

/** Each observation is weighed as if it were a locus of its own. */
function tablesOf(
  loci: Locus[],
  profiles: ProfileTable,
  rows: number[],
  { a, b, pedigrees, name }: Relationship,
  theta: number,
): LocusTable[] {
  const seen = rows.map((row): [string, (string | null)[]] => [
    `${row}`,
    allelesOf(profiles, profiles.rows[row]!),
  ])
  const { dropout } = profiles.models[profiles.rows[rows[0]!]!.model]!
  if (!pedigrees.flat().some(({ id }) => id === a))
    refuse('person-not-placed', `"${a}" has no place in the pedigree of ${name}: add them there.`)
  const { loci: tables } = prepareFamily({
    id: name,
    loci: rows.map((row) => ({ ...loci[profiles.rows[row]!.locus]!, name: `${row}` })),
    pedigrees,
    missing: b,
    genotypes: { [a]: Object.fromEntries(seen) },
    theta,
    dropout: { [a]: dropout },
  })
  return tables.map((table, i) => ({ ...table, locus: profiles.loci[profiles.rows[rows[i]!]!.locus]! }))
}

function allelesOf({ loci }: ProfileTable, { locus, shown, alleles }: Row): (string | null)[] {
  const names = alleles.map((allele) => loci[locus]!.alleles[allele]!)
  return shown === 'one' ? [...names, null] : names
}
