/**
 * Letters from the most to the least frequent: Russian after the National Corpus (Lyashevskaya, Sharov 2009),
 * Arabic after Madi's count of 5.7 million letters, Kazakh counted over 35,223 letters of this program's own
 * Kazakh sentences (letters that did not occur follow in the order of the alphabet), Turkish and western letters
 * beyond ASCII: order assumed. Only the order is used, by Zipf's law: the k-th stands with a share near 1/k, so
 * that no table of shares has to be believed to a digit.
 */
const alphabets = [
  'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
  'аеыінлтрдсбмқокзжйуғңшпұгүәөияфцхьвюһёчщъэ',
  'الينموتربةعدفسهكقحأجشطصىخإذزءثضغئظؤآپچگڤژکی',
  'ıişğüöçéâàèêëîïôûùäßñáíóúãåæø',
].map(orderOf)

type Order = { costs: Map<string, number>; rarest: number }

function orderOf(letters: string): Order {
  const all = [...new Set(letters)]
  const sum = all.reduce((total, _, at) => total + 1 / (at + 1), 0)
  const costs = new Map(all.map((letter, at) => [letter, -Math.log((at + 1) * sum)]))
  return { costs, rarest: -Math.log(4 * all.length * sum) }
}

/** A sign in text that is no letter: usual, or one no list of people has. Shares assumed. */
const USUAL = /[«»„“”‘’–—…№°•،؛؟ \u064b-\u0652\u0640]/
const usual = Math.log(1 / 60)
const strange = Math.log(1 / 6000)
/** Each turn within a word that people do not write: two scripts, or a capital after a small letter. Assumed. */
const UNLIKELY = Math.log(1 / 100)

/** Enough to tell tables apart by a wide margin; a list of 20 MB need not be weighed whole. */
const MOST_WEIGHED = 20_000

/**
 * The natural log of how likely a text is, counting only what differs between single-byte tables: signs beyond
 * ASCII, under the alphabet that suits them best, and the turns around them.
 */
export function logLikelihood(text: string): number {
  const sums = alphabets.map(() => 0)
  let turns = 0
  let weighed = 0
  let before = ''
  for (const sign of text) {
    if (sign > '\u007f') {
      if (++weighed > MOST_WEIGHED) break
      addCosts(sign, sums)
    }
    if ((sign > '\u007f' || before > '\u007f') && isUnlikelyTurn(before, sign)) turns++
    before = sign
  }
  return Math.max(...sums) + turns * UNLIKELY
}

function addCosts(sign: string, sums: number[]): void {
  const small = sign.toLowerCase()
  const isLetter = /\p{L}/u.test(sign)
  for (const [at, { costs, rarest }] of alphabets.entries())
    sums[at]! += isLetter ? (costs.get(small) ?? rarest) : USUAL.test(sign) ? usual : strange
}

const isSmall = (sign: string): boolean => sign !== sign.toUpperCase()
const isCapital = (sign: string): boolean => sign !== sign.toLowerCase()

function isUnlikelyTurn(before: string, sign: string): boolean {
  if (!/\p{L}/u.test(before) || !/\p{L}/u.test(sign)) return false
  return scriptOf(before) !== scriptOf(sign) || (isSmall(before) && isCapital(sign))
}

export const scriptOf = (sign: string): 'arabic' | 'cyrillic' | 'latin' | 'other' =>
  /\p{Script=Arabic}/u.test(sign)
    ? 'arabic'
    : /\p{Script=Cyrillic}/u.test(sign)
      ? 'cyrillic'
      : /\p{Script=Latin}/u.test(sign)
        ? 'latin'
        : 'other'
