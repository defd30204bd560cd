import type { Examples } from './examples.ts'

const nobody = '01890000-0000-7000-8000-000000000001'
const step = { number: 'K-900', to: 'Courier', seal: 'S-900', place: 'Oral', at: '2026-05-11T09:00:00Z' }
const moved = { ...step, from: 'Nurse' }
const file = {
  name: 'profiles.txt',
  base64: Buffer.from('Sample Name\tMarker\tAllele 1\tAllele 2\nK-900\tTH01\t6\t9.3\n').toString('base64'),
}

export const examples: Examples = {
  drawFamily: ({ operation, child, relative }) => ({
    operation,
    drawing: {
      people: [
        { id: relative, father: null, mother: null, sex: 'female' },
        { id: child, father: null, mother: null, sex: 'female' },
      ],
    },
  }),
  whatDependsOn: ({ child }) => ({ person: child }),
  listFamilies: ({ operation }) => ({ operation }),
  openFamily: ({ relative }) => ({ family: relative }),
  issueKit: ({ child }) => ({ person: child, step }),
  handOverKit: ({ child }) => ({ person: child, step: moved }),
  receiveKit: ({ child }) => ({ person: child, step: moved }),
  openKit: ({ child }) => ({ person: child, step: { ...moved, sealWhole: true } }),
  listKits: ({ operation }) => ({ operation }),
  openKits: ({ child }) => ({ person: child }),
  planProfileImport: () => ({ file }),
  acceptProfileImport: () => ({ file, sha256: '0'.repeat(64), laboratory: 'Laboratory' }),
  noteReach: ({ relative }) => ({
    people: [{ person: relative, reach: { canBeReached: true, cost: 1000, place: 'Oral', likely: true } }],
  }),
  openAdvice: ({ relative }) => ({ family: relative }),
  adviseFamily: ({ relative, child }) => ({ family: relative, child }),
  keepAdvice: ({ relative, child }) => ({ family: relative, child }),
  exportFamily: ({ relative }) => ({ family: relative, program: 'pedsuite' }),
  makeClaim: ({ child, relative }) => ({
    ...{ family: relative, children: [child], claimant: relative, questioned: 'both', statement: 'Mine' },
  }),
  listClaims: ({ operation }) => ({ operation }),
  openClaim: ({ child }) => ({ claim: nobody, child }),
  reportOfClaim: ({ child }) => ({ claim: nobody, child }),
  exportClaim: ({ child }) => ({ claim: nobody, child }),
  recordOfClaim: ({ child }) => ({ claim: nobody, child }),
  listTables: () => ({}),
  weighClaim: ({ child }) => ({ claim: nobody, child, parameters: { table: 'nist1036-caucasian' } }),
  signDecision: ({ child }) => ({ claim: nobody, child, weighing: nobody, verdict: 'supported' }),
  startSearch: ({ operation }) => ({ operation, parameters: { table: 'nist1036-caucasian' } }),
  listSearches: ({ operation }) => ({ operation }),
  getSearch: () => ({ search: nobody }),
  cancelSearch: () => ({ search: nobody }),
  explainPair: ({ child }) => ({ search: nobody, child, position: `${nobody}/x-1` }),
  withdrawSignature: ({ child }) => ({ claim: nobody, child, reason: 'A mistake' }),
}
