/** Spellings that only differ in case, spaces and dashes are found by rule; these differ by more. */
const spellings: Record<string, string> = {
  PENTAC: 'Penta C',
  PENTAD: 'Penta D',
  PENTAE: 'Penta E',
  VWA: 'vWA',
  VWF: 'vWA',
  HUMVWA31A: 'vWA',
  THO1: 'TH01',
  TC11: 'TH01',
  HUMTH01: 'TH01',
  TP0X: 'TPOX',
  HUMTPOX: 'TPOX',
  CSF: 'CSF1PO',
  CSF1P0: 'CSF1PO',
  FIBRA: 'FGA',
  ACTBP2: 'SE33',
  AMELOGENIN: 'AMEL',
  AM: 'AMEL',
  YGATAH4: 'Y-GATA-H4',
  GATAH4: 'Y-GATA-H4',
}

/**
 * One name for each locus, however a laboratory spells it (domain list of spellings; CODIS CMF names).
 *
 * @param aliases further spellings, as written, with the name to use
 * @example standardLocusName('PENTA_D') // 'Penta D'
 */
export function standardLocusName(written: string, aliases: Record<string, string> = {}): string {
  if (Object.hasOwn(aliases, written)) return aliases[written]!
  const key = written.toUpperCase().replace(/[\s_-]/g, '')
  if (Object.hasOwn(spellings, key)) return spellings[key]!
  return /^(D(\d+|X|Y)S|TH01|TPOX|CSF1PO|FGA|SE33|AMEL|F13|FES|LPL|HPRT)/.test(key) ? key : written
}
