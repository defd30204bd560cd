import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import type { CaseFile } from '../../casefile/event.ts'
import { keepFiles } from '../../casefile/keeping.ts'
import { operation } from '../../casefile/operation.ts'
import { requireKind } from '../../casefile/rules.ts'
import { newId } from '../../platform/identity.ts'
import { Refusal } from '../../platform/refusal.ts'
import { Claim, type ClaimState, claimed, claimsOf, Log, ofClaims, Verdict } from '../model/claims.ts'
import { familyOf, namedIn } from '../model/family.ts'
import { hypothesesOf } from '../rules/hypotheses.ts'
import { type ClaimStage, claimStages } from '../rules/steps.ts'
import type { EvidenceTables } from '../store.ts'
import { readers } from './families.ts'
import { Named, namesOf, withNames } from './people.ts'

export const deciders = ['coordinator', 'geneticist', 'lawyer'] as const

const makeClaim = operation({
  summary: 'Record a claim: that these children belong to a drawn family as somebody of it says',
  may: deciders,
  input: Claim.omit({ claim: true }),
  output: z.object({ claim: z.uuid() }),
  async run(ctx, claim) {
    const files = await ctx.files([claim.family, ...claim.children])
    const [family, ...children] = [files[0]!, ...files.slice(1)]
    requireKind(family, 'family')
    for (const child of children) requireKind(child, 'child')
    const people = familyOf(family) ?? []
    if (!namedIn(people).includes(claim.claimant) || claim.children.includes(claim.claimant))
      throw new Refusal('claimant-not-in-family')
    await withNames(ctx, () => hypothesesOf(people, claim.children, claim.questioned))
    const again = children.find((child) =>
      claimsOf(child).some((state) => isOpen(state) && state.claim.family === claim.family),
    )
    if (again)
      await withNames(ctx, () => Promise.reject(new Refusal('claimed-already', { person: again.id })))
    const id = newId(ctx.now.getTime())
    for (const child of new Set(claim.children)) await ctx.record([child], claimed, { ...claim, claim: id })
    return { claim: id }
  },
})

const isOpen = ({ decision }: ClaimState): boolean => decision === undefined || decision === 'disagreed'

export const ListedClaim = z.object({
  claim: z.uuid(),
  family: z.uuid(),
  children: z.array(Named),
  claimant: Named.nullable(),
  statement: z.string(),
  stage: z.enum(claimStages),
  finding: Verdict.nullable(),
  log10LR: Log.nullable(),
  decision: z.enum(['supported', 'inconclusive', 'contradicted', 'disagreed']).nullable(),
})

const listClaims = operation({
  summary: 'The claims of an operation or of one child: what is decided, and what each waits for',
  may: readers,
  input: z.object({ operation: z.uuid(), child: z.uuid().optional() }),
  output: z.object({ claims: z.array(ListedClaim), unclaimed: z.array(Named) }),
  reads: true,
  async run(ctx, { operation, child }) {
    const rows = await claimRows(ctx, operation, child)
    const children = [...new Set(rows.map((row) => row.child))]
    const files = child
      ? await ctx.files(children)
      : await keepFiles(ctx, `claims ${operation}`, children, ofClaims)
    ctx.shows(children)
    const stages = new Map(rows.map((row) => [row.claim, row.stage]))
    const byClaim = new Map<string, { state: ClaimState; stage: ClaimStage }>()
    for (const state of files.flatMap(claimsOf)) {
      const stage = stages.get(state.claim.claim)
      if (stage) byClaim.set(state.claim.claim, { state, stage })
    }
    const people = [...byClaim.values()].flatMap(({ state }) => [
      ...state.claim.children,
      state.claim.claimant,
    ])
    const waiting = child ? [] : await unclaimedChildren(ctx, operation)
    const names = await namesOf(ctx, [...people, ...waiting])
    const named = (ids: string[]) => ids.flatMap((id) => names.get(id) ?? [])
    return {
      claims: [...byClaim.values()].map(({ state, stage }) => listed(state, stage, names, named)),
      unclaimed: named(waiting),
    }
  },
})

type ClaimRow = { claim: string; child: string; stage: ClaimStage }

function claimRows(ctx: Context, operation: string, child: string | undefined): Promise<ClaimRow[]> {
  let query = ctx.db
    .withTables<EvidenceTables & { people: { id: string; operation: string } }>()
    .selectFrom('claims')
    .innerJoin('people', 'people.id', 'claims.child')
    .select(['claim', 'child', 'stage'])
    .where('people.operation', '=', operation)
    .orderBy('claim')
  if (child) query = query.where('child', '=', child)
  return query.execute()
}

/** Children who stand at this station and wait for somebody to claim them. */
async function unclaimedChildren(ctx: Context, operation: string): Promise<string[]> {
  const rows = await ctx.db
    .withTables<{
      steps: { child: string; station: string; waits_for: string | null }
      people: { id: string; operation: string }
    }>()
    .selectFrom('steps')
    .innerJoin('people', 'people.id', 'steps.child')
    .select('child')
    .where('people.operation', '=', operation)
    .where('station', '=', 'evidence')
    .where('waits_for', '=', 'claim')
    .execute()
  return rows.map((row) => row.child)
}

function listed(
  state: ClaimState,
  stage: ClaimStage,
  names: Map<string, Named>,
  named: (ids: string[]) => Named[],
): z.input<typeof ListedClaim> {
  const { claim, weighing, decision = null } = state
  return {
    ...{ claim: claim.claim, family: claim.family, statement: claim.statement, stage, decision },
    children: named(claim.children),
    claimant: names.get(claim.claimant) ?? null,
    finding: weighing?.finding ?? null,
    log10LR: weighing?.log10LR ?? null,
  }
}

export type OpenedClaim = {
  state: ClaimState
  children: CaseFile[]
  family: CaseFile
  people: Map<string, CaseFile>
}

/**
 * One claim with the files of its family and of everybody drawn in it. All are taken in one go, so that two
 * people who write at once wait for each other instead of blocking each other.
 */
export async function claimIn(ctx: Context, claim: string, child: string): Promise<OpenedClaim> {
  const tables = ctx.db.withTables<EvidenceTables>()
  const rows = await tables
    .selectFrom('claims')
    .select(['child', 'family'])
    .where('claim', '=', claim)
    .execute()
  const family = rows.find((row) => row.child === child)?.family
  if (!family) throw new Refusal('claim-not-found', {}, 404)
  const drawn = await tables
    .selectFrom('family_people')
    .select('person')
    .where('family', '=', family)
    .execute()
  const ids = new Set([family, ...rows.map((row) => row.child), ...drawn.map((row) => row.person)])
  const files = new Map((await ctx.files([...ids])).map((file) => [file.id, file]))
  const state = claimsOf(files.get(child)!).find((found) => found.claim.claim === claim)
  if (!state) throw new Refusal('claim-not-found', {}, 404)
  const children = state.claim.children.flatMap((id) => files.get(id) ?? [])
  return { state, children, family: files.get(family)!, people: files }
}

export const operations = { makeClaim, listClaims }
