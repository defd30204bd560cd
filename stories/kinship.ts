import { sql } from 'kysely'
import type { Profession } from '../app/src/casefile/access.ts'
import { roleOf } from '../app/src/casefile/access.ts'
import { type Context, openContext } from '../app/src/casefile/context.ts'
import { claimed, type Signature, signatureWithdrawn, signed, weighed } from '../app/src/evidence/model.ts'
import { asActor } from '../app/src/platform/database.ts'
import { newId } from '../app/src/platform/identity.ts'
import type { TestHouse } from './house.ts'

/** Records events as one profession, behind its wall: for stories that begin where another station's end. */
export function recordAs(world: TestHouse, profession: Profession, work: (ctx: Context) => Promise<unknown>) {
  const actor = { id: world.accounts[profession], name: profession, profession, language: 'en' as const }
  const caller = { actor, language: 'en' as const, device: 'story' }
  return asActor(world.house.db, roleOf(profession), actor.id, (tx) =>
    work(openContext(world.house, caller, tx, true)),
  )
}

const parameters = {
  table: 'a table',
  theta: 0.02,
  mutation: { model: 'none' as const, rate: 0 },
  minimumFrequency: 0.01,
}

/** The events that a supported decision leaves in a child's file, without the laboratory before it. */
export async function decideKinship(world: TestHouse, child: string, claimant: string) {
  const [claim, weighing, family] = [newId(), newId(), newId()]
  const sign = (profession: Profession, side: Signature['side'], stands: Signature['stands']) =>
    recordAs(world, profession, (ctx) =>
      ctx.record([child], signed, {
        claim,
        weighing,
        signature: newId(),
        verdict: 'supported',
        side,
        stands,
      }),
    )
  await recordAs(world, 'geneticist', async (ctx) => {
    await ctx.record([child], claimed, {
      ...{
        claim,
        family,
        claimant,
        children: [child],
        questioned: 'both' as const,
        statement: 'His grandmother',
      },
    })
    await ctx.record([child], weighed, {
      ...{
        claim,
        weighing,
        drawing: 0,
        parameters,
        engine: { name: 'kinship', version: '0' },
        typed: [],
        leftOut: [],
      },
      ...{ hypotheses: { H1: [], H2: [] }, perLocus: [], dropped: [], underTables: [] },
      ...{
        lnLR: Math.log(1e6),
        log10LR: 6,
        scale: { id: 'a scale', band: 'a band' },
        finding: 'supported' as const,
      },
    })
  })
  await sign('geneticist', 'science', 'signed')
  await sign('lawyer', 'care', 'decided')
  return { claim, weighing }
}

export const takeBackSignature = (world: TestHouse, child: string, claim: string) =>
  recordAs(world, 'lawyer', async (ctx) => {
    const file = await ctx.file(child)
    const last = file.events.findLast(
      (event) => event.type === signed.type && event.by === world.accounts.lawyer,
    )
    const { signature } = last!.detail as Signature
    await ctx.record([child], signatureWithdrawn, { claim, signature, reason: 'A doubt', remaining: 1 })
  })

/** Every row of some read tables, for comparing before and after a rebuild. */
export async function rowsOf(world: TestHouse, tables: string[]): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const table of tables) {
    const { rows } = await sql<{
      row: string
    }>`select to_jsonb(t)::text as row from ${sql.id(table)} t order by 1`.execute(world.house.owner)
    found[table] = rows.map(({ row }) => row)
  }
  return found
}
