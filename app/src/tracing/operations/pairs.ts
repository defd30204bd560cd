import { sql } from 'kysely'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { descriptionOf } from '../../casefile/model.ts'
import { findPeople } from '../../casefile/operations.ts'
import { type Asked, findPairs, type Listed, type Pair, weighInTurns } from '../candidates.ts'
import { type Decision, decisionsOf, foundOf, requestOf, stageOf } from '../model.ts'
import { standsAgainst } from '../rules.ts'
import { keyOfPlace, linksOf, searchesOf, spread } from '../searches/model.ts'
import { unlistedOf } from '../weighing/model.ts'
import { type Desk, openDesk } from './requests.ts'

/** Everybody who may be asked for, the desk's requests, and how many are believed to be on no list. */
export type Gathered = {
  desk: Desk
  people: Map<string, CaseFile>
  children: number
  unlisted: number | undefined
}

const isTakenUp = (file: CaseFile, { decisions }: Desk): boolean =>
  !['received', 'closed'].includes(stageOf(file, decisions))

export async function gather(ctx: Context, operation: string): Promise<Gathered> {
  const desk = await openDesk(ctx, operation)
  const wantsAdults = desk.files.some((file) =>
    requestOf(file)!.sought.some((one) => one.kind === 'relative'),
  )
  const children = await findPeople(ctx, { operation, kind: 'child' })
  const adults = wantsAdults ? await findPeople(ctx, { operation, kind: 'relative' }) : []
  const files = await ctx.files([...children, ...adults].map((person) => person.id))
  return {
    desk,
    people: new Map(files.map((file) => [file.id, file])),
    children: children.length,
    unlisted: unlistedOf(await ctx.file(operation)),
  }
}

/** Suggestions nobody has decided on, of requests that were taken up; of one search only the likeliest of each child. */
export async function undecided({ desk, people, unlisted }: Gathered): Promise<Pair[]> {
  const asked: Asked[] = desk.files
    .filter((file) => isTakenUp(file, desk))
    .flatMap((file) => {
      const { sought } = requestOf(file)!
      const names = sought.map((one) => one.name)
      return sought.map((one, at) => ({
        ...{ relative: file.id, at, sought: one },
        besides: names.filter((_, other) => other !== at),
      }))
    })
  const listed: Listed[] = [...people.values()].flatMap((file) => {
    const description = descriptionOf(file)
    const kind = file.kind === 'child' ? 'child' : 'relative'
    return description ? [{ id: file.id, description, found: foundOf(file), kind }] : []
  })
  await weighInTurns(asked, listed)
  const isUndecided = ({ child, relative, at }: Pick<Pair, 'child' | 'relative' | 'at'>) =>
    !standsAgainst(desk.decisions, { child, relative, sought: at })
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
