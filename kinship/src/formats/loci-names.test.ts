import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frequencyTables } from '../tables.ts'
import { chromOfLocus, standardLocusName } from './loci-names.ts'

describe('one name for each locus', () => {
  const same: Record<string, string[]> = {
    vWA: ['vWA', 'VWA', 'vwa', 'vW A', 'VWF', 'HUMVWFA31', 'vWA31/A', 'HumvWFA31/A'],
    TH01: ['TH01', 'THO1', 'th01', 'HUMTH01', 'TC11', 'ТН01'],
    TPOX: ['TPOX', 'TP0X', 'HumTPOX', 'ТРОХ'],
    FGA: ['FGA', 'FIBRA', 'HUMFIBRA'],
    SE33: ['SE33', 'SE-33', 'ACTBP2', 'ACTBP2 (SE33)'],
    'Penta D': ['Penta D', 'PentaD', 'PENTA_D', 'penta-d', 'PENTA D'],
    'Penta E': ['Penta E', 'PentaE', 'PENTA_E'],
    D3S1358: ['D3S1358', 'D03S1358', 'd3s1358', 'D3 S1358'],
    D22S1045: ['D22S1045', 'D22-S1045'],
    D22GATA198B05: ['D22GATA198B05', 'GATA198B05'],
    AMEL: ['AMEL', 'Amel', 'Amelogenin', 'AMELOGENIN', 'AM', 'Амелогенин'],
    DYS389I: ['DYS389I', 'DYS389 I', 'DYS389-I', 'DYS389_1'],
    DYS389II: ['DYS389II', 'DYS389 II', 'dys389ii', 'DYS389-2'],
    DYS385: ['DYS385', 'DYS385a/b', 'DYS385 a/b'],
    DYS385a: ['DYS385a', 'DYS385A'],
    DYF387S1: ['DYF387S1', 'DYF387S1a/b'],
    'Y-GATA-H4': ['Y GATA H4', 'GATA-H4', 'YGATAH4', 'Y-GATA-H4', 'GATA H4'],
    DYS635: ['DYS635', 'Y-GATA-C4'],
    DYS19: ['DYS19', 'DYS394', 'DYS19/394'],
    Yindel: ['Yindel', 'Y-InDel', 'Y indel'],
    DXS10135: ['DXS10135', 'dxs10135', 'DX S10135'],
    HPRTB: ['HPRTB', 'HPRT', 'HumHPRTB', 'HPRT-B'],
    HV1: ['HV1', 'HVR1', 'HVS-I', 'HV-1', 'HVRI'],
    HV2: ['HV2', 'HVR2', 'HVS-II'],
  }
  test.each(Object.entries(same))('%s', (name, spellings) => {
    for (const written of spellings) expect([written, standardLocusName(written)]).toEqual([written, name])
  })

  test('what counts its repeats in another way is no alias', () => {
    expect(standardLocusName('DYS389B')).not.toBe('DYS389II')
    expect(standardLocusName('GATA-H4.1')).not.toBe('Y-GATA-H4')
    expect(standardLocusName('DYS389I/II')).toBe('DYS389I/II')
  })

  test("a laboratory's own spelling comes first; what nobody knows stays as it is", () => {
    expect(standardLocusName('Marker 7', { 'Marker 7': 'TH01' })).toBe('TH01')
    expect(standardLocusName(' rs1234 ')).toBe('rs1234')
    expect(standardLocusName('constructor')).toBe('constructor')
  })

  test('the name of a name is the name itself, and those of our tables are standard', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 15 }), (written) => {
        const name = standardLocusName(written)
        expect(standardLocusName(name)).toBe(name)
      }),
    )
    for (const { loci } of frequencyTables) {
      for (const name of Object.keys(loci)) expect(standardLocusName(name)).toBe(name)
    }
  })
})

test('the chromosome of a locus', () => {
  const found = ['D3S1358', 'DYS391', 'DYF387S1', 'Y-GATA-H4', 'DXS8378', 'HPRTB', 'HV1', 'AMEL'].map(
    chromOfLocus,
  )
  expect(found).toEqual(['autosomal', 'Y', 'Y', 'Y', 'X', 'X', 'MT', 'autosomal'])
})
