import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import { bytesOf, SentFile } from '../../casefile/operation.ts'
import { Refusal } from '../../platform/refusal.ts'
import { sha256 } from '../../platform/sealing.ts'
import { readSheet, type Sheet } from '../../platform/sheet.ts'
import { type Plan, planRows } from '../rows.ts'
import { externalKey, keysOf, saidKey } from './keys.ts'
import { gatherKnown, standingImports } from './known.ts'
import { type Match, type Matches, matchRows } from './matching.ts'
import { headersAlike, headersOf, type Remembered, readingWith, recall } from './memory.ts'
import { Reading } from './reading.ts'

/** What every question about a list brings: the list itself, and how it is to be read. */
export const ListInput = z.object({
  operation: z.uuid(),
  file: SentFile,
  reading: Reading.default({}),
  /** The import this list is a corrected version of; null: of none; absent: found out from the rows. */
  versionOf: z.uuid().nullish(),
})
export type ListInput = z.output<typeof ListInput>

export type ReadList = {
  sum: string
  sheet: Sheet
  reading: Reading
  remembered: Remembered | undefined
  plan: Plan
  headers: string[]
  matches: Matches
}

/** Reads a list and finds who is in which row, from read tables alone. Refuses what names no columns. */
export async function readList(ctx: Context, { operation, file, ...input }: ListInput): Promise<ReadList> {
  const bytes = bytesOf(file)
  const sheet = await readSheet(bytes, input.reading)
  const remembered = await recall(ctx, operation, sheet.rows, input.reading.headerRow)
  const reading = readingWith(input.reading, remembered)
  const plan = planRows(sheet.rows, ctx.now, reading)
  if (!plan)
    throw new Refusal('list-names-no-columns', {
      first: (sheet.rows[0] ?? []).filter(Boolean).join(', ').slice(0, 120),
    })
  if (!plan.columns.some(({ field }) => field === 'name' || field === 'given'))
    throw new Refusal('no-column-is-the-name')
  const sum = sha256(bytes)
  const headers = headersOf(operation, sheet.rows[plan.headerRow - 1] ?? [])
  const imports = await standingImports(ctx, operation)
  if (input.versionOf && !imports.some((one) => one.import === input.versionOf))
    throw new Refusal('import-not-found', {}, 404)
  const known = await gatherKnown(
    ctx,
    operation,
    imports.map((one) => one.import),
  )
  const of = (fits: (one: (typeof imports)[number]) => boolean) =>
    new Set(imports.filter(fits).map((one) => one.import))
  const asked = plan.rows.map((row) => ({
    row,
    keys: row.listed ? keysOf(operation, row.listed.description) : { names: [], mothers: [] },
    external: row.id ? externalKey(operation, row.id) : null,
  }))
  const matches = matchRows(asked, known, {
    same: of((one) => one.list === sum),
    alike: of((one) => headersAlike(one.headers, headers)),
    chosen: input.versionOf,
  })
  return { sum, sheet, reading, remembered, headers, matches, plan: withMatches(plan, matches.of) }
}

/** What matching found wrong with a row, or worth telling, beside what reading it did. */
function withMatches(plan: Plan, of: Map<number, Match>): Plan {
  const rows = plan.rows.map((row) => {
    const match = of.get(row.row)
    const problem = (code: string) => ({ field: 'name' as const, code })
    if (row.problems.length || !match) return row
    if (match.how === 'number-of-another')
      return {
        ...row,
        problems: [{ field: 'id' as const, code: 'number-of-another', values: { written: row.id ?? '' } }],
      }
    if (match.how === 'here') return { ...row, problems: [problem('already-in-operation')] }
    return match.how === 'alike' ? { ...row, notes: [...row.notes, problem('alike-in-operation')] } : row
  })
  return { ...plan, rows }
}

export const states = ['new', 'changed', 'same', 'here', 'bad'] as const
export type State = (typeof states)[number]

/** What will happen to a row, before any file is opened: `changed` may still come to nothing. */
export function stateOf(list: ReadList, row: Plan['rows'][number], asNew: Set<number> = new Set()): State {
  const match = list.matches.of.get(row.row)
  if (match?.how === 'here' && row.listed) return asNew.has(row.row) ? 'new' : 'here'
  if (row.problems.length || !row.listed) return 'bad'
  if (match?.how !== 'version') return 'new'
  return match.said === saidKey(row.said) ? 'same' : 'changed'
}
