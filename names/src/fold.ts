import { type NamePart, parseName } from './parse.ts'
import { SLOTS, type Sounds } from './slots.ts'

/** Consonant classes that no script of ours keeps apart from the others; vowels and glides have none. */
const CLASSES: readonly (readonly [string, string])[] = [
  ['P', 'bp'],
  ['F', 'fv'],
  ['T', 'tdθð'],
  ['K', 'kqgğjžč'],
  ['S', 'szšc'],
  ['M', 'm'],
  ['N', 'nŋ'],
  ['R', 'r'],
  ['L', 'l'],
  ['H', 'hx'],
]
const CLASS_OF = new Map(CLASSES.flatMap(([name, sounds]) => [...sounds].map((s) => [s, name] as const)))

const SKELETON = SLOTS.map((slot) => (slot.endsWith('?') ? '' : (CLASS_OF.get(slot[0]!) ?? '')))

const CLASS_NUMBER = Uint8Array.from(SKELETON, (name) => 1 + CLASSES.findIndex(([own]) => own === name))

/** The consonant class of a slot, from 1; 0 when it is none or often not written. */
export const consonantClass = (slot: number): number => CLASS_NUMBER[slot]!

/** The consonants themselves, where a slot's first reading is one. */
const CONSONANTS = CLASSES.flatMap(([, sounds]) => [...sounds])
export const CONSONANT_KINDS = CONSONANTS.length
const CONSONANT = Uint8Array.from(SLOTS, (slot) => 1 + CONSONANTS.indexOf(slot.endsWith('?') ? '' : slot[0]!))

/** The consonant of a slot's first reading, from 1; 0 when it is none or often not written. */
export const consonantOf = (slot: number): number => CONSONANT[slot]!

/** Vowels and glides that scripts do not keep apart. */
const VOWELS: readonly string[] = ['aäe', 'iıy', 'uoöüw']
export const VOWEL_CLASSES = VOWELS.length
const VOWEL_NUMBER = Uint8Array.from(SLOTS, (slot) => 1 + VOWELS.findIndex((set) => set.includes(slot[0]!)))

/** The vowel class of a slot's first reading, from 1; 0 when it is none. */
export const vowelClass = (slot: number): number => VOWEL_NUMBER[slot]!

/** The skeleton of one word's sounds. */
export const foldSounds = (sounds: Sounds): string =>
  [...sounds.slots].map((slot) => SKELETON[slot]!).join('')

/** The sounds that carry a part's meaning: without its ending, marker or article. */
export const coreSounds = (part: NamePart): Sounds => part.stem ?? part.whole

/**
 * The common skeleton of a written name: the classes of its consonants, endings and articles left out, parts
 * apart by spaces. Two spellings of one name mostly share it; different names may too.
 * Example: `fold('Нұрлан') === 'NRLN'` and `fold('نورلان') === 'NRLN'`.
 */
export const fold = (text: string): string =>
  parseName(text)
    .map((part) => foldSounds(coreSounds(part)))
    .join(' ')
