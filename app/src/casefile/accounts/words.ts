import type { Messages } from '../../design/languages/messages.ts'
import { words as account } from './words/account.ts'
import { words as events } from './words/events.ts'
import { words as people } from './words/people.ts'
import { words as refusals } from './words/refusals.ts'
import { words as signIn } from './words/sign-in.ts'

export const words = { ...refusals, ...events, ...signIn, ...account, ...people } satisfies Messages
