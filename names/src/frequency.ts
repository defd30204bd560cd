import { coreSounds, foldSounds } from './fold.ts'
import { wordLR } from './likelihood.ts'
import { type NamePart, parseName, type Role } from './parse.ts'
import { CENSUSES } from './rules/frequent.ts'
import type { Sounds } from './slots.ts'
import { frequentParts } from './tables/frequent.ts'

type Entry = { sounds: Sounds; share: number; role: Role; self: number }

/** A part with the skeleton of a common name is taken for it from this share of the LR it has beside itself. */
const SAME_NAME = 0.9

const BY_SKELETON = new Map<string, Entry[]>()
const add = (name: string, share: number, role: Role): void => {
  const part = parseName(name)[0]
  if (!part) return
  const sounds = coreSounds(part)
  const key = foldSounds(sounds)
  BY_SKELETON.set(key, [
    ...(BY_SKELETON.get(key) ?? []),
    { sounds, share, role, self: wordLR(sounds, sounds) },
  ])
}
for (const { people, rows } of CENSUSES) {
  for (const [name, role, bearers] of rows) add(name, bearers / people, role)
}
for (const line of frequentParts.split('\n')) {
  const [name = '', share] = line.split(' ')
  if (share) add(name, Number(share), 'unknown')
}

/** A row of whole words does not speak of a surname made from one (Александрова is not Александр). */
const isRow = (role: Role, part: NamePart): boolean => {
  const surname = part.role === 'surname'
  return role === 'unknown' ? !(surname && part.stem) : (role === 'surname') === surname
}

/**
 * The share of people who bear this name, 0 when no table has it. A table row for surnames speaks of surnames
 * only; a row for given names also of patronymics and kunyas; a row without a role of every part.
 */
export const nameShare = (part: NamePart): number => {
  const sounds = coreSounds(part)
  let share = 0
  for (const entry of BY_SKELETON.get(foldSounds(sounds)) ?? []) {
    if (!isRow(entry.role, part) || entry.share <= share) continue
    if (wordLR(sounds, entry.sounds) >= SAME_NAME * entry.self) share = entry.share
  }
  return share
}
