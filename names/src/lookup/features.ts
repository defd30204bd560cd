import { CONSONANT_KINDS, consonantClass, consonantOf, VOWEL_CLASSES, vowelClass } from '../fold.ts'

/** Consonant classes, with 0 for the edge of a word. */
const CONSONANTS = 11
const PAIRS = CONSONANTS * CONSONANTS
const TRIPLES = PAIRS * CONSONANTS
/** A consonant with the vowel class after it; and a vowel class first or last in the word. */
const WITH_VOWEL = CONSONANTS * (VOWEL_CLASSES + 1)

const FROM_PAIR = 0
const FROM_SKIP = FROM_PAIR + PAIRS
const FROM_TRIPLE = FROM_SKIP + PAIRS
const FROM_VOWEL = FROM_TRIPLE + TRIPLES
const FROM_EDGES = FROM_VOWEL + WITH_VOWEL
const FROM_EXACT = FROM_EDGES + 2 * (VOWEL_CLASSES + 1)
/** How many features there are. */
export const FEATURES = FROM_EXACT + (CONSONANT_KINDS + 1) ** 2

/**
 * What two spellings of a name mostly share, whatever the script: pairs of neighbouring consonant classes (also
 * over one between them) and triples, edges included; each consonant with the vowel written after it; the vowel at
 * either edge. Ascending, each once; empty for a word without letters.
 */
export const featuresOf = (slots: Uint8Array): number[] => {
  const found = new Set<number>()
  let [second, first] = [0, 0]
  let vowel = 0
  let exact = 0
  const take = (consonant: number): void => {
    found.add(FROM_PAIR + first * CONSONANTS + consonant)
    if (second > 0 && consonant > 0) found.add(FROM_SKIP + second * CONSONANTS + consonant)
    if (second > 0) found.add(FROM_TRIPLE + second * PAIRS + first * CONSONANTS + consonant)
    second = first
    first = consonant
  }
  for (const slot of slots) {
    const consonant = consonantClass(slot)
    if (consonant > 0) {
      take(consonant)
      found.add(FROM_EXACT + exact * (CONSONANT_KINDS + 1) + consonantOf(slot))
      exact = consonantOf(slot)
    }
    vowel = vowelClass(slot)
    if (vowel > 0) found.add(FROM_VOWEL + first * (VOWEL_CLASSES + 1) + vowel)
  }
  if (slots.length === 0) return []
  take(0)
  found.add(FROM_EXACT + exact * (CONSONANT_KINDS + 1))
  found.add(FROM_EDGES + vowelClass(slots[0]!))
  found.add(FROM_EDGES + VOWEL_CLASSES + 1 + vowel)
  return [...found].sort((x, y) => x - y)
}
