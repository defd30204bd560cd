export type Point = { stated: number; observed: number; same: number; apart: number }
export type Series = { label: string; points: Point[] }

const SIZE = 480
const MARGIN = 56
const [FROM, TO] = [-3, 5]
const COLOURS = ['#4f6f52', '#b5651d', '#2f4858']

const x = (value: number): number => MARGIN + ((value - FROM) / (TO - FROM)) * (SIZE - 2 * MARGIN)
const y = (value: number): number => SIZE - x(value)

const grid = (): string =>
  Array.from({ length: TO - FROM + 1 }, (_, n) => FROM + n)
    .map(
      (v) => `<path d="M${x(v)} ${y(FROM)}V${y(TO)}M${x(FROM)} ${y(v)}H${x(TO)}" stroke="#ddd"/>
<text x="${x(v)}" y="${y(FROM) + 18}" text-anchor="middle">${v}</text>
<text x="${x(FROM) - 8}" y="${y(v) + 4}" text-anchor="end">${v}</text>`,
    )
    .join('\n')

const drawn = ({ label, points }: Series, n: number): string => {
  const line = points.map((p) => `${x(p.stated).toFixed(1)},${y(p.observed).toFixed(1)}`)
  const dots = line.map(
    (at) => `<circle cx="${at.split(',')[0]}" cy="${at.split(',')[1]}" r="3.5" fill="${COLOURS[n]}"/>`,
  )
  return `<polyline points="${line.join(' ')}" fill="none" stroke="${COLOURS[n]}" stroke-width="1.5"/>
${dots.join('')}
<text x="${x(FROM) + 12}" y="${y(TO) + 20 + 18 * n}" fill="${COLOURS[n]}">${label}</text>`
}

/** Stated against observed log10 LR, one line a pair of scripts; on the diagonal they are equal. */
export const drawCalibration = (
  series: Series[],
  of: string,
): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" font-family="sans-serif" font-size="12" role="img">
<title>Stated and observed likelihood ratios on held-out ${of}</title>
<rect width="${SIZE}" height="${SIZE}" fill="#fff"/>
${grid()}
<path d="M${x(FROM)} ${y(FROM)}L${x(TO)} ${y(TO)}" stroke="#888" stroke-dasharray="5 4"/>
${series.map(drawn).join('\n')}
<text x="${SIZE / 2}" y="${SIZE - 12}" text-anchor="middle">stated log10 LR</text>
<text transform="translate(16 ${SIZE / 2}) rotate(-90)" text-anchor="middle">observed log10 LR</text>
</svg>
`
