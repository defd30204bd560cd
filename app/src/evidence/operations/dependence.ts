import { sql } from 'kysely'
import { z } from 'zod'
import { standingConsent } from '../../casefile/consent.ts'
import type { Context } from '../../casefile/context.ts'
import { type CaseFile, lastOf } from '../../casefile/event.ts'
import { operation } from '../../casefile/operation.ts'
import { translate } from '../../design/languages/messages.ts'
import { claimsOf } from '../model/claims.ts'
import { searchStarted } from '../model/search.ts'
import { words } from '../words.ts'
import { filesById, findTyped, namesOf, spoken } from './people.ts'

const kinds = ['profile', 'weighing', 'decision', 'search', 'clearance', 'flight'] as const
const Depends = z.object({
  kind: z.enum(kinds),
  child: z.uuid().nullable(),
  /** The claim, or the search, it is part of. */
  of: z.uuid().nullable(),
  at: z.string().nullable(),
  sentence: z.string(),
})
type Found = Omit<z.infer<typeof Depends>, 'sentence'>

/** Claims in whose last weighing this person's profile was used, and the decisions made of them. */
function inClaims(children: CaseFile[], person: string): Found[] {
  return children.flatMap((child) =>
    claimsOf(child).flatMap(({ claim, weighing, decision, signatures }) => {
      if (!weighing?.typed.some((one) => one.person === person)) return []
      const at = { child: child.id, of: claim.claim }
      const decided = decision && decision !== 'disagreed'
      return [
        { kind: 'weighing' as const, ...at, at: weighing.at },
        ...(decided ? [{ kind: 'decision' as const, ...at, at: signatures.at(-1)?.at ?? null }] : []),
      ]
    }),
  )
}

async function inSearches(ctx: Context, file: CaseFile): Promise<Found[]> {
  const { rows } = await sql<{ search: string }>`
    select search from searches where operation = ${file.operation} order by began`.execute(ctx.db)
  const files = await ctx.files(rows.map((row) => row.search))
  return files.flatMap((search) => {
    const started = lastOf(search, searchStarted)
    const takesPart = started && [...started.detail.children, ...started.detail.relatives].includes(file.id)
    return takesPart ? [{ kind: 'search' as const, child: null, of: search.id, at: started.recordedAt }] : []
  })
}

/** What the way home of a child whose kinship was decided so rests on it further. */
async function onTheWay(ctx: Context, children: string[]): Promise<Found[]> {
  const { rows } = await sql<{ child: string; station: string; since: Date }>`
    select child, station, since from steps
    where child = any(${children}::uuid[]) and station in ('clearance', 'evacuation') order by since`.execute(
    ctx.db,
  )
  return rows.map(({ child, station, since }) => ({
    kind: station === 'clearance' ? ('clearance' as const) : ('flight' as const),
    ...{ child, of: null, at: since.toISOString() },
  }))
}

const whatDependsOn = operation({
  summary:
    'What rests on somebody’s DNA profile, and so on their consent: weighings, decisions, searches, plans',
  may: ['coordinator', 'geneticist', 'lawyer'],
  input: z.object({ person: z.uuid() }),
  output: z.object({ consented: z.boolean(), depends: z.array(Depends) }),
  reads: true,
  async run(ctx, { person }) {
    const file = await ctx.file(person)
    const { rows } = await sql<{ child: string }>`select distinct c.child from claims c
      where c.child = ${file.id} or c.family in (select family from family_people where person = ${file.id})`.execute(
      ctx.db,
    )
    const children = [
      ...(
        await filesById(
          ctx,
          rows.map((row) => row.child),
        )
      ).values(),
    ]
    const claims = inClaims(children, file.id)
    const decided = claims.flatMap((one) => (one.kind === 'decision' && one.child ? [one.child] : []))
    const found: Found[] = [
      ...((await findTyped(ctx, [file.id])).size
        ? [{ kind: 'profile' as const, child: null, of: null, at: null }]
        : []),
      ...claims,
      ...(await inSearches(ctx, file)),
      ...(await onTheWay(ctx, decided)),
    ]
    const names = await namesOf(
      ctx,
      children.map((child) => child.id),
    )
    return {
      consented: standingConsent(file, 'dna') !== undefined,
      depends: found.map((one) => ({
        ...one,
        sentence: translate(words, ctx.language, `evidence.depends.${one.kind}`, {
          child: spoken(names.get(one.child ?? ''), ctx),
        }),
      })),
    }
  },
})

export const operations = { whatDependsOn }
