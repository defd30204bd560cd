import { sql } from 'kysely'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { keepFiles } from '../../casefile/keeping.ts'
import { descriptionOf } from '../../casefile/model.ts'
import { type Asked, findPairs, type Listed, type Pair, weighInTurns } from '../candidates.ts'
import { type Decision, decisionsOf, foundOf, ofTheDesk, requestOf, stageOf } from '../model.ts'
import { standsAgainst } from '../rules.ts'
import { keyOfPlace, linksOf, placesWith, searchesOf, spread } from '../searches/model.ts'
import { unlistedOf } from '../weighing/model.ts'
import { type Desk, deskSettings, openDesk } from './requests.ts'

/** Everybody who may be asked for, the desk's requests, and how many are believed to be on no list. */
export type Gathered = {
  desk: Desk
  people: Map<string, CaseFile>
  children: number
  unlisted: number | undefined
}

const isTakenUp = (file: CaseFile, { decisionsOn }: Desk): boolean =>
  !['received', 'closed'].includes(stageOf(file, decisionsOn(file.id)))

async function listedIds(ctx: Context, operation: string, kind: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from people
    where operation = ${operation} and kind = ${kind} and set_aside is null order by id`.execute(ctx.db)
  return rows.map((row) => row.id)
}

export async function gather(ctx: Context, operation: string): Promise<Gathered> {
  const desk = await openDesk(ctx, operation)
  const wantsAdults = desk.files.some((file) =>
    requestOf(file)!.sought.some((one) => one.kind === 'relative'),
  )
  const children = await listedIds(ctx, operation, 'child')
  const adults = wantsAdults ? await listedIds(ctx, operation, 'relative') : []
  const files = await keepFiles(ctx, `people ${operation}`, [...children, ...adults], ofTheDesk)
  return {
    desk,
    people: new Map(files.map((file) => [file.id, file])),
    children: children.length,
    unlisted: unlistedOf(await deskSettings(ctx, operation)),
  }
}

const ofList = new WeakMap<CaseFile, Listed>()
/** The same file is the same on a list, so that a list nobody changed is known for the one weighed before. */
function toListed(file: CaseFile): Listed[] {
  const description = descriptionOf(file)
  if (!description) return []
  const kind = file.kind === 'child' ? 'child' : 'relative'
  const listed = ofList.get(file) ?? { id: file.id, description, found: foundOf(file), kind }
  ofList.set(file, listed)
  return [listed]
}

/**
 * Suggestions nobody has decided on, of requests that were taken up; of one search only the likeliest of each child.
 * `of`: those of these requests alone; with one of a search come all of it.
 */
export async function undecided({ desk, people, unlisted }: Gathered, of = desk.files): Promise<Pair[]> {
  const asked: Asked[] = of
    .filter((file) => isTakenUp(file, desk))
    .flatMap((file) => {
      const { sought } = requestOf(file)!
      const names = sought.map((one) => one.name)
      return sought.map((one, at) => ({
        ...{ relative: file.id, at, sought: one },
        besides: names.filter((_, other) => other !== at),
      }))
    })
  const listed = [...people.values()].flatMap(toListed)
  await weighInTurns(asked, listed)
  const isUndecided = ({ child, relative, at }: Pick<Pair, 'child' | 'relative' | 'at'>) =>
    !standsAgainst(desk.decisionsOn(relative), { child, relative, sought: at })
  return onceASearch(findPairs(asked, listed, isUndecided, unlisted), desk)
}

function onceASearch(pairs: Pair[], { searches }: Desk): Pair[] {
  const seen = new Set<string>()
  return pairs.filter(({ child, relative, at }) => {
    const place = keyOfPlace({ relative, sought: at })
    const key = `${searches.get(place) ?? place} ${child}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** A request with those that seek one of its people too. */
export function withItsSearches({ files, byId, searches }: Desk, request: CaseFile): CaseFile[] {
  const places = requestOf(request)!.sought.map((_, sought) => ({ relative: request.id, sought }))
  const ids = new Set(places.flatMap((place) => placesWith(searches, place)).map((one) => one.relative))
  return byId.has(request.id) ? files.filter((file) => ids.has(file.id)) : [request]
}

/** The decisions that stand for a sought person, on this request or on another of the same search. */
export async function decisionsFor(ctx: Context, relative: CaseFile, sought: number): Promise<Decision[]> {
  const { rows } = await sql<{ relative: string }>`select distinct other.relative from tracing_searches mine
    join tracing_searches other using (search)
    where mine.relative = ${relative.id} and mine.sought = ${sought} and other.relative <> ${relative.id}`.execute(
    ctx.db,
  )
  const files = [relative, ...(await ctx.files(rows.map((row) => row.relative)))]
  return spread(files.flatMap(decisionsOf), searchesOf(linksOf(files)))
}
