import { decideCandidate, listCandidates, withdrawDecision } from './operations/candidates.ts'
import { acceptImport, planImport } from './operations/import.ts'
import { acceptRequest, closeRequest, listRequests, requestTracing, seeStage } from './operations/requests.ts'

export const operations = {
  requestTracing,
  seeStage,
  listRequests,
  acceptRequest,
  closeRequest,
  planImport,
  acceptImport,
  listCandidates,
  decideCandidate,
  withdrawDecision,
}
