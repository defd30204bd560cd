import { isListedLocus, standardLocusName } from './loci-names.ts'

/** A locus of a wide table, as its header writes it, with the columns that hold its alleles. */
export type LocusColumns = { locus: string; columns: number[] }

/**
 * The columns of each locus: one a locus, or one an allele (`TH01`, `TH01` or `TH01_1`, `TH01_2` or
 * `TH01 Allele 1`, ...). A number at the end counts alleles only where several columns differ in nothing else.
 *
 * @example locusColumns([{ index: 1, header: 'TH01_1' }, { index: 2, header: 'TH01_2' }])
 *   // [{ locus: 'TH01', columns: [1, 2] }]
 */
export function locusColumns(headers: { index: number; header: string }[]): LocusColumns[] {
  const counted = new Map<string, number>()
  for (const { header } of headers) {
    const base = baseOf(header)
    if (base !== null) counted.set(base, (counted.get(base) ?? 0) + 1)
  }
  const found = new Map<string, LocusColumns>()
  for (const { index, header } of headers) {
    const base = baseOf(header)
    const locus = base !== null && counted.get(base)! > 1 ? base : header.trim()
    const name = standardLocusName(locus)
    const earlier = found.get(name)
    if (earlier) earlier.columns.push(index)
    else found.set(name, { locus, columns: [index] })
  }
  return [...found.values()]
}

/** The header without the number of an allele; `null` where it has none or is a locus with it (DYS389-1). */
function baseOf(header: string): string | null {
  if (isListedLocus(header)) return null
  return /^(.+?)(?:[\s_.-]+|[\s_.-]*allele[\s_.#-]*)[1-8]$/i.exec(header.trim())?.[1] ?? null
}
