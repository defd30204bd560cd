import { coreSounds, foldSounds } from './fold.ts'
import { wordLR } from './likelihood.ts'
import { type NamePart, parseName } from './parse.ts'
import { VARIANTS } from './rules/variants.ts'
import type { Sounds } from './slots.ts'

/** Rows of the table a part is a form of -> the log10 LR of its spelling beside that form. */
export type Variants = ReadonlyMap<number, number>

/** A part is a form when it reaches this share of the LR the form has beside itself. */
const CLOSE = 0.8
/** A form of the same name in another language is a little less than its spelling (log10; assumed). */
const VARIANT_COST = 0.5

type Form = { row: number; sounds: Sounds; self: number }

const FORMS = new Map<string, Form[]>()
for (const [row, names] of VARIANTS.entries()) {
  for (const name of names) {
    const sounds = parseName(name)[0]!.whole
    const key = foldSounds(sounds)
    FORMS.set(key, [...(FORMS.get(key) ?? []), { row, sounds, self: wordLR(sounds, sounds) }])
  }
}

/** The rows a part belongs to, the closest only (several when they have the same form); looked up by skeleton. */
export const variantsOf = (part: NamePart): Variants => {
  const sounds = coreSounds(part)
  const found = new Map<number, number>()
  for (const { row, sounds: form, self } of FORMS.get(foldSounds(sounds)) ?? []) {
    const lr = wordLR(sounds, form)
    if (lr >= CLOSE * self && lr > (found.get(row) ?? 0)) found.set(row, lr)
  }
  const closest = Math.max(...found.values())
  return new Map([...found].filter(([, lr]) => lr === closest))
}

/** log10 LR of two parts as forms of one known name, or null when no row has both. */
export const variantLR = (a: Variants, b: Variants): number | null => {
  let best: number | null = null
  for (const [row, lr] of a) {
    const other = b.get(row)
    if (other !== undefined) best = Math.max(best ?? 0, Math.min(lr, other) - VARIANT_COST)
  }
  return best
}

/** Two parts that are forms of two known names (محمد, محمود) are likelier two names than a slip. */
export const areKnownApart = (a: Variants, b: Variants): boolean =>
  a.size > 0 && b.size > 0 && variantLR(a, b) === null

/** The other forms of a name a word is a form of; none for a word no row has. */
export const formsOf = (word: string): string[] => {
  const part = parseName(word)[0]
  return part
    ? [...variantsOf(part).keys()].flatMap((row) => VARIANTS[row]!.map((form) => form.toLowerCase()))
    : []
}
