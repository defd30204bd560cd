import { coreSounds, foldSounds } from './fold.ts'
import { nameShare } from './frequency.ts'
import { wordLR } from './likelihood.ts'
import { type NamePart, parseName } from './parse.ts'
import { SHORT_FORMS } from './rules/shortForms.ts'
import { VARIANTS } from './rules/variants.ts'
import type { Sounds } from './slots.ts'

/** Rows of the table a part is a form of -> the log10 LR of its spelling beside that form, and what the form costs. */
export type Variants = ReadonlyMap<number, { lr: number; cost: number }>

/** A part is a form when it reaches this share of the LR the form has beside itself. */
const CLOSE = 0.8
/** Of a short form nearly all: so many words sound a little like one. */
const CLOSE_SHORT = 0.95
/** A form of the same name in another language is a little less than its spelling (log10; assumed). */
const VARIANT_COST = 0.5
/** A short form is seldom what a paper has, and several names share it (log10; assumed). */
const SHORT_COST = 1

type Form = { row: number; sounds: Sounds; self: number; cost: number }

const FORMS = new Map<string, Form[]>()
const ROWS: string[][] = VARIANTS.map((row) => [...row])

const addForm = (row: number, name: string, cost: number): void => {
  const { whole, stem } = parseName(name)[0]!
  for (const sounds of stem ? [whole, stem] : [whole]) {
    const key = foldSounds(sounds)
    FORMS.set(key, [...(FORMS.get(key) ?? []), { row, sounds, self: wordLR(sounds, sounds), cost }])
  }
}

/** Short forms join every row that has their full name, or begin one of their own. */
const addShortForms = ([full, ...short]: readonly string[]): void => {
  const rows = ROWS.flatMap((row, n) => (row.includes(full!) ? [n] : []))
  if (rows.length === 0) {
    rows.push(ROWS.push([full!]) - 1)
    addForm(rows[0]!, full!, VARIANT_COST)
  }
  for (const row of rows) {
    for (const name of short) addForm(row, name, SHORT_COST)
    ROWS[row]!.push(...short)
  }
}

for (const [row, names] of VARIANTS.entries()) for (const name of names) addForm(row, name, VARIANT_COST)
for (const names of SHORT_FORMS) addShortForms(names)

/** Two forms this near each other in closeness are equally close. */
const EQUALLY = 0.02

/** The rows a part belongs to, the closest only (several when they have the same form); looked up by skeleton. */
export const variantsOf = (part: NamePart): Variants => {
  const sounds = coreSounds(part)
  const found = new Map<number, { lr: number; cost: number; close: number }>()
  for (const { row, sounds: form, self, cost } of FORMS.get(foldSounds(sounds)) ?? []) {
    const lr = wordLR(sounds, form)
    const close = Math.min(1, lr / self)
    if (close >= (cost === SHORT_COST ? CLOSE_SHORT : CLOSE) && close > (found.get(row)?.close ?? 0))
      found.set(row, { lr, cost, close })
  }
  const closest = Math.max(...[...found.values()].map(({ close }) => close))
  return new Map([...found].filter(([, { close }]) => close >= closest - EQUALLY))
}

const ROW_SHARES = new Map<number, number>()

/** The largest share of people any form of a row is known to have. */
const rowShare = (row: number): number => {
  let share = ROW_SHARES.get(row)
  if (share === undefined) {
    share = Math.max(...ROWS[row]!.flatMap((form) => parseName(form).slice(0, 1).map(nameShare)))
    ROW_SHARES.set(row, share)
  }
  return share
}

/** The share of people who bear a name in any of its forms: Hamoudi can say no more than Muhammad. */
export const variantShare = (variants: Variants): number => {
  let share = 0
  for (const row of variants.keys()) share = Math.max(share, rowShare(row))
  return share
}

/** log10 LR of two parts as forms of one known name, or null when no row has both. */
export const variantLR = (a: Variants, b: Variants): number | null => {
  let best: number | null = null
  for (const [row, { lr, cost }] of a) {
    const other = b.get(row)
    if (other) best = Math.max(best ?? 0, Math.min(lr, other.lr) - Math.max(cost, other.cost))
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
    ? [...variantsOf(part).keys()].flatMap((row) => ROWS[row]!.map((form) => form.toLowerCase()))
    : []
}
