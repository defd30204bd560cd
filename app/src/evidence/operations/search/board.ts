import { z } from 'zod'
import { standingConsent } from '../../../casefile/consent.ts'
import type { Context } from '../../../casefile/context.ts'
import type { CaseFile } from '../../../casefile/event.ts'
import { operation } from '../../../casefile/operation.ts'
import type { CasefileTables, PersonRow } from '../../../casefile/store.ts'
import { anyOf } from '../../../platform/database.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { claimsOf, Log, Parameters } from '../../model/claims.ts'
import { namedIn } from '../../model/family.ts'
import {
  Cell,
  foundIn,
  Joint,
  type Position,
  relationships,
  type SearchFound,
  searchOf,
  searchStates,
} from '../../model/search.ts'
import { misfits, misfitsOf } from '../../rules/misfits.ts'
import { bandOf, bands, byRatio } from '../../rules/search.ts'
import type { EvidenceTables } from '../../store.ts'
import { Named } from '../people.ts'
import { drawingAt, filesOf } from './gathering.ts'
import { searchReaders } from './start.ts'

const BoardCell = Cell.omit({ perLocus: true }).extend({
  band: z.enum(bands),
  misfits: z.array(z.enum(misfits)),
  /** A claim that this child belongs to this family is recorded. */
  claimed: z.boolean(),
  /** How many unrelated pairs would do as well in this search; null until all is weighed. */
  expectedByChance: z.number().nullable(),
})

const Board = z.object({
  search: z.uuid(),
  state: z.enum(searchStates),
  because: z.string().nullable(),
  pieces: z.number(),
  done: z.number(),
  began: z.string(),
  since: z.string(),
  parameters: Parameters,
  /** Families whose relatives' consent stands, the ones with the strongest pairs first. */
  positions: z.array(
    z.object({
      position: z.string(),
      family: z.uuid(),
      missing: z.array(z.string()),
      named: z.array(Named),
      relatives: z.array(Named),
    }),
  ),
  /** Children whose consent stands, the strongest pair first. */
  children: z.array(
    Named.extend({
      cells: z.array(BoardCell),
      fartherOff: z.number(),
      /** Not weighed yet. */
      waiting: z.boolean(),
      joint: z
        .object({
          positions: z.array(z.object({ position: z.string(), probability: z.number() })),
          nowhere: z.number(),
        })
        .nullable(),
      kin: z.array(
        z.object({
          other: Named,
          relationship: z.enum(relationships),
          log10LR: Log,
          loci: z.number(),
          expectedByChance: z.number().nullable(),
        }),
      ),
    }),
  ),
  joint: Joint.nullable(),
  jointBecause: z.string().nullable(),
  leftOut: z.array(z.object({ person: Named, because: z.enum(['no-consent', 'not-typed', 'withdrawn']) })),
  /** Families that left because a relative withdrew. */
  familiesLeft: z.number(),
})

const getSearch = operation({
  summary: 'A search as far as it has come: children beside families, the strongest pairs first',
  may: searchReaders,
  input: z.object({ search: z.uuid() }),
  output: Board,
  reads: true,
  async run(ctx, { search: id }) {
    const search = searchOf(await ctx.file(id))
    if (!search) throw new Refusal('search-not-found', {}, 404)
    const world = await openWorld(ctx, search)
    const { done, pieces, since } = (await ctx.db
      .withTables<EvidenceTables>()
      .selectFrom('searches')
      .select(['done', 'pieces', 'since'])
      .where('search', '=', id)
      .executeTakeFirst()) ?? { done: 0, pieces: 0, since: new Date(search.at) }
    const children = search.children.filter(world.stands).map((child) => toRow(world, id, child))
    const open = search.positions.filter((at) => world.open(at))
    return {
      ...{ search: id, state: search.state, because: search.because ?? null, pieces, done },
      ...{ began: search.at, since: since.toISOString(), parameters: search.parameters },
      positions: byStrength(open, children).map((at) => toColumn(world, at)),
      children: children.sort((a, b) => compareRows(a, b)),
      ...{ joint: search.joint ?? null, jointBecause: search.jointBecause ?? null },
      leftOut: leftOutOf(world, search),
      familiesLeft: search.positions.length - open.length,
    }
  },
})

type Row = z.input<typeof Board>['children'][number]

/** What is needed to show a search, with those taken out whose consent does not stand any more. */
async function openWorld(ctx: Context, search: SearchFound) {
  const families = await filesOf(
    ctx,
    search.positions.map(({ family }) => family),
  )
  const drawn = new Map(
    search.positions.map((at) => [at.family, drawingAt(families.get(at.family)!, at.drawing)]),
  )
  const drawnIds = [...drawn.values()].flatMap(namedIn)
  const files = await filesOf(ctx, [
    ...search.children,
    ...search.leftOut.map(({ person }) => person),
    ...drawnIds,
  ])
  const rows = await peopleOf(ctx, [...files.keys()])
  const stands = (id: string) => consents(files.get(id))
  const relativesIn = (family: string) =>
    namedIn(drawn.get(family)!).filter((id) => files.get(id)?.kind === 'relative')
  // A family leaves when anybody of it whose profile took part withdrew: what was weighed holds theirs too.
  const withdrawn = new Set(search.relatives.filter((id) => !stands(id)))
  const open = (at: Position) => !relativesIn(at.family).some((id) => withdrawn.has(id))
  const positions = new Map(search.positions.filter(open).map((at) => [at.position, at]))
  return { files, rows, drawn, stands, open, relativesIn, positions }
}
type World = Awaited<ReturnType<typeof openWorld>>

const consents = (file: CaseFile | undefined): boolean =>
  file !== undefined && standingConsent(file, 'dna') !== undefined
async function peopleOf(ctx: Context, ids: string[]): Promise<Map<string, PersonRow>> {
  const rows = await ctx.db
    .withTables<CasefileTables>()
    .selectFrom('people')
    .selectAll()
    .where('id', '=', anyOf(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

const named = (world: World, id: string): z.input<typeof Named>[] => {
  const row = world.rows.get(id)
  return row ? [{ id, kind: row.kind, names: row.names }] : []
}

function toRow(world: World, search: string, child: string): Row {
  const file = world.files.get(child)!
  const { pairs, together } = foundIn(file, search)
  const claimed = new Set(claimsOf(file).map(({ claim }) => claim.family))
  const cells = (pairs?.cells ?? []).flatMap((cell) => {
    const at = world.positions.get(cell.position)
    if (!at) return []
    const { perLocus: _, ...shown } = cell
    const fit = misfitsOf(world.rows.get(child), at.places, world.rows)
    const expectedByChance = together?.chance.find((one) => one.position === cell.position)?.expected ?? null
    return [{ ...shown, band: bandOf(cell), misfits: fit, claimed: claimed.has(at.family), expectedByChance }]
  })
  const joint = together?.joint
  return {
    ...named(world, child)[0]!,
    ...{ cells, fartherOff: pairs?.fartherOff ?? 0, waiting: !pairs },
    joint: joint
      ? {
          nowhere: joint.nowhere,
          positions: joint.positions.filter(({ position }) => world.positions.has(position)),
        }
      : null,
    kin: (together?.kin ?? []).flatMap(({ child: other, ...rest }) =>
      world.stands(other) ? named(world, other).map((one) => ({ other: one, ...rest })) : [],
    ),
  }
}

function toColumn(world: World, at: Position): z.input<typeof Board>['positions'][number] {
  return {
    ...{ position: at.position, family: at.family, missing: at.places.map(({ id }) => id) },
    named: at.places.flatMap(({ id }) => named(world, id)),
    relatives: world
      .relativesIn(at.family)
      .filter(world.stands)
      .flatMap((id) => named(world, id)),
  }
}

const bestOf = (row: Row): number => Number(row.cells[0]?.log10LR ?? Number.NEGATIVE_INFINITY)
const compareRows = (a: Row, b: Row): number =>
  bestOf(a) === bestOf(b) ? (a.id < b.id ? -1 : 1) : bestOf(b) - bestOf(a)

function byStrength(positions: Position[], children: Row[]): Position[] {
  const best = new Map<string, number>()
  for (const { cells } of children)
    for (const { position, log10LR } of cells)
      best.set(position, Math.max(best.get(position) ?? Number.NEGATIVE_INFINITY, Number(log10LR)))
  const of = ({ position }: Position) => ({ log10LR: best.get(position) ?? -1e9 })
  return positions.toSorted((a, b) => byRatio(of(a), of(b)))
}

function leftOutOf(world: World, search: SearchFound): z.input<typeof Board>['leftOut'] {
  const withdrawn = search.children
    .filter((id) => !world.stands(id))
    .map((person) => ({ person, because: 'withdrawn' as const }))
  return [...search.leftOut, ...withdrawn].flatMap(({ person, because }) =>
    named(world, person).map((one) => ({ person: one, because })),
  )
}

export const operations = { getSearch }
