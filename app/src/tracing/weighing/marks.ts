import { keyOf } from '../text.ts'
import { marks as chance } from './chances.ts'
import { bodyWords, kindWords, sideWords } from './data/words.ts'
import type { Described } from './described.ts'
import type { Evidence } from './evidence.ts'

/** Kinds that are somewhere on the body; eyes and hair, a limp and deafness have their place in their name. */
const placed = new Set(['burn', 'scar', 'birthmark', 'missing', 'tattoo'])

/** One mark: what it is, on which part of the body, on which side; what is not said is absent. */
export type Mark = { kind: string; part?: string; side?: string }

const lookup = (table: Record<string, string>): [string, string][] =>
  Object.entries(table).flatMap(([code, words]) =>
    words.split('|').map((word): [string, string] => [keyOf(word), code]),
  )
const [kindOf, partOf, sideOf] = [lookup(kindWords), lookup(bodyWords), lookup(sideWords)]

const LONGEST = 1000
const MOST_MARKS = 12
/** Shorter beginnings fit too many words: they have to be the whole word. */
const SHORTEST_BEGINNING = 4

/** Words begin alike in all their cases (щека, щеке; ұрт, ұртында); Arabic writes the article and "his" on to them. */
const isWord = (word: string, stem: string): boolean =>
  word === stem || (stem.length >= SHORTEST_BEGINNING && word.startsWith(stem))

/** The code whose word comes in the text, the longest words first tried: "шея" is not "плечо шеи". */
function find(words: string[], table: [string, string][]): string | undefined {
  const plain = words.flatMap((word) => [word, word.replace(/^(?:و|ب|في)?(?:ال|لل)/u, '')])
  return table.find(([stem]) =>
    stem.includes(' ')
      ? ` ${words.join(' ')} `.includes(` ${stem}`)
      : plain.some((word) => isWord(word, stem)),
  )?.[1]
}

/**
 * The marks a text tells of, by a small vocabulary in four languages; the rest of the text is left to people.
 * Example: `marksIn('шрам на левой щеке')` is `[{ kind: 'scar', part: 'cheek', side: 'left' }]`.
 */
export function marksIn(text: string | undefined): Mark[] {
  const clauses = (text ?? '').slice(0, LONGEST).split(/[,،;؛.\n]|(?<![\p{L}])(?:and|и|және|و)(?![\p{L}])/iu)
  const marks: Mark[] = []
  for (const clause of clauses) {
    const words = keyOf(clause).split(' ').filter(Boolean)
    const kind = find(words, kindOf)
    const where = { part: find(words, partOf), side: find(words, sideOf) }
    const before = marks.at(-1)
    if (kind) marks.push({ kind, ...(placed.has(kind) ? where : {}) })
    // "Тыртық, сол жақ бетінде": where it is comes after a comma.
    else if (before && placed.has(before.kind) && !before.part) Object.assign(before, where)
  }
  return marks.slice(0, MOST_MARKS)
}

/** What it says that two marks agree so far: 1 / the share of children with such a mark, at most half of it. */
function markLR(a: Mark, b: Mark): number | undefined {
  if (a.kind !== b.kind || (a.part && b.part && a.part !== b.part)) return undefined
  let u = chance.kinds[a.kind]!
  if (a.part && b.part) u *= chance.part
  // The left of one who looks is the right of one who is looked at: other sides take nothing away.
  if (a.part && b.part && a.side && a.side === b.side) u *= chance.side
  return Math.log10(chance.both / u + (1 - chance.both))
}

/** The mark that both name and that says most. Marks that only one of them names, or that differ, say nothing. */
export function weighMarks(a: Described, b: Described): Evidence[] {
  let best: { log10LR: number; mark: Mark } | undefined
  for (const x of marksIn(a.marks))
    for (const y of marksIn(b.marks)) {
      const log10LR = markLR(x, y)
      if (log10LR === undefined || (best && best.log10LR >= log10LR)) continue
      best = {
        log10LR,
        mark: { kind: x.kind, part: x.part && y.part, side: x.side === y.side ? x.side : undefined },
      }
    }
  if (!best) return []
  const { kind, part = 'none' } = best.mark
  return [{ about: 'marks', code: 'mark-same', values: { kind, part }, log10LR: best.log10LR }]
}
