import type { SpellingPair } from './pairs.ts'

/** The table keeps names borne by at least this share of the people counted. */
const SMALLEST_SHARE = 0.0005
/** Particles of surnames, not names. */
const PARTICLES = new Set(
  'de von van la le der da di del du den al el bin ibn ben abu dos st jr ii iii and of the'.split(' '),
)

/** Shares of name parts among all parts counted, commonest first, as the text of `src/tables/frequent.ts`. */
export const printFrequent = (pairs: SpellingPair[], header: string): string => {
  const counts = new Map<string, number>()
  let total = 0
  for (const { latin, count } of pairs) {
    if (!/^\p{L}{2,}$/u.test(latin) || PARTICLES.has(latin)) continue
    counts.set(latin, (counts.get(latin) ?? 0) + count)
    total += count
  }
  const rows = [...counts]
    .map(([name, n]) => [name, n / total] as const)
    .filter(([, share]) => share >= SMALLEST_SHARE)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([name, share]) => `${name} ${share.toFixed(5)}`)
  return `${header}
/** name part, share of all name parts of the people counted */
export const frequentParts = \`
${rows.join('\n')}
\`
`
}
