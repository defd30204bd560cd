import { refuse } from '../../refusal.ts'
import type { Genotypes, Locus, Person } from '../../types.ts'
import { checkedCase } from '../case-shape.ts'
import type { RawCase } from './index.ts'

/** What the kinds about one family read: its pedigrees, its loci and who is typed. */
export type Family = {
  pedigrees: Person[][]
  loci: Locus[]
  genotypes: Genotypes
  theta: number
  dropout?: Record<string, number>
}

/** The fields of a case, whether they stand in `input` or beside it. */
export function inputOf(raw: RawCase): Record<string, unknown> {
  const { input } = raw
  return typeof input === 'object' && input !== null ? { ...input } : raw
}

/** Programs that write R's empty list print `[]` where no genotypes are known, of anybody or of one person. */
export function knownGenotypes(raw: unknown): unknown {
  if (isEmptyList(raw)) return {}
  if (typeof raw !== 'object' || raw === null) return raw
  return Object.fromEntries(Object.entries(raw).map(([id, known]) => [id, isEmptyList(known) ? {} : known]))
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** @throws KinshipRefusal `case-malformed` naming the field */
export function familyOf(input: Record<string, unknown>): Family {
  const found = checkedCase({
    ...input,
    loci: input.loci ?? [],
    genotypes: knownGenotypes(input.genotypes),
    hypotheses: [{ name: 'the family', pedigrees: input.pedigrees ?? [] }],
  })
  const { loci, genotypes, theta = 0, dropout } = found
  return {
    pedigrees: found.hypotheses[0]!.pedigrees,
    loci,
    genotypes,
    theta,
    ...(dropout && { dropout }),
  }
}

export function textOf(value: unknown, what: string): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : malformed(what)
}

export function textsOf(value: unknown, what: string): string[] {
  if (value == null) return malformed(what)
  return (Array.isArray(value) ? value : [value]).map((entry) => textOf(entry, what))
}

/** A whole number in a field that may be absent. */
export function countOf(value: unknown, what: string, otherwise: number): number {
  if (value == null) return otherwise
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : malformed(what)
}

export function malformed(what: string): never {
  return refuse(
    'case-malformed',
    `The case file is not as its format says: ${what} is missing or of the wrong kind.`,
  )
}
