import type { No } from '../casefile/asking.ts'
import type { Language } from '../casefile/house.ts'
import { newId } from '../platform/identity.ts'
import { Invalid, Refusal } from '../platform/refusal.ts'
import { describeFault } from './logging.ts'
import { say, toInvalid, toRefusal } from './say.ts'

type Coded = { code?: string; statusCode?: number; message?: string }

/** PostgreSQL's and the system's words for a full disk and for a database that went away. */
const isFull = (code = '') => ['53100', 'ENOSPC', '53200'].includes(code)
const isAway = ({ code = '', message = '' }: Coded) =>
  code.startsWith('08') ||
  code.startsWith('57P') ||
  ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code) ||
  /Connection terminated|timeout exceeded when trying to connect/.test(message)

/** Anything thrown becomes one of the three kinds of no; only faults are logged, and none is shown raw. */
export function toNo(
  cause: unknown,
  language: Language,
  log: (line: string) => void,
): { status: number; no: No } {
  if (cause instanceof Refusal) return { status: cause.status, no: toRefusal(language, cause) }
  if (cause instanceof Invalid) return { status: 400, no: toInvalid(language, cause) }
  const fault = cause as Coded
  if (fault.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return { status: 413, no: toRefusal(language, new Refusal('file-too-large', { most: 24 }, 413)) }
  // A text PostgreSQL cannot hold (a zero byte) or an id that is none: the asker's input, not our fault.
  if (fault.code === '22021' || fault.code === '22P05')
    return { status: 400, no: toInvalid(language, new Invalid([{ field: '', code: 'invalid-format' }])) }
  if (fault.statusCode && fault.statusCode < 500)
    return { status: 400, no: toInvalid(language, new Invalid([{ field: '', code: 'not-json' }])) }
  const id = newId().slice(-8)
  log(`fault ${id}: ${describeFault(cause)}`)
  if (isFull(fault.code))
    return { status: 503, no: { kind: 'fault', id, sentence: say(language, 'no.disk-full') } }
  if (isAway(fault))
    return { status: 503, no: { kind: 'fault', id, sentence: say(language, 'no.database-away') } }
  return { status: 500, no: { kind: 'fault', id, sentence: say(language, 'no.fault', { id }) } }
}
