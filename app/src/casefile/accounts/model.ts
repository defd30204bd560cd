import { z } from 'zod'
import { professions } from '../access.ts'
import { type EventType, eventType } from '../event.ts'
import { Language } from '../model.ts'

/** How somebody signed in, and what can be taken away again. */
export const ways = ['link', 'passkey', 'password', 'provider'] as const
export const Way = z.enum(ways)
export type Way = z.infer<typeof Way>

/** What one administrator asks for and another decides. */
export const requestKinds = ['recovery', 'wholeHouse'] as const
export const RequestKind = z.enum(requestKinds)
export type RequestKind = z.infer<typeof RequestKind>

export const Profession = z.enum(professions)
export const Reason = z.string().trim().min(3).max(500)

/** Who an identity provider says somebody is: its own number for them, or an e-mail address it has verified. */
export const Identity = z
  .object({
    issuer: z.url().max(300),
    subject: z.string().trim().min(1).max(255).optional(),
    email: z.email().max(254).optional(),
  })
  .refine((one) => one.subject || one.email, { error: 'identity-empty', path: ['email'] })
export type Identity = z.infer<typeof Identity>

export const Invitation = z.object({
  name: z.string().trim().min(2).max(120),
  profession: Profession,
  language: Language,
  /** How the link reaches them: an address, a number, a person. Read by administrators. */
  contact: z.string().trim().min(2).max(200),
  identity: Identity.optional(),
})
export type Invitation = z.infer<typeof Invitation>

/** Everything about an account is about one person who works here: sealed with that account's key. */
const ofAccount = <D>(type: string, detail: z.ZodType<D>): EventType<D> =>
  eventType(`account.${type}`, { class: 'account', sealed: true, detail })

export const invited = ofAccount('invited', Invitation)
export const linkMade = ofAccount(
  'linkMade',
  z.object({ for: z.enum(['entering', 'settingUp', 'recovery']) }),
)
export const professionChanged = ofAccount(
  'professionChanged',
  z.object({ from: Profession, to: Profession, reason: Reason }),
)
export const ended = ofAccount('ended', z.object({ reason: Reason }))

const OfWay = z.object({ way: Way, name: z.string().max(120) })
export const wayAdded = ofAccount('wayAdded', OfWay)
export const wayRemoved = ofAccount('wayRemoved', OfWay)
/** A new set of recovery codes took the place of the old one. */
export const codesRenewed = ofAccount('codesRenewed', z.object({ count: z.number().int() }))

const Where = { device: z.string().max(80), address: z.string().max(60) }
export const sessionBegan = ofAccount(
  'sessionBegan',
  z.object({ session: z.uuid(), how: Way, withRecoveryCode: z.boolean().optional(), ...Where }),
)
/** Ended from elsewhere: by its person on another device, or because the account changed. */
export const sessionsEnded = ofAccount(
  'sessionsEnded',
  z.object({
    sessions: z.array(z.uuid()),
    because: z.enum(['asked', 'ended', 'profession', 'recovery', 'tooMany']),
  }),
)
/** Somebody tried this account's name and was slowed down. */
export const slowedDown = ofAccount(
  'slowedDown',
  z.object({ failures: z.number().int(), addresses: z.number().int() }),
)

export const asked = ofAccount('asked', z.object({ request: z.uuid(), what: RequestKind, reason: Reason }))
export const answered = ofAccount(
  'answered',
  z.object({
    request: z.uuid(),
    what: RequestKind,
    approved: z.boolean(),
    /** Whoever runs the machine stood in for a second administrator. */
    onMachine: z.boolean().optional(),
  }),
)

export const events = [
  invited,
  linkMade,
  professionChanged,
  ended,
  wayAdded,
  wayRemoved,
  codesRenewed,
  sessionBegan,
  sessionsEnded,
  slowedDown,
  asked,
  answered,
] as EventType<never>[]
