import { keyOf } from '../text.ts'
import { placeLevels } from './chances.ts'
import type { Described } from './described.ts'
import type { Evidence } from './evidence.ts'
import { findPlaces, inCommon, type Place } from './gazetteer.ts'
import { isOneName } from './spelled.ts'

type Levels = typeof placeLevels.place

/** The chances from a level on: they agree at least so far. */
const atLeast = (levels: Levels, level: number): { m: number; u: number } =>
  levels.slice(level).reduce((sum, { m, u }) => ({ m: sum.m + m, u: sum.u + u }), { m: 0, u: 0 })

/**
 * log10 of m/u for two places with so many levels in common: exactly so many where both go further down and part
 * there, at least so many where one of them does not go further. `of` is the shallower one's depth.
 */
export function placeLR(levels: Levels, { levels: common, of }: { levels: number; of: number }): number {
  const deepest = levels.length - 1
  const { m, u } =
    common < of && common < deepest ? levels[common]! : atLeast(levels, Math.min(common, deepest))
  return Math.log10(m / u)
}

const codes = ['place-differs', 'place-country', 'place-region', 'place-same', 'place-same'] as const

/** The nearest two of the places two texts speak of; what the gazetteer does not know is compared as it is written. */
function compareTexts(about: 'place' | 'birthplace', a: string, b: string): Evidence[] {
  const [ours, theirs] = [findPlaces(a), findPlaces(b)]
  const levels = placeLevels[about]
  if (ours.length === 0 || theirs.length === 0) return asWritten(about, a, b)
  let best: { log10LR: number; common: number; place: Place } | undefined
  for (const x of ours)
    for (const y of theirs) {
      const common = inCommon(x, y)
      const log10LR = placeLR(levels, common)
      if (!best || log10LR > best.log10LR) best = { log10LR, common: common.levels, place: x }
    }
  const { log10LR, common } = best!
  return [
    {
      about,
      code: `${about === 'birthplace' ? 'birth' : ''}${codes[Math.min(common, 4)]}`,
      values: { a, b },
      log10LR,
    },
  ]
}

/** Agreement weighs as that of a city does; that two texts differ says nothing where one of them is not known. */
function asWritten(about: 'place' | 'birthplace', a: string, b: string): Evidence[] {
  const isSame =
    keyOf(a) !== '' && (keyOf(a) === keyOf(b) || isOneName(keyOf(a).slice(0, 100), keyOf(b).slice(0, 100)))
  if (!isSame) return []
  const log10LR = placeLR(placeLevels[about], { levels: 3, of: 3 })
  return [{ about, code: about === 'place' ? 'place-same' : 'birthplace-same', values: { a, b }, log10LR }]
}

const between = (about: 'place' | 'birthplace', a: string | undefined, b: string | undefined): Evidence[] =>
  a && b ? compareTexts(about, a, b) : []

/**
 * Where they are or were last seen, and where they were born. Children were moved, so another place says little.
 * Who was born where they now are is one fact, counted once; a birthplace beside a place is compared where nothing
 * better is known.
 */
export function weighPlaces(a: Described, b: Described): Evidence[] {
  const [here, born] = [between('place', a.place, b.place), between('birthplace', a.birthplace, b.birthplace)]
  const both = [...here, ...born]
  if (both.length === 2 && (isOnePlace(a) || isOnePlace(b))) {
    const counted = both.reduce((most, one) => (Math.abs(one.log10LR) > Math.abs(most.log10LR) ? one : most))
    return [counted]
  }
  if (both.length) return both
  const across = [...between('place', a.place, b.birthplace), ...between('place', a.birthplace, b.place)]
  return across.toSorted((x, y) => y.log10LR - x.log10LR).slice(0, 1)
}

const isOnePlace = ({ place, birthplace }: Described): boolean => {
  if (!place || !birthplace) return false
  const [x, y] = [findPlaces(place)[0], findPlaces(birthplace)[0]]
  return x && y ? inCommon(x, y).levels === Math.min(x.length, y.length) : keyOf(place) === keyOf(birthplace)
}
