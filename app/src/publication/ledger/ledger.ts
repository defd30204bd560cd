/** What somebody printed about a return: one number, where it stands, how sure the collector was. */
export type LedgerClaim = {
  measure: 'people' | 'men' | 'women' | 'children' | 'orphans' | 'start' | 'eldest'
  value: string
  source: string
  sourceDate: string
  confidence: 'high' | 'medium' | 'low'
  note?: string
}

export type LedgerEntry = {
  id: string
  country: string
  name: string
  start: string
  end: string
  from: string
  /** A sum over other entries, never to be added to them. */
  isTotal: boolean
  /** Computed from other figures and printed by nobody. */
  isDerived: boolean
  note: string
  claims: LedgerClaim[]
}

export type Measured = { measure: LedgerClaim['measure']; claims: LedgerClaim[]; disagree: boolean }

/** The claims of an entry measure by measure; two different values for one measure disagree, and both stand. */
export function byMeasure(entry: LedgerEntry): Measured[] {
  const measures = [...new Set(entry.claims.map((claim) => claim.measure))]
  return measures.map((measure) => {
    const claims = entry.claims.filter((claim) => claim.measure === measure)
    return { measure, claims, disagree: new Set(claims.map((claim) => claim.value)).size > 1 }
  })
}
