import type { Examples } from './examples.ts'

const some = '01890000-0000-7000-8000-000000000000'
const reason = 'A reason that can be read later'

export const examples: Examples = {
  myAccount: () => ({}),
  readNotices: () => ({ notices: [some] }),
  beginPasskey: () => ({ origin: 'http://localhost:4600' }),
  addPasskey: () => ({ handle: 'none', name: 'A key', response: { id: 'none' } }),
  renamePasskey: () => ({ way: some, name: 'Another name' }),
  beginAuthenticator: () => ({}),
  setPassword: () => ({
    signInName: 'somebody@example.org',
    password: 'seven herons over the lake',
    authenticator: { handle: 'none', code: '123456' },
  }),
  newRecoveryCodes: () => ({}),
  removeWay: () => ({ way: some }),
  endSession: () => ({ session: some }),
  endSessionsElsewhere: () => ({}),
  moveByName: () => ({}),
  listAccounts: () => ({}),
  invite: () => ({ name: 'Somebody New', profession: 'lawyer', language: 'kk', contact: 'new@example.org' }),
  renewInvitation: () => ({ account: some }),
  changeProfession: () => ({ account: some, profession: 'lawyer', reason }),
  endAccount: () => ({ account: some, reason }),
  accountHistory: ({ worker }) => ({ account: worker }),
  askForAccount: ({ worker }) => ({ account: worker, what: 'recovery', reason }),
  answerRequest: () => ({ request: some, approve: false }),
}
