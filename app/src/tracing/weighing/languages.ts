import { keyOf } from '../text.ts'
import { languages as chance } from './chances.ts'
import { spokenNames } from './data/words.ts'
import type { Described } from './described.ts'
import type { Evidence } from './evidence.ts'

const codes = new Map<string, string>()
for (const [code, names] of Object.entries(spokenNames))
  for (const name of [code, ...names.split('|')]) codes.set(keyOf(name), code)

/** A language as it is written in any of the four languages -> its code; one that is not known stays as written. */
export const toCode = (written: string): string => {
  const key = keyOf(written)
  return codes.get(key) ?? codes.get(key.replace(/^ال/u, '')) ?? codes.get(key.split(' ')[0] ?? '') ?? key
}

/**
 * Languages a child speaks, where both sides name some: one in common weighs by how rare it is. The chance that
 * two random children share none is that of the one side's languages all failing the other.
 * Example: Kazakh here and there: 0.85 / 0.6.
 */
export function weighLanguages(a: Described, b: Described): Evidence[] {
  const [ours, theirs] = [a, b].map((one) => new Set(one.languages.map(toCode).filter(Boolean)))
  if (!ours!.size || !theirs!.size) return []
  const share = (code: string) => chance.spokenBy[code] ?? chance.rare
  const shared = [...ours!]
    .filter((code) => theirs!.has(code))
    .sort((x, y) => share(x) - share(y) || (x < y ? -1 : 1))
  const rarest = shared[0]
  if (rarest)
    return [
      {
        about: 'languages',
        code: 'language-shared',
        values: { language: rarest },
        log10LR: Math.log10(chance.shared / share(rarest)),
      },
    ]
  const fails = (some: Set<string>) => [...some].reduce((none, code) => none * (1 - share(code)), 1)
  const u = Math.max(fails(ours!), fails(theirs!))
  return [
    {
      about: 'languages',
      code: 'languages-differ',
      values: {},
      log10LR: Math.min(0, Math.log10((1 - chance.shared) / u)),
    },
  ]
}
