import { alignSounds } from './align.ts'
import { type Origin, originLR, originsOf } from './diminutives.ts'
import { coreSounds } from './fold.ts'
import { nameShare } from './frequency.ts'
import { isWritten } from './graphones/letters.ts'
import { letterChance } from './graphones/models.ts'
import { wordLR } from './likelihood.ts'
import { type NamePart, parseName, type Role } from './parse.ts'
import { toSounds } from './slots.ts'
import { areKnownApart, type Variants, variantLR, variantShare, variantsOf } from './variants.ts'

/**
 * A part ready to be compared. `spelled`: the log10 LR of its letters beside themselves; `share`: of people who
 * bear the name; `selfLR`: both together, the most it can say. `variants`: the known names it is a form of. `origins`: what it may be a fond form of.
 */
export type ReadyPart = NamePart & {
  spelled: number
  share: number
  selfLR: number
  variants: Variants
  origins: readonly Origin[]
}

/** `joined`: the name again with two neighbouring parts read as one (Нур Али, Нурали), for each such two. */
export type ReadyName = { key: string; parts: ReadyPart[]; joined: { part: ReadyPart; parts: ReadyPart[] }[] }

/** A stem without its ending, or an article left out, is a little less than the whole word again. */
const ENDING_COST = 0.2
/** An ending that only one of two has (Ахмет, Ахметова) is more: papers drop one, but seldom (assumed). */
const LONE_ENDING_COST = 0.7
/** Even a very short or very common name fits itself a little better than nothing. */
const LEAST_SELF = 0.1
/** An initial that does not fit: a slip, or another person. */
const INITIAL_MISMATCH = -1

/**
 * What opposite sexes of the bearer cost. Assumed: Umm and Abu name two parents; -ұлы and -қызы brother and
 * sister; a foreign clerk often writes a woman's surname in the masculine.
 */
const OPPOSITE_SEX = { kunya: 6, patronymic: 2, surname: 0.3, given: 0, unknown: 0 }

/** What it costs that both parts are known names, and not the same (log10; assumed). */
const KNOWN_APART = 1

/**
 * LR of the spellings: whole words, or without endings. Where sounds alone are compared, endings never count when
 * both parts have one; the graphones know themselves that a common ending says little.
 */
const spellingLR = (a: NamePart, b: NamePart): number => {
  if (!a.stem && !b.stem) return wordLR(a.whole, b.whole)
  const stems = wordLR(coreSounds(a), coreSounds(b))
  const bothEnd = a.stem && b.stem && a.role === b.role && a.role !== 'unknown'
  if (bothEnd && a.whole.script === b.whole.script) return stems
  const lone = (a.stem && a.sex && !b.stem) || (b.stem && b.sex && !a.stem)
  return Math.max(wordLR(a.whole, b.whole), stems - (lone ? LONE_ENDING_COST : ENDING_COST))
}

const isInitial = (part: NamePart): boolean => part.text.length === 1

/** An initial beside a full word says as much as one letter can: the odds of the first sounds, or a mismatch. */
const initialLR = (a: NamePart, b: NamePart): number => {
  const first = (part: NamePart) => ({ ...part.whole, slots: part.whole.slots.slice(0, 1) })
  return Math.max(INITIAL_MISMATCH, alignSounds(first(a), first(b)))
}

/** What the spellings say, before anything else is known of the two parts. */
const rawLR = (a: ReadyPart, b: ReadyPart): number => {
  if (isInitial(a) !== isInitial(b)) return initialLR(a, b)
  const fond = Math.max(originLR(a.origins, b), originLR(b.origins, a))
  return Math.max(spellingLR(a, b), fond, variantLR(a.variants, b.variants) ?? Number.NEGATIVE_INFINITY)
}

/** Below `most`, bent towards it from this share on, so that what fits better still counts more. */
const KNEE = 0.7
const capped = (lr: number, most: number): number => {
  const knee = KNEE * most
  return lr <= knee ? lr : most - (most - knee) * Math.exp((knee - lr) / (most - knee))
}

/** A random person bears the name with chance `share`, or one spelled like it with chance 10^-lr. */
const tempered = (lr: number, share: number): number => (lr > 0 ? -Math.log10(10 ** -lr + share) : lr)

/** log10 LR of two parts, the roles left aside. Never above what either part reaches beside itself. */
export const partLR = (a: ReadyPart, b: ReadyPart): number => {
  const most = Math.min(a.selfLR, b.selfLR)
  if (a.text === b.text) return most
  const opposite = a.sex && b.sex && a.sex !== b.sex && a.role === b.role
  const lr = capped(rawLR(a, b), Math.min(a.spelled, b.spelled))
  const known = Math.min(most, tempered(lr, Math.max(a.share, b.share)))
  return (
    known - (opposite ? OPPOSITE_SEX[a.role] : 0) - (areKnownApart(a.variants, b.variants) ? KNOWN_APART : 0)
  )
}

/** What a whole word says beside itself, as far as its letters are unlike a random name's; no more than this. */
const MOST_BY_LETTERS = 4.5
const ownLR = (part: NamePart): number => {
  const { letters, script } = coreSounds(part)
  const rare = isWritten(script) && letters.length > 0 ? -letterChance(letters, script) : 0
  return Math.max(LEAST_SELF, spellingLR(part, part), Math.min(MOST_BY_LETTERS, rare))
}

/**
 * The share of people who bear a name no table has (assumed): of surnames as many as the rarest one listed; given
 * names, and fathers' names with them, are fewer and shared by more: two random people of one country have the same
 * in one case of some hundred, of which the listed ones are the greater part.
 */
const UNLISTED: Record<Role, number> = {
  given: 0.002,
  patronymic: 0.002,
  kunya: 0.002,
  surname: 0.0005,
  unknown: 0.001,
}

const readyPart = (part: NamePart, unlisted = UNLISTED[part.role]): ReadyPart => {
  const spelled = ownLR(part)
  const variants = variantsOf(part)
  const share = Math.max(nameShare(part), variantShare(variants), unlisted)
  const selfLR = Math.max(LEAST_SELF, tempered(spelled, share))
  const origins = originsOf({ role: part.role, letters: part.text })
  return { ...part, spelled, share, selfLR, variants, origins }
}

const isPlain = (part: NamePart): boolean => part.role === 'given' || part.role === 'unknown'

/** Two parts as one; together they cannot say more than apart. */
const joinParts = (first: ReadyPart, second: ReadyPart): ReadyPart => {
  const whole = toSounds((first.text + second.text).replaceAll(' ', ''))
  const part = readyPart({
    text: `${first.text} ${second.text}`,
    role: first.role,
    whole,
    stem: null,
    sex: null,
  })
  return { ...part, selfLR: Math.min(part.selfLR, first.selfLR + second.selfLR) }
}

/** A written name made ready once, to be compared with many. */
export const readyName = (text: string): ReadyName => {
  const read = parseName(text)
  // The role of a word that stands alone is a guess from its ending.
  const parts = read.map((part) => readyPart(part, UNLISTED[read.length === 1 ? 'unknown' : part.role]))
  const joined = parts.slice(1).flatMap((second, i) => {
    const first = parts[i]!
    if (!isPlain(first) || !isPlain(second)) return []
    const part = joinParts(first, second)
    return [{ part, parts: [...parts.slice(0, i), part, ...parts.slice(i + 2)] }]
  })
  return { key: parts.map((p) => `${p.text}/${p.role}`).join(' '), parts, joined }
}
