import type { Locus } from '../types.ts'

/**
 * The name of each locus and how else laboratories, kits and papers write it (CODIS CMF 3.2, STRBase, YHRD,
 * product sheets). Case, spaces, hyphens, underscores, dots, slashes and Cyrillic letters that look Latin do
 * not matter and are not listed. Spellings that number the repeats in another way (DYS389B, GATA-H4.1) are no
 * aliases: reading them as the locus would shift every allele.
 */
const spellings: Record<string, string[]> = {
  vWA: ['VWF', 'VWA31', 'VWA31A', 'VWF31A', 'HUMVWA', 'HUMVWA31A', 'HUMVWFA31', 'HUMVWFA31A'],
  TH01: ['THO1', 'TC11', 'TH0I', 'THOI', 'HUMTH01', 'HUMTHO1'],
  TPOX: ['TP0X', 'TPO', 'HUMTPOX'],
  CSF1PO: ['CSF', 'CSF1P0', 'CSFIPO', 'CSF1R', 'HUMCSF1PO'],
  FGA: ['FIBRA', 'HUMFIBRA', 'HUMFGA', 'FIBRA/FGA'],
  SE33: ['ACTBP2', 'HUMACTBP2', 'ACTBP2/SE33', 'SE33 (ACTBP2)', 'ACTBP2 (SE33)'],
  'Penta B': [],
  'Penta C': [],
  'Penta D': [],
  'Penta E': [],
  F13A01: ['F13A1', 'F13A', 'HUMF13A01'],
  F13B: ['HUMF13B'],
  FESFPS: ['FES', 'HUMFESFPS'],
  LPL: ['LIPOL', 'HUMLIPOL', 'HUMLPL'],
  APOAI1: [],
  D22GATA198B05: ['GATA198B05'],
  D12ATA63: ['ATA63'],
  AMEL: ['Amelogenin', 'AM', 'AMELX/Y', 'AMELXY', 'AMX', 'Амелогенин', 'АМЛ'],
  DYS19: ['DYS394', 'DYS19/394'],
  DYS385: ['DYS385a/b', 'DYS385ab', 'DYS385 a-b'],
  DYS389I: ['DYS389-1'],
  DYS389II: ['DYS389-2'],
  DYF387S1: ['DYF387S1a/b', 'DYF387S1ab'],
  DYS635: ['Y-GATA-C4', 'GATA-C4'],
  DYS460: ['Y-GATA-A7.1', 'GATA-A7.1'],
  DYS461: ['Y-GATA-A7.2', 'GATA-A7.2'],
  'Y-GATA-A10': ['GATA-A10'],
  'Y-GATA-H4': ['GATA-H4'],
  Yindel: ['Y-InDel M175', 'YindelM175'],
  HPRTB: ['HPRT', 'HUMHPRTB', 'HUMHPRT'],
  ARA: ['HUMARA', 'AR'],
  GATA172D05: ['DXGATA172D05'],
  GATA31E08: ['DXGATA31E08'],
  GATA165B12: ['DXGATA165B12'],
  HV1: ['HVR1', 'HVS1', 'HVI', 'HVRI', 'HVSI'],
  HV2: ['HVR2', 'HVS2', 'HVII', 'HVRII', 'HVSII'],
  HV3: ['HVR3', 'HVS3', 'HVIII', 'HVRIII', 'HVSIII'],
  'control region': ['D-loop', 'mtDNA CR'],
  mtDNA: ['mitochondrial DNA', 'mt', 'mitochondria'],
}

const looksLatin: Record<string, string> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
}

const byKey = new Map(
  Object.entries(spellings).flatMap(([name, others]) =>
    [name, ...others].map((written) => [keyOf(written), name]),
  ),
)

/** The spelling without what does not matter: `d03 s1358` and `D3S1358` share a key. */
function keyOf(written: string): string {
  const plain = written
    .toUpperCase()
    .replace(/[А-Я]/g, (letter) => looksLatin[letter] ?? letter)
    .replace(/[\s_./()-]/g, '')
  return plain.replace(/^D0+(\d)/, 'D$1')
}

/**
 * One name for each locus, however a laboratory spells it. A name that is not known is given back trimmed.
 *
 * @param aliases further spellings, as written, with the name to use
 * @example standardLocusName('PENTA_D') // 'Penta D'
 */
export function standardLocusName(written: string, aliases: Record<string, string> = {}): string {
  if (Object.hasOwn(aliases, written)) return aliases[written]!
  const key = keyOf(written)
  return (
    byKey.get(key) ??
    (isNumbered(key) ? key.replace(/^(DY[SF]\d+(?:S\d+)?)([AB])$/, lowerLast) : written.trim())
  )
}

/** Whether a spelling, as written, stands in the table above. */
export function isListedLocus(written: string): boolean {
  return byKey.has(keyOf(written))
}

/** D numbers of the human genome nomenclature: D3S1358, DXS10135, DYS391, DYF387S1, with one letter for a copy. */
function isNumbered(key: string): boolean {
  return /^(D(\d{1,2}|X|Y)S\d+|DYF\d+S\d+)[A-Z]?$/.test(key)
}

const lowerLast = (_: string, locus: string, copy: string) => locus + copy.toLowerCase()

/**
 * The chromosome a standard name lies on; what is not known to be elsewhere counts as autosomal.
 *
 * @example chromOfLocus('DXS10135') // 'X'
 */
export function chromOfLocus(name: string): Locus['chrom'] {
  if (/^(DY[SF]\d|Y-GATA-|Yindel$)/.test(name)) return 'Y'
  if (/^(DXS\d|HPRTB$|ARA$|GATA(172D05|31E08|165B12)$)/.test(name)) return 'X'
  return /^(HV[123]|control region|mtDNA)$/.test(name) ? 'MT' : 'autosomal'
}
