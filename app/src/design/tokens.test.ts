import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./css/tokens.css', import.meta.url), 'utf8')

/** Relative luminance of `#rrggbb` in sRGB (WCAG 2.2, definition of relative luminance). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function token(name: string, theme: 'light' | 'dark'): string {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css)
  const value = found?.[theme === 'light' ? 1 : 2]
  if (!value) throw new Error(`No token --${name}`)
  return value
}

// Words need 4.5 : 1 and the edges of things that can be used 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11).
const words = [
  ...['ink', 'soft'].flatMap((one) => ['paper', 'card', 'sand'].map((ground) => [one, ground])),
  ...['ink', 'sage', 'sage-deep'].map((one) => [one, 'sage-wash']),
  ...['sage', 'sage-deep', 'wait', 'stop'].flatMap((one) => [
    [one, 'paper'],
    [one, 'card'],
  ]),
  ['soft', 'sage-wash'],
  ['soft', 'stop-wash'],
  ['wait', 'wait-wash'],
  ['ink', 'wait-wash'],
  ['stop', 'stop-wash'],
  ['ink', 'stop-wash'],
  ['on-sage', 'sage'],
  ['on-sage', 'sage-deep'],
  ['on-stop', 'stop'],
  ['paper', 'ink'],
] as [string, string][]

const edges: [string, string][] = [
  ...['paper', 'card', 'sage-wash', 'wait-wash', 'stop-wash'].map((ground): [string, string] => [
    'sage-deep',
    ground,
  ]),
  ['edge', 'paper'],
  ['edge', 'card'],
  ['wait-line', 'card'],
  ['wait-line', 'paper'],
]

describe.each(['light', 'dark'] as const)('contrast in %s', (theme) => {
  it('knows black on white', () => expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 9))

  it.each(words)('words: %s on %s', (front, ground) => {
    expect(contrast(token(front, theme), token(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(edges)('edge: %s on %s', (front, ground) => {
    expect(contrast(token(front, theme), token(ground, theme))).toBeGreaterThanOrEqual(3)
  })
})
