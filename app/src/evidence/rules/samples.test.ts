import { expect, test } from 'vitest'
import { differingLoci, type Owner, planSample, type ReadSample } from './samples.ts'

const genotypes = { D3S1358: ['15', '16'], TH01: ['9.3'], FGA: ['21', '22'] }
const sample = (over: Partial<ReadSample> = {}): ReadSample => ({
  name: 'K-1',
  genotypes,
  problems: [],
  ...over,
})
const owner = (over: Partial<Owner> = {}): Owner => ({
  ...{ person: 'p', kitState: 'opened', consented: true, sex: 'female', recorded: undefined },
  ...over,
})
const stopsOf = (read: ReadSample, of: Owner | undefined, others: ReadSample[] = []) =>
  planSample(read, 'K-1', of, others).stops.map(({ code }) => code)

test.each<[string, ReadSample, Owner | undefined]>([
  ['unknown-kit', sample(), undefined],
  ['kit-not-opened', sample(), owner({ kitState: 'received' })],
  ['kit-seal-broken', sample(), owner({ kitState: 'seal-broken' })],
  ['no-consent', sample(), owner({ consented: false })],
  ['sex-contradicts', sample({ sex: 'male' }), owner()],
  ['profile-differs', sample(), owner({ recorded: { FGA: ['21', '23'] } })],
  [
    'already-recorded',
    sample(),
    owner({ recorded: { ...genotypes, TH01: ['9.3', '9.3'], FGA: ['22', '21'] } }),
  ],
  ['conflicting-duplicate', sample({ problems: [{ code: 'conflicting-duplicate', locus: 'FGA' }] }), owner()],
  ['nothing-read', sample({ genotypes: {} }), owner()],
  [
    'mixture',
    sample({ problems: ['FGA', 'vWA'].map((locus) => ({ code: 'too-many-alleles', locus })) }),
    owner(),
  ],
])('%s keeps a sample out', (code, read, of) => {
  expect(stopsOf(read, of)).toEqual([code])
})

test('a locus off the ladder, a name of another spelling or one tri-allelic locus keep nobody out', () => {
  const problems = ['off-ladder', 'locus-alias', 'too-many-alleles'].map((code) => ({ code, locus: 'FGA' }))
  const plan = planSample(sample({ problems, sex: 'female' }), 'K-1', owner(), [])
  expect(plan).toMatchObject({ person: 'p', loci: 3, stops: [], notes: problems })
})

test('more loci for a known person are welcome', () => {
  expect(stopsOf(sample(), owner({ recorded: { FGA: ['22', '21'], vWA: ['17'] } }))).toEqual([])
})

test('the loci that differ are named', () => {
  expect(differingLoci(genotypes, { ...genotypes, FGA: ['21', '24'], TH01: ['6'] })).toEqual(['FGA', 'TH01'])
})
