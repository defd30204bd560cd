import { isWritten, toLetters } from './graphones/letters.ts'
import { arabic } from './rules/arabic.ts'
import { cyrillic } from './rules/cyrillic.ts'
import { latin } from './rules/latin.ts'
import { detectScript, type Script } from './text.ts'

/**
 * A word as a sequence of sound slots (numbers into `SLOTS`), the script it was written in, and its letters for
 * the graphone models (numbers in the script's alphabet; none in a script that has no model).
 */
export type Sounds = { slots: Uint8Array; script: Script; letters: Uint8Array }

const NO_LETTERS = new Uint8Array(0)

/** Letters no rule knows (other scripts) share this many slots: equal letters stay equal. */
const UNKNOWN = 16

const RULES = new Map<string, string[]>()
for (const [letters, sounds] of [...cyrillic, ...arabic, ...latin]) {
  RULES.set(letters, sounds.split(' ').filter(Boolean))
}

/** Every slot that a rule can give, in a fixed order. */
export const SLOTS: readonly string[] = [
  ...new Set([...RULES.values()].flat()),
  ...Array.from({ length: UNKNOWN }, (_, i) => `#${i}`),
]
const SLOT_NUMBER = new Map(SLOTS.map((slot, i) => [slot, i]))

const LONGEST = Math.max(...[...RULES.keys()].map((k) => k.replace(/[$^]/g, '').length))
/** No single word is read past this many slots. */
const MAX_SLOTS = 40

const ruleAt = (word: string, at: number): { length: number; sounds: string[] } => {
  for (let length = Math.min(LONGEST, word.length - at); length > 0; length--) {
    const letters = word.slice(at, at + length)
    const sounds =
      (at === 0 ? RULES.get(`^${letters}`) : undefined) ??
      (at + length === word.length ? RULES.get(`${letters}$`) : undefined) ??
      RULES.get(letters)
    if (sounds) return { length, sounds }
  }
  const bare = word[at]!.normalize('NFD')[0]!
  const sounds = RULES.get(bare) ?? [`#${word.charCodeAt(at) % UNKNOWN}`]
  return { length: 1, sounds }
}

/**
 * A clean word -> its sound slots, the longest rule first; a doubled slot counts once (shadda, -нн-, -ss-).
 * Example: the slots of `щука` are `š`, `č?`, `u/w/ü`, `k/q`, `a`.
 */
export const toSounds = (word: string): Sounds => {
  const slots: number[] = []
  let at = 0
  while (at < word.length && slots.length < MAX_SLOTS) {
    const { length, sounds } = ruleAt(word, at)
    for (const sound of sounds) {
      const slot = SLOT_NUMBER.get(sound)!
      if (slots.at(-1) !== slot) slots.push(slot)
    }
    at += length
  }
  const script = detectScript(word)
  const letters = isWritten(script) ? toLetters(word, script) : NO_LETTERS
  return { slots: Uint8Array.from(slots.slice(0, MAX_SLOTS)), script, letters }
}
