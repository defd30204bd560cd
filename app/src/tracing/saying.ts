import type { Words } from '../design/languages/messages.ts'
import type { Evidence } from './weighing/evidence.ts'
import { ofMany, type Prior } from './weighing/prior.ts'
import type { Weighed } from './weighing/weigh.ts'
import { words } from './words.ts'

type Say = Words<typeof words>
export type Speaks = 'for' | 'against' | 'neither'
export type Said = {
  about: Evidence['about']
  label: string
  sentence: string
  speaks: Speaks
  log10LR: number
}

/** What moves the likelihood by less than a tenth of a log10 is said, and speaks for nobody. */
const TELLING = 0.1

/** Comparing reads small letters; a name is shown with its capital. */
const capital = (part: string): string => part.replace(/^\p{L}/u, (letter) => letter.toUpperCase())

/** Surnames are told apart by whose they are; the other names by what they are. */
const labelOf = (say: Say, { about, values }: Evidence): string =>
  say(about === 'family' ? `tracing.evidence.family.${values.of}` : `tracing.evidence.${about}`)

const known = (say: Say, key: string, otherwise: string): string => (key in words ? say(key) : otherwise)

function sentenceOf(say: Say, { code, values }: Evidence): string {
  const { verdict, a = '', b = '', n = 0, language = '', kind = '', part = '' } = values
  return say(`tracing.says.${code}`, {
    ...{ a: capital(String(a)), b: capital(String(b)), n: Number(n) },
    verdict: verdict ? say(`tracing.verdict.${verdict}`) : '',
    language: language ? known(say, `tracing.language.${language}`, String(language)) : '',
    kind: kind ? say(`tracing.mark.${kind}`) : '',
    part: part && part !== 'none' ? say(`tracing.body.${part}`) : '',
  })
}

/** A piece of evidence in the reader's words: never a number, never "match". */
export function sayEvidence(say: Say, evidence: Evidence): Said {
  const { about, log10LR } = evidence
  const speaks = log10LR > TELLING ? 'for' : log10LR < -TELLING ? 'against' : 'neither'
  return { about, label: labelOf(say, evidence), sentence: sentenceOf(say, evidence), speaks, log10LR }
}

/** What says most comes first, for or against; what says nothing last. */
export const inOrder = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.toSorted((x, y) => Math.abs(y.log10LR) - Math.abs(x.log10LR))

/** What is counted on before anything is compared. */
export function sayPrior(say: Say, { listed, unlisted }: Prior, isSet: boolean): string {
  if (!isSet) return say('tracing.prior.even', { listed })
  return say(unlisted === 0 ? 'tracing.prior.all' : 'tracing.prior.more', { listed, n: unlisted })
}

/** The total, as pairs of a hundred or a thousand, with the condition it rests on. */
export function sayTotal(say: Say, chance: number, condition: string): string {
  const { code, n, of } = ofMany(chance)
  return say(`tracing.total.${code}`, { n, of, condition })
}

export const saySibling = (say: Say, { sibling }: Weighed): string | null =>
  sibling.explains ? say(sibling.log10LR < 0 ? 'tracing.sibling.better' : 'tracing.sibling.aswell') : null
