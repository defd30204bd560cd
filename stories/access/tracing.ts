import { toSentFile } from '../../app/src/casefile/operation.ts'
import type { Examples } from './examples.ts'

const list = toSentFile('list.csv', 'Name;Age;Sex\nAisha;6;girl\n')
const sought = { name: 'Айша', sex: 'female', age: 6, mother: 'Мадина' }
const requester = { name: 'Кульпаш', relation: 'әжесі', contact: '+7 701 000 00 00', language: 'kk' }
const reason = 'The mother wrote of the same birthmark.'

export const examples: Examples = {
  requestTracing: ({ operation }) => ({ operation, requester, sought: [sought] }),
  seeStage: () => ({ number: 'S-4821-0934', secret: '00000-00000-00000-00000' }),
  listRequests: ({ operation }) => ({ operation }),
  acceptRequest: ({ relative }) => ({ request: relative }),
  closeRequest: ({ relative }) => ({ request: relative, why: 'asked-twice' }),
  planImport: ({ operation }) => ({ operation, file: list }),
  acceptImport: ({ operation }) => ({ operation, file: list, sha256: 'e'.repeat(64), leaveOut: [] }),
  listCandidates: ({ operation, child }) => ({ operation, child }),
  decideCandidate: ({ child, relative }) => ({ child, relative, sought: 0, choice: 'confirmed', reason }),
  withdrawDecision: ({ child, relative }) => ({ child, relative, sought: 0, reason }),
}
