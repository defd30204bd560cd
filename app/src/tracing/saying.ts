import type { Words } from '../design/languages/messages.ts'
import type { Reason } from './rules.ts'
import type { words } from './words.ts'

type Said = { about: Reason['about']; speaks: 'for' | 'against' | 'neither'; sentence: string }

/** A part that moves the likelihood by less than a tenth of a log10 is said, and speaks for nobody. */
const TELLING = 0.1

/** Comparing reads small letters; a name is shown with its capital. */
const capital = (part: string | null): string =>
  (part ?? '').replace(/^\p{L}/u, (letter) => letter.toUpperCase())

/** A reason in the reader's words: never a number, never "match". */
export function sayReason(say: Words<typeof words>, reason: Reason): Said {
  const speaks = reason.weight > TELLING ? 'for' : reason.weight < -TELLING ? 'against' : 'neither'
  if (!('part' in reason))
    return { about: reason.about, speaks, sentence: say(`tracing.reason.${reason.code}`, reason.values) }
  const { role, verdict, a, b } = reason.part
  const values = {
    part: say(`tracing.part.${reason.about}.${role}`),
    verdict: say(`tracing.verdict.${verdict}`),
    a: capital(a),
    b: capital(b),
  }
  return { about: reason.about, speaks, sentence: say('tracing.reason.name', values) }
}
