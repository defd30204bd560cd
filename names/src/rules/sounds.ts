/**
 * How close two sounds are when one name is written twice, as log10 odds (same name : chance), before any data
 * is seen. `scripts/calibrate.ts` moves these odds towards what the spelling pairs show.
 */
const VOWELS = new Set([...'aäeiıoöuü'])
const GLIDES = new Set([...'ywhʔ'])

/** Sounds that one spelling habit or another writes for each other. */
const NEAR: readonly (readonly [pairs: string, odds: number, why: string])[] = [
  ['bp bv fv vw fp', 0.3, 'Arabic has neither p nor v; Greek and Spanish b/v; German w = v'],
  ['td tθ dð sθ zð zd θð', 0.3, 'interdentals are t, d, s, z outside Arabic; final devoicing'],
  ['sz sš sc cč ct zc', 0.2, 'German and Slavic s/z/ts; ц in Turkish and Arabic mouths'],
  ['kq kg qg qğ gğ kc', 0.4, 'Arabic ق and ك for g, Kazakh қ and ғ in Russian к and г'],
  ['xh xk xğ hğ xq', 0.4, 'Russian х for h; Г for h; kh heard as k'],
  ['jž jč jg žš čš žz jy jd šj', 0.3, 'Kazakh ж, Arabic ج, Turkish c, French j, German j'],
  ['nŋ nm ŋg', 0.3, 'ң is n in Russian and Arabic'],
  ['aä ae ao äe aı', 0.3, 'Arabic fatha is a or e; Kazakh ә is а in Russian; unstressed о'],
  ['ou oö ow uü öü uw uo öu vu vo', 0.3, 'و is o, u, w, v; ұ and ү are у in Russian'],
  ['iı ie iy ey ıu ui iü eı', 0.3, 'ي is i, y, e; reduced vowels'],
]

const NEAR_ODDS = new Map<string, number>()
for (const [pairs, odds] of NEAR) {
  for (const pair of pairs.split(' ')) {
    const [x = '', y = ''] = [...pair]
    NEAR_ODDS.set(x + y, odds)
    NEAR_ODDS.set(y + x, odds)
  }
}

/** log10 odds that sounds `x` and `y` stand for each other. */
const soundOdds = (x: string, y: string): number => {
  const vowels = VOWELS.has(x) && VOWELS.has(y)
  if (x === y) return vowels ? 0.7 : 1.1
  return NEAR_ODDS.get(x + y) ?? (vowels ? -0.3 : -2)
}

const readings = (slot: string): string[] => slot.replace('?', '').split('/')

/** log10 odds for two slots: their best pair of readings; a later reading is less expected. */
export const slotRuleOdds = (a: string, b: string): number => {
  if (a.startsWith('#') || b.startsWith('#')) return a === b ? 0.7 : -2
  let best = Number.NEGATIVE_INFINITY
  for (const [i, x] of readings(a).entries()) {
    for (const [k, y] of readings(b).entries()) {
      best = Math.max(best, soundOdds(x, y) - 0.15 * (i + k))
    }
  }
  return best
}

/** log10 odds that a slot has no counterpart in a spelling in `otherScript`. Never above zero. */
export const dropRuleOdds = (slot: string, otherScript: string): number => {
  if (slot.endsWith('?')) return -0.05
  const first = slot[0] ?? ''
  if (VOWELS.has(first)) return otherScript === 'arabic' ? -0.2 : -0.8
  if (GLIDES.has(first)) return -0.5
  return -1.6
}
