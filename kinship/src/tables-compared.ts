import { type FrequencyTable, type LociChoice, lociWithChanges } from './frequency-table.ts'
import { type LikelihoodRatios, likelihoodRatio } from './likelihood-ratio.ts'
import type { LocusChange } from './minimum-frequency.ts'
import { orRefusal, refuse } from './refusal.ts'
import type { KinshipCase, Locus, Note, RefusalDetail } from './types.ts'

/** A case without its loci, and the tables to take them from. `choice.names`: the loci asked for. */
export type CaseByTable = Omit<KinshipCase, 'loci'> & {
  tables: FrequencyTable[]
  choice: Omit<LociChoice, 'observed'>
}

/** What one table gives: on all loci it has, and on the loci all tables have. */
export type TableAnswer = {
  table: string
  title: string
  loci: string[]
  /** Asked for and not in this table: left out for this table only. */
  missing: string[]
  changes: LocusChange[]
  answer: LikelihoodRatios | { refusal: RefusalDetail }
  onCommonLoci: Record<string, number | null> | null
}

/** The lowest log10 LR of one hypothesis, and the table it comes from; null when no table gives a ratio. */
export type LowestRatio = { table: string; log10LR: number } | null

export type TableComparison = {
  reference: string
  answers: TableAnswer[]
  /** Loci every table that gave an answer has. */
  commonLoci: string[]
  /** By hypothesis: what to quote (NRC II 1996 and common practice: the least favourable population). */
  lowest: Record<string, LowestRatio>
  /** The same on the common loci alone, where the tables can be compared with one another. */
  lowestOnCommonLoci: Record<string, LowestRatio>
  notes: Note[]
}

/**
 * The likelihood ratio under each table, and the lowest of them, which is the one to quote.
 *
 * @example A father and a child who are both 6/6, theta 0: LR = 1/p(6). Tables with p(6) 0.25 and 0.5 give 4 and 2;
 *   lowest.father is { table: the second, log10LR: log10 2 }.
 * @returns the answers by table (a table may be refused by itself), or `{ refusal }` when no table gives one
 */
export function likelihoodRatioByTable(input: CaseByTable): TableComparison | { refusal: RefusalDetail } {
  return orRefusal(() => {
    const { tables, choice, ...rest } = input
    if (tables.length === 0) return refuse('no-table', 'Name at least one frequency table.')
    const twice = tables.find((table, i) => tables.findIndex(({ id }) => id === table.id) < i)
    if (twice) return refuse('table-twice', `The table "${twice.id}" is named twice.`)
    const reference = rest.reference ?? rest.hypotheses.at(-1)?.name ?? ''
    const weighed = tables.map((table) => underTable(table, choice, rest))
    const usable = weighed.filter(({ answer }) => !('refusal' in answer))
    const [first] = weighed
    if (usable.length === 0 && first && 'refusal' in first.answer) {
      return refuse(first.answer.refusal.code, first.answer.refusal.message)
    }
    const commonLoci = choice.names.filter((name) =>
      usable.every(({ loci }) => loci.some((one) => one.name === name)),
    )
    const answers = weighed.map((one) => ({
      ...one,
      loci: one.loci.map(({ name }) => name),
      onCommonLoci: onCommonLoci(one, commonLoci, rest),
    }))
    const tested = rest.hypotheses.map(({ name }) => name).filter((name) => name !== reference)
    const lowest = (pick: (one: TableAnswer) => Record<string, number | null> | null) =>
      Object.fromEntries(tested.map((name) => [name, lowestOf(answers, (one) => pick(one)?.[name] ?? null)]))
    return {
      reference,
      answers,
      commonLoci,
      lowest: lowest(({ answer }) => ('refusal' in answer ? null : answer.log10LR)),
      lowestOnCommonLoci: lowest((one) => one.onCommonLoci),
      notes: answers.flatMap(notesOn),
    }
  })
}

type Rest = Omit<KinshipCase, 'loci'>
type Weighed = Omit<TableAnswer, 'loci' | 'onCommonLoci'> & { loci: Locus[] }

function underTable(table: FrequencyTable, choice: CaseByTable['choice'], rest: Rest): Weighed {
  const names = choice.names.filter((name) => Object.hasOwn(table.loci, name))
  const missing = choice.names.filter((name) => !names.includes(name))
  const about = { table: table.id, title: table.title, missing }
  const found = orRefusal(() => {
    if (names.length === 0) refuse('no-locus-in-table', `The table "${table.title}" has none of the loci.`)
    return lociWithChanges(table, { ...choice, names, observed: rest.genotypes })
  })
  if ('refusal' in found) return { ...about, loci: [], changes: [], answer: found }
  const answer = likelihoodRatio({ ...rest, loci: found.loci })
  return { ...about, ...found, answer }
}

/** The whole answer where nothing is left out; linked loci do not simply add up, so the rest is weighed anew. */
function onCommonLoci({ answer, loci }: Weighed, common: string[], rest: Rest) {
  if ('refusal' in answer || common.length === 0) return null
  if (common.length === loci.length) return answer.log10LR
  const again = likelihoodRatio({ ...rest, loci: loci.filter(({ name }) => common.includes(name)) })
  return 'refusal' in again ? null : again.log10LR
}

function lowestOf(answers: TableAnswer[], pick: (one: TableAnswer) => number | null): LowestRatio {
  return answers.reduce<LowestRatio>((lowest, one) => {
    const log10LR = pick(one)
    if (log10LR === null || (lowest && lowest.log10LR <= log10LR)) return lowest
    return { table: one.table, log10LR }
  }, null)
}

function notesOn({ title, missing, answer }: TableAnswer): Note[] {
  if ('refusal' in answer) {
    const message = `The table "${title}" gives no ratio and counts in none of the lowest: ${answer.refusal.message}`
    return [{ code: 'table-refused', message }]
  }
  return missing.map((locus) => ({
    code: 'locus-not-in-table',
    locus,
    message: `The table "${title}" has no locus ${locus}: under this table the ratio leaves it out.`,
  }))
}
