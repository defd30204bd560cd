import {
  addPasskey,
  beginAuthenticator,
  beginPasskey,
  endSession,
  endSessionsElsewhere,
  myAccount,
  newRecoveryCodes,
  readNotices,
  removeWay,
  renamePasskey,
  setPassword,
} from './operations/mine.ts'
import {
  accountHistory,
  changeProfession,
  endAccount,
  invite,
  listAccounts,
  renewInvitation,
} from './operations/people.ts'
import { answerRequest, askForAccount } from './operations/requests.ts'

export const operations = {
  myAccount,
  readNotices,
  beginPasskey,
  addPasskey,
  renamePasskey,
  beginAuthenticator,
  setPassword,
  newRecoveryCodes,
  removeWay,
  endSession,
  endSessionsElsewhere,
  listAccounts,
  invite,
  renewInvitation,
  changeProfession,
  endAccount,
  accountHistory,
  askForAccount,
  answerRequest,
}
