import { keyOf } from '../text.ts'

/**
 * What a relation word says of who asks: how many generations above the child (0 beside, -1 below), and on whose
 * side. `parent`: they are the child's mother or father themselves.
 */
export type Relation = {
  above: number
  side?: 'mother' | 'father'
  parent?: 'mother' | 'father'
  sex?: 'female' | 'male'
}

const mother = { above: 1, parent: 'mother', sex: 'female' } as const
const father = { above: 1, parent: 'father', sex: 'male' } as const
const grand = (sex: 'female' | 'male', side?: 'mother' | 'father'): Relation => ({ above: 2, sex, side })
const beside = (sex: 'female' | 'male', side?: 'mother' | 'father'): Relation => ({ above: 1, sex, side })
const sibling = (sex: 'female' | 'male'): Relation => ({ above: 0, sex })

/**
 * General knowledge of the four languages, the most special first: "анасының шешесі" before "шешесі". Kazakh says
 * нағашы for the mother's side; Arabic has خال and خالة for it, عم and عمة for the father's. Whole words only.
 */
const entries: [pattern: string, relation: Relation][] = [
  [
    'анасының (?:шешесі|анасы|апасы)|нағашы (?:әже|әжесі|апа|апасы)|бабушка по матери(?:нской линии)?|мать матери|(?:maternal grandmother|mothers? s? ?mother)|(?:ال)?جده (?:من جهه الام|لام)|ام الام',
    grand('female', 'mother'),
  ],
  [
    'әкесінің (?:шешесі|анасы)|бабушка по отцу|мать отца|(?:paternal grandmother|fathers? s? ?mother)|(?:ال)?جده (?:من جهه الاب|لاب)|ام الاب',
    grand('female', 'father'),
  ],
  [
    'анасының әкесі|нағашы (?:ата|атасы)|дедушка по матери|отец матери|(?:maternal grandfather|mothers? s? ?father)|(?:ال)?جد (?:من جهه الام|لام)|ابو الام',
    grand('male', 'mother'),
  ],
  [
    'әкесінің әкесі|дедушка по отцу|отец отца|(?:paternal grandfather|fathers? s? ?father)|(?:ال)?جد (?:من جهه الاب|لاب)|ابو الاب',
    grand('male', 'father'),
  ],
  [
    'нағашы (?:апай|әпке|әпкесі|тәте|тәтесі)|анасының (?:әпкесі|сіңлісі)|т[её]тя по матери|сестра матери|(?:maternal aunt|mothers? s? ?sister)|(?:ال)?خاله',
    beside('female', 'mother'),
  ],
  [
    'нағашы(?:сы| аға| ағасы)?|анасының (?:ағасы|інісі)|дядя по матери|брат матери|(?:maternal uncle|mothers? s? ?brother)|(?:ال)?خال',
    beside('male', 'mother'),
  ],
  [
    'әкесінің (?:әпкесі|қарындасы)|т[её]тя по отцу|сестра отца|(?:paternal aunt|fathers? s? ?sister)|(?:ال)?عمه',
    beside('female', 'father'),
  ],
  [
    'әкесінің (?:ағасы|інісі)|дядя по отцу|брат отца|(?:paternal uncle|fathers? s? ?brother)|(?:ال)?عم',
    beside('male', 'father'),
  ],
  ['әже|әжесі|бабушка|grandmother|grandma|(?:ال)?جده', grand('female')],
  ['атасы|ата|дедушка|дед|grandfather|grandpa|(?:ال)?جد', grand('male')],
  ['т[её]тя|т[её]тка|aunt', beside('female')],
  ['дядя|uncle', beside('male')],
  ['анасы|шешесі|мать|мама|mother|mum|(?:ال)?ام|(?:ال)?والده|والدتها|والدته', mother],
  ['әкесі|отец|папа|father|dad|(?:ال)?اب|(?:ال)?والد|والدها|والده', father],
  ['әпкесі|қарындасы|сіңлісі|апкесі|сестра|sister|(?:ال)?اخت', sibling('female')],
  ['ағасы|інісі|брат|brother|(?:ال)?اخ', sibling('male')],
]

const table = entries.map(
  ([pattern, relation]) =>
    [new RegExp(`^(?:the |a |its |her |his )?(?:${keyed(pattern)})$`, 'u'), relation] as const,
)

/** The table is written as people write; a word is looked up without ё, vowel marks and the forms of alef. */
function keyed(pattern: string): string {
  return pattern.replaceAll('[её]', 'е').replaceAll('ё', 'е').replaceAll('ى', 'ي')
}

/** Undefined for a word nobody knows: a neighbour, a friend, a sentence. Example: `relationOf('нағашы әжесі')`. */
export function relationOf(word: string): Relation | undefined {
  const key = keyOf(word.slice(0, 100))
  return table.find(([pattern]) => pattern.test(key))?.[1]
}
