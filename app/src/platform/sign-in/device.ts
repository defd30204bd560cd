const browsers: [RegExp, string][] = [
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/YaBrowser\//, 'Yandex'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/node|undici/i, 'sandsage'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]
const find = (table: [RegExp, string][], text: string) => table.find(([sign]) => sign.test(text))?.[1]

/** A browser and its system as a person knows them, `Firefox, Android`; no more of the header is kept. */
export const deviceName = (userAgent: string | undefined): string =>
  [find(browsers, userAgent ?? ''), find(systems, userAgent ?? '')].filter(Boolean).join(', ')

/** Enough of an address to recognise one's own network by: 203.0.113.x, 2001:db8:1::/48. */
export function shortAddress(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:/, '')
  if (plain.includes('.')) return plain.replace(/\.\d+$/, '.x')
  return plain ? `${groupsOf(plain).slice(0, 3).join(':')}::/48` : ''
}

/** What one customer of a network has: an IPv4 address, or 64 bits of IPv6, within which anyone may choose freely. */
export function networkOf(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:/, '')
  return plain.includes(':') ? groupsOf(plain).slice(0, 4).join(':') : plain
}

/** The eight groups of an IPv6 address, `::` written out (RFC 4291, 2.2). */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('%')[0]!.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(missing).fill('0'), ...right].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  )
}
