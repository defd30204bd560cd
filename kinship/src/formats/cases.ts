import { orRefusal, refuse } from '../refusal.ts'
import type { RefusalDetail } from '../types.ts'
import { engine } from '../version.ts'
import { kinds, type RawCase } from './kinds/index.ts'

export const casesFormat = 'sandsage.kinship-cases/1'
export const resultsFormat = 'sandsage.kinship-results/1'

export type CaseResult = { id: string; kind?: string; refusal?: RefusalDetail; [field: string]: unknown }
export type CaseResults = { format: typeof resultsFormat; engine: typeof engine; results: CaseResult[] }

/** Lists and objects of a case file, of which each costs memory however little is in it. */
const mostNested = 2_000_000

/**
 * The cases of a case file, unchecked one by one so that a bad case does not stop the others.
 *
 * @throws KinshipRefusal `not-a-case-file` when the text is no case file at all, `too-large`
 */
export function readCases(text: string): unknown[] {
  let nested = 0
  for (let at = 0; at < text.length; at++) if (text[at] === '[' || text[at] === '{') nested++
  if (nested > mostNested)
    refuse('too-large', `The file has more than ${mostNested} lists and objects: split it.`)
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return refuse(
      'not-a-case-file',
      'The file is not JSON; a case file starts with { "format": "sandsage.kinship-cases/1" }.',
    )
  }
  const { format, cases } = (file ?? {}) as { format?: unknown; cases?: unknown }
  if (format !== casesFormat || !Array.isArray(cases)) {
    return refuse('not-a-case-file', `The file must be { "format": "${casesFormat}", "cases": [...] }.`)
  }
  return cases
}

/** Computes every case; one that cannot be computed comes back as a refusal in its place. */
export function solveCases(cases: unknown[]): CaseResults {
  return { format: resultsFormat, engine, results: cases.map((raw, index) => solveCase(raw, index, cases)) }
}

/**
 * One case of a case file -> the fields its kind prints, infinities as the strings the format names.
 *
 * @param file the cases `{ "sameAs": id }` may name
 */
export function solveCase(raw: unknown, index = 0, file: unknown[] = []): CaseResult {
  const { id, kind } = (raw ?? {}) as { id?: unknown; kind?: unknown }
  const name = typeof id === 'string' || typeof id === 'number' ? String(id) : `case ${index + 1}`
  const result = orRefusal(() => {
    if (typeof kind === 'string' && Object.hasOwn(kinds, kind)) {
      return spellInfinities(kinds[kind]!(withInputOf(raw as RawCase, file))) as Record<string, unknown>
    }
    return refuse(
      'kind-not-supported',
      `The kind "${String(kind)}" is not computed by this version; it computes ${Object.keys(kinds).join(', ')}.`,
    )
  })
  if ('refusal' in result) return { id: name, refusal: result.refusal as RefusalDetail }
  return { id: name, kind: String(kind), ...result }
}

/** The case, with the input of the case its own input names as the same. */
function withInputOf(raw: RawCase, file: unknown[]): RawCase {
  const { sameAs } = Object(raw.input) as { sameAs?: unknown }
  if (sameAs === undefined) return raw
  const other = file.find((one) => (Object(one) as { id?: unknown }).id === sameAs) as RawCase | undefined
  if (other && (Object(other.input) as { sameAs?: unknown }).sameAs === undefined)
    return { ...raw, input: { ...Object(other.input), ...Object(raw.input), sameAs: undefined } }
  return refuse(
    'same-as-unknown',
    `The input is "sameAs" ${JSON.stringify(sameAs)}, which is no case of this file with an input of its own.`,
  )
}

/** JSON has no infinities: they become the strings "Infinity" and "-Infinity". */
function spellInfinities(value: unknown): unknown {
  if (typeof value === 'number') {
    if (Number.isNaN(value)) throw new Error('A computed value is not a number.')
    return Number.isFinite(value) ? value : String(value)
  }
  if (Array.isArray(value)) return value.map(spellInfinities)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spellInfinities(inner)]))
}
