import { toSentFile } from '../../app/src/casefile/operation.ts'
import type { Examples } from './examples.ts'

const list = toSentFile('list.csv', 'Name;Age;Sex\nAisha;6;girl\n')
const sought = { name: 'Айша', sex: 'female', age: 6, mother: 'Мадина' }
const requester = { name: 'Кульпаш', relation: 'әжесі', contact: '+7 701 000 00 00', language: 'kk' }
const reason = 'The mother wrote of the same birthmark.'
const known = { how: 'consular-visit', by: 'The consul in Baghdad', on: '2026-05-01' }
const two = (a: string, b: string) => ({ a: { relative: a, sought: 0 }, b: { relative: b, sought: 0 } })

export const examples: Examples = {
  requestTracing: ({ operation }) => ({ operation, requester, sought: [sought] }),
  seeStage: () => ({ number: 'S-4821-0934', secret: '00000-00000-00000-00000' }),
  writeDownRequest: ({ operation }) => ({
    operation,
    requester: { ...requester, channel: 'consul', through: 'The consul in Baghdad', inCustody: true },
    identified: known,
    sought: [{ ...sought, kind: 'child', companions: ['Билал'] }],
  }),
  addToRequest: () => ({ number: 'S-4821-0934', secret: '00000-00000-00000-00000', note: 'A letter came.' }),
  listRequests: ({ operation }) => ({ operation }),
  getRequest: ({ relative }) => ({ request: relative }),
  identifyRequester: ({ relative }) => ({ request: relative, identification: known }),
  changeReach: ({ relative }) => ({ request: relative, reach: { contact: '+7 701', channel: 'phone' } }),
  recordConversation: ({ relative }) => ({
    request: relative,
    conversation: { on: '2026-05-14', how: 'phone' },
  }),
  passOnToProof: ({ relative }) => ({ request: relative }),
  readNotes: ({ relative }) => ({ request: relative }),
  proposeSearches: ({ operation }) => ({ operation }),
  joinSearches: ({ relative, sibling }) => ({ ...two(relative, sibling), reason }),
  keepSearchesApart: ({ relative, sibling }) => ({ ...two(relative, sibling), reason }),
  partSearches: ({ relative, sibling }) => ({ ...two(relative, sibling), reason }),
  listWork: ({ operation }) => ({ operation }),
  countWork: ({ operation }) => ({ operation }),
  takeWork: ({ relative }) => ({ request: relative }),
  handOverWork: ({ relative, worker }) => ({ request: relative, to: worker }),
  putOffWork: ({ relative }) => ({ request: relative, work: 'identify', until: '2026-12-24', reason }),
  setPace: ({ operation }) => ({ operation, days: { read: 3 } }),
  familyGraph: ({ child }) => ({ file: child }),
  acceptRequest: ({ relative }) => ({ request: relative }),
  closeRequest: ({ relative }) => ({ request: relative, why: 'asked-twice' }),
  lookAtList: ({ operation }) => ({ operation, file: list }),
  mendList: ({ operation }) => ({ operation, file: list }),
  listImports: ({ operation }) => ({ operation }),
  getImport: ({ operation }) => ({ import: operation }),
  cancelImport: ({ operation }) => ({ import: operation }),
  undoImport: ({ operation }) => ({ import: operation }),
  redoImport: ({ operation }) => ({ import: operation }),
  planImport: ({ operation }) => ({ operation, file: list }),
  acceptImport: ({ operation }) => ({ operation, file: list, sha256: 'e'.repeat(64), leaveOut: [] }),
  listCandidates: ({ operation, child }) => ({ operation, child }),
  decideCandidate: ({ child, relative }) => ({ child, relative, sought: 0, choice: 'confirmed', reason }),
  expectUnlisted: ({ operation }) => ({ operation, unlisted: 12 }),
  withdrawDecision: ({ child, relative }) => ({ child, relative, sought: 0, reason }),
  findDuplicates: ({ operation }) => ({ operation }),
  findAlike: ({ operation }) => ({
    operation,
    description: { names: { kk: 'Біреу' }, sex: 'female', birth: { earliest: 2019, latest: 2020 } },
  }),
  tellApart: ({ child, sibling }) => ({ a: child, b: sibling, reason }),
  doubtApart: ({ child, sibling }) => ({ a: child, b: sibling, reason }),
  listApart: ({ operation }) => ({ operation }),
  find: () => ({ text: 'біреу' }),
}
