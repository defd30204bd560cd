import { coreSounds, foldSounds } from './fold.ts'
import { wordLR } from './likelihood.ts'
import { type NamePart, parseName, type Role } from './parse.ts'
import { CENSUSES } from './rules/frequent.ts'
import type { Sounds } from './slots.ts'
import { frequentParts } from './tables/frequent.ts'

type Entry = { sounds: Sounds; share: number; role: Role }

/** A part with the skeleton of a common name and at least this log10 LR with it is taken for that name. */
const SAME_NAME = 1.5

const BY_SKELETON = new Map<string, Entry[]>()
const add = (name: string, share: number, role: Role): void => {
  const part = parseName(name)[0]
  if (!part) return
  const sounds = coreSounds(part)
  const key = foldSounds(sounds)
  BY_SKELETON.set(key, [...(BY_SKELETON.get(key) ?? []), { sounds, share, role }])
}
for (const { people, rows } of CENSUSES) {
  for (const [name, role, bearers] of rows) add(name, bearers / people, role)
}
for (const line of frequentParts.split('\n')) {
  const [name = '', share] = line.split(' ')
  if (share) add(name, Number(share), 'unknown')
}

/**
 * The share of people who bear this name, 0 when no table has it. A table row for surnames speaks of surnames
 * only; a row for given names also of patronymics and kunyas; a row without a role of every part.
 */
export const nameShare = (part: NamePart): number => {
  const sounds = coreSounds(part)
  let share = 0
  for (const entry of BY_SKELETON.get(foldSounds(sounds)) ?? []) {
    const fits = (entry.role === 'surname') === (part.role === 'surname') || entry.role === 'unknown'
    if (fits && entry.share > share && wordLR(sounds, entry.sounds) >= SAME_NAME) share = entry.share
  }
  return share
}
