import { z } from 'zod'
import type { CaseFile } from '../../casefile/event.ts'
import { operationOf } from '../../casefile/model.ts'
import { operation } from '../../casefile/operation.ts'
import { requireFresh, requireKind } from '../../casefile/rules.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findCorridor, mothers, stays } from '../corridors.ts'
import { begun, CircumstancesOf, circumstancesStated, clearanceOf, USUAL } from '../model.ts'
import { versionOf } from './gather.ts'

const Because = z.array(z.object({ child: z.uuid(), because: z.array(z.string()) }))

export const beginClearance = operation({
  summary: 'Begin the clearance of children: from now on what their corridor asks is on the matrix',
  may: ['coordinator', 'consul', 'lawyer'],
  input: z.object({
    operation: z.uuid(),
    children: z
      .array(
        z.object({ child: z.uuid(), mother: z.enum(mothers).optional(), stays: z.enum(stays).optional() }),
      )
      .min(1)
      .max(500),
  }),
  output: z.object({ done: z.array(z.uuid()), waiting: Because }),
  async run(ctx, input) {
    const corridor = operationOf(await ctx.file(input.operation))?.corridor ?? ''
    if (!findCorridor(corridor)) throw new Refusal('corridor-unknown', { corridor })
    const told = new Map(input.children.map(({ child, ...circumstances }) => [child, circumstances]))
    const done: string[] = []
    const waiting: z.infer<typeof Because> = []
    for (const file of await ctx.files([...told.keys()])) {
      const because = hindrance(file, input.operation)
      if (because) waiting.push({ child: file.id, because: [because] })
      else done.push(file.id)
    }
    for (const child of done) {
      await ctx.record([input.operation, child], begun, { corridor })
      await ctx.record([child], circumstancesStated, { ...USUAL, ...told.get(child) })
    }
    return { done, waiting }
  },
})

/** Why the clearance of a child cannot begin here. */
function hindrance(file: CaseFile, operation: string): string | undefined {
  if (file.kind !== 'child') return 'not-a-child'
  if (file.operation !== operation) return 'other-operation'
  return clearanceOf(file) ? 'clearance-begun' : undefined
}

export const stateCircumstances = operation({
  summary:
    'State whether the mother lives and where the child stays: which requirements apply follows from it',
  may: ['coordinator', 'consul', 'lawyer'],
  input: CircumstancesOf.extend({ child: z.uuid(), seen: z.number().int().optional() }),
  output: z.object({}),
  async run(ctx, { child, seen, ...circumstances }) {
    const file = await ctx.file(child)
    requireKind(file, 'child')
    requireFresh({ ...file, version: versionOf(file) }, seen)
    if (!clearanceOf(file)) throw new Refusal('clearance-not-begun')
    await ctx.record([child], circumstancesStated, circumstances)
    return {}
  },
})
