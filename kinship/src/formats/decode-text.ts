/** The WHATWG decoder every runtime has; the core's compiler settings name no platform. */
declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean },
) => { decode(bytes: Uint8Array): string }

export type Decoded = {
  text: string
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1252'
}

/**
 * The text of a file, whatever program saved it. A byte order mark decides; without one it is UTF-16 when every
 * other byte of the beginning is 0, UTF-8 when the bytes are valid, else windows-1251 or windows-1252, told apart
 * by the letters beyond ASCII: they stand side by side in Cyrillic words and alone in Western ones.
 *
 * @example decodeText(Uint8Array.of(0xcc, 0xe0, 0xec, 0xe0)) // { text: 'Мама', encoding: 'windows-1251' }
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const marked = byteOrderMark(bytes) ?? wideWithoutMark(bytes)
  if (marked) return decode(bytes, marked)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return decode(bytes, looksCyrillic(bytes) ? 'windows-1251' : 'windows-1252')
  }
}

function decode(bytes: Uint8Array, encoding: Decoded['encoding']): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

function byteOrderMark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, 64)
  const zeros = (parity: number) => start.filter((byte, index) => index % 2 === parity && byte === 0).length
  const [even, odd] = [zeros(0), zeros(1)]
  const most = start.length * 0.4
  if (start.length < 4) return null
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : null
}

function looksCyrillic(bytes: Uint8Array): boolean {
  const isLetter = (byte: number | undefined) => byte !== undefined && byte >= 0xc0
  let letters = 0
  let besideAnother = 0
  for (let i = 0; i < bytes.length; i++) {
    if (!isLetter(bytes[i])) continue
    letters++
    if (isLetter(bytes[i - 1]) || isLetter(bytes[i + 1])) besideAnother++
  }
  return besideAnother * 2 > letters
}
