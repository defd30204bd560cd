import { sex as chance } from './chances.ts'
import type { Described } from './described.ts'
import type { Evidence } from './evidence.ts'

/** The same sex says a factor of two, the other one a clerk's slip or another child: log10(0.01 / 0.5) is -1.7. */
export function weighSex(a: Described, b: Described): Evidence[] {
  if (a.sex === 'unknown' || b.sex === 'unknown') return []
  const isSame = a.sex === b.sex
  const log10LR = Math.log10((isSame ? 1 - chance.wrong : chance.wrong) / chance.share)
  return [{ about: 'sex', code: isSame ? 'sex-same' : 'sex-differs', values: {}, log10LR }]
}
