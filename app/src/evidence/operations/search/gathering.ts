import { standingConsent } from '../../../casefile/consent.ts'
import type { Context } from '../../../casefile/context.ts'
import type { CaseFile } from '../../../casefile/event.ts'
import { descriptionOf } from '../../../casefile/model.ts'
import type { CasefileTables } from '../../../casefile/store.ts'
import type { DrawnPerson } from '../../model/family.ts'
import { drawingOf, familyDrawn, familyOf, namedIn } from '../../model/family.ts'
import { type Genotypes, profileOf } from '../../model/samples.ts'
import type { Position, Search } from '../../model/search.ts'
import { positionsOf, withPlace } from '../../rules/positions.ts'
import type { SearchEvidence } from '../../rules/search.ts'
import type { EvidenceTables } from '../../store.ts'

/** Typed, and the consent stands: only these take part in anything. */
const isUsable = (file: CaseFile): boolean =>
  profileOf(file) !== undefined && standingConsent(file, 'dna') !== undefined

/** Everybody of an operation who can take part in a search, and what of the drawings is open. */
export async function gatherSearch(
  ctx: Context,
  operation: string,
): Promise<Pick<Search, 'children' | 'positions' | 'relatives' | 'seen' | 'leftOut'>> {
  const childIds = await childrenOf(ctx, operation)
  const { families, people } = await drawnIn(ctx, operation)
  const files = await filesOf(ctx, [...childIds, ...people, ...families])
  const isChild = (id: string) => files.get(id)?.kind === 'child'
  const usable = (id: string) => files.has(id) && isUsable(files.get(id)!)
  const children = childIds.filter(usable)
  const positions = families.flatMap((id) => {
    const [drawn, seq] = [familyOf(files.get(id)!), drawingOf(files.get(id)!)]
    return drawn && seq ? positionsOf({ family: id, seq, people: drawn }, isChild, usable) : []
  })
  const relatives = people.filter((id) => !isChild(id) && usable(id))
  const leftOut = childIds
    .filter((id) => !usable(id))
    .map((person) => ({
      person,
      because: profileOf(files.get(person)!) ? ('no-consent' as const) : ('not-typed' as const),
    }))
  return {
    ...{ children, positions, relatives, leftOut },
    seen: seenIn([...children, ...relatives].map((id) => files.get(id)!)),
  }
}

function seenIn(files: CaseFile[]): Record<string, string[]> {
  const seen = new Map<string, Set<string>>()
  for (const file of files)
    for (const [locus, alleles] of Object.entries(profileOf(file)!.genotypes)) {
      const known = seen.get(locus) ?? new Set()
      for (const allele of alleles) known.add(allele)
      seen.set(locus, known)
    }
  return Object.fromEntries([...seen].sort().map(([locus, alleles]) => [locus, [...alleles].sort()]))
}

async function childrenOf(ctx: Context, operation: string): Promise<string[]> {
  const rows = await ctx.db
    .withTables<CasefileTables>()
    .selectFrom('people')
    .select('id')
    .where('operation', '=', operation)
    .where('kind', '=', 'child')
    .where('set_aside', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

async function drawnIn(ctx: Context, operation: string): Promise<{ families: string[]; people: string[] }> {
  const rows = await ctx.db
    .withTables<EvidenceTables & CasefileTables>()
    .selectFrom('family_people')
    .innerJoin('people', 'people.id', 'family_people.person')
    .select(['family', 'person'])
    .where('people.operation', '=', operation)
    .orderBy('family')
    .orderBy('person')
    .execute()
  return {
    families: [...new Set(rows.map((row) => row.family))],
    people: [...new Set(rows.map((row) => row.person))],
  }
}

export async function filesOf(ctx: Context, ids: string[]): Promise<Map<string, CaseFile>> {
  const files = await ctx.files([...new Set(ids)])
  return new Map(files.map((file) => [file.id, file]))
}

/** The drawing a search was begun with, even where the family was drawn anew since. */
export const drawingAt = (family: CaseFile, seq: number): DrawnPerson[] =>
  family.events
    .filter((event) => event.seq === seq && event.type === familyDrawn.type)
    .map((event) => (event.detail as { people: DrawnPerson[] }).people)[0] ?? []

/** The profiles for these children beside all positions, read now: whose consent was withdrawn is not among them. */
export async function gatherEvidenceFor(
  ctx: Context,
  search: Search,
  children: string[],
): Promise<SearchEvidence & { families: FamilyEvidence[] }> {
  const families = await filesOf(
    ctx,
    search.positions.map(({ family }) => family),
  )
  const drawn = new Map(
    search.positions.map((at) => [at.family, drawingAt(families.get(at.family)!, at.drawing)]),
  )
  const files = await filesOf(ctx, [...children, ...[...drawn.values()].flatMap(namedIn)])
  const relatives: Record<string, Genotypes> = {}
  for (const [id, file] of files)
    if (file.kind === 'relative' && isUsable(file)) relatives[id] = profileOf(file)!.genotypes
  return {
    ...{ parameters: search.parameters, seen: search.seen, relatives },
    positions: search.positions.map((at) => openPosition(at, search, drawn.get(at.family)!)),
    profiles: children.flatMap((id) => toProfile(files.get(id)!)),
    families: [...drawn].map(([family, people]) => ({ family, people, missing: missingIn(search, family) })),
  }
}

export type FamilyEvidence = { family: string; people: DrawnPerson[]; missing: string[] }

const missingIn = (search: Pick<Search, 'positions'>, family: string): string[] =>
  search.positions.filter((at) => at.family === family).flatMap(({ places }) => places.map(({ id }) => id))

export const placesIn = (search: Pick<Search, 'positions'>, family: string): Set<string> =>
  new Set(missingIn(search, family))

function openPosition(
  at: Position,
  search: Search,
  people: DrawnPerson[],
): SearchEvidence['positions'][number] {
  const missing = at.places[0]!.id
  const open = withPlace(people, missing, placesIn(search, at.family))
  // Any of the position's places, so of either sex: the loci that are weighed do not tell.
  return {
    ...{ position: at.position, missing },
    people: open.map((one) => (one.id === missing ? { ...one, sex: 'unknown' as const } : one)),
  }
}

function toProfile(file: CaseFile): SearchEvidence['profiles'] {
  if (!isUsable(file)) return []
  return [{ id: file.id, sex: descriptionOf(file)?.sex ?? 'unknown', genotypes: profileOf(file)!.genotypes }]
}
