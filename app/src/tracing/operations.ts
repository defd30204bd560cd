import { duplicateOperations } from './duplicates/operations.ts'
import { familyGraph } from './family/operations.ts'
import { find } from './finding/operations.ts'
import { addToRequest, requestTracing, seeStage, writeDownRequest } from './operations/asking.ts'
import { listCandidates } from './operations/candidates.ts'
import { decideCandidate, expectUnlisted, withdrawDecision } from './operations/deciding.ts'
import { importOperations } from './operations/import.ts'
import { acceptRequest, closeRequest, listRequests } from './operations/requests.ts'
import { countWork, listWork } from './queue/listing.ts'
import { handOverWork, putOffWork, setPace, takeWork } from './queue/operations.ts'
import { getRequest } from './requester/detail.ts'
import {
  changeReach,
  identifyRequester,
  passOnToProof,
  readNotes,
  recordConversation,
} from './requester/operations.ts'
import { joinSearches, keepSearchesApart, partSearches, proposeSearches } from './searches/operations.ts'

export const operations = {
  requestTracing,
  writeDownRequest,
  seeStage,
  addToRequest,
  listRequests,
  getRequest,
  acceptRequest,
  closeRequest,
  identifyRequester,
  changeReach,
  recordConversation,
  passOnToProof,
  readNotes,
  proposeSearches,
  joinSearches,
  keepSearchesApart,
  partSearches,
  listWork,
  countWork,
  takeWork,
  handOverWork,
  putOffWork,
  setPace,
  familyGraph,
  ...importOperations,
  listCandidates,
  decideCandidate,
  withdrawDecision,
  expectUnlisted,
  ...duplicateOperations,
  find,
}
