import { refuse } from '../refusal.ts'
import type { Locus, Sex } from '../types.ts'
import { type FamilyTable, type LocusTable, prepareFamily } from './family-table.ts'
import type { ProfileTable } from './profile-table.ts'
import type { Relationship } from './relationships.ts'

/** Views in one elimination: the memory it needs grows with them. */
const viewsAtOnce = 32

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
    bySex.set(sex, relationship && tablesByView(loci, profiles, sex, relationship, theta))
  }
  return profiles.ids.map((id, place) => {
    const found = bySex.get(profiles.sexes[place]!)
    if (!found) return null
    const tables = loci.map((_, locus) => found.tables.get(viewOf(profiles, place, locus))!)
    return { id, missing: id, sex: found.sex, loci: tables }
  })
}

/** What is seen of somebody at a locus: the row, or -1, -2, ... where nothing is seen at the first, second, ... */
function viewOf({ cells, width }: ProfileTable, place: number, locus: number): number {
  return cells[place * width + locus]! || -1 - locus
}

function tablesByView(
  loci: Locus[],
  profiles: ProfileTable,
  sex: Sex,
  relationship: Relationship,
  theta: number,
): { sex: Sex; tables: Map<number, LocusTable> } {
  const people = relationship.pedigrees.flat()
  if (!people.some(({ id }) => id === relationship.a)) {
    refuse(
      'person-not-placed',
      `"${relationship.a}" has no place in the pedigree of ${relationship.name}: add them there.`,
    )
  }
  const tables = new Map<number, LocusTable>()
  const views = [...viewsOf(profiles, sex)].map((view) => readView(profiles, view))
  for (const [dropout, some] of Map.groupBy(views, (view) => view.dropout)) {
    for (let from = 0; from < some.length; from += viewsAtOnce) {
      const part = some.slice(from, from + viewsAtOnce)
      tablesOf(loci, part, relationship, theta, dropout).forEach((table, i) => {
        tables.set(part[i]!.view, { ...table, locus: profiles.loci[part[i]!.locus]! })
      })
    }
  }
  return { sex: people.find(({ id }) => id === relationship.b)?.sex ?? 'unknown', tables }
}

/** What people of a sex show, each once. */
function viewsOf(profiles: ProfileTable, sex: Sex): Set<number> {
  const views = new Set<number>()
  profiles.sexes.forEach((own, place) => {
    if (own !== sex) return
    for (let locus = 0; locus < profiles.loci.length; locus++) views.add(viewOf(profiles, place, locus))
  })
  return views
}

type View = { view: number; locus: number; alleles: (string | null)[]; dropout: number }

function readView({ rows, loci, models }: ProfileTable, view: number): View {
  if (view < 0) return { view, locus: -1 - view, alleles: [], dropout: 0 }
  const { locus, alleles, shown, model } = rows[view]!
  const names = alleles.map((allele) => loci[locus]!.alleles[allele]!)
  return { view, locus, alleles: shown === 'one' ? [...names, null] : names, dropout: models[model]!.dropout }
}

/** Each view is weighed as if it were a locus of its own. */
function tablesOf(
  loci: Locus[],
  views: View[],
  { a, b, pedigrees, name }: Relationship,
  theta: number,
  dropout: number,
): LocusTable[] {
  const seen = views.map(({ view, alleles }): [string, (string | null)[]] => [`${view}`, alleles])
  return prepareFamily({
    id: name,
    loci: views.map(({ view, locus }) => ({ ...loci[locus]!, name: `${view}` })),
    pedigrees,
    missing: b,
    genotypes: { [a]: Object.fromEntries(seen) },
    theta,
    dropout: { [a]: dropout },
  }).loci
}
