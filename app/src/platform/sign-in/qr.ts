/**
 * A QR code of a text (ISO/IEC 18004): byte mode, error correction L, versions 1 to 20, that is up to 858 bytes.
 * Tables: ISO/IEC 18004, table 9 (codewords of correction per block, and blocks, of level L).
 */
const CORRECTION = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28]
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8]

/** Modules that carry data or correction: the square less finders, timing, alignment, format and version. */
function rawModules(version: number): number {
  const aligned = Math.floor(version / 7) + 2
  const base = (16 * version + 128) * version + 64
  if (version === 1) return base
  return base - ((25 * aligned - 10) * aligned - 55) - (version >= 7 ? 36 : 0)
}
const dataBytes = (version: number) =>
  Math.floor(rawModules(version) / 8) - CORRECTION[version - 1]! * BLOCKS[version - 1]!

/** In GF(2^8) with x^8 + x^4 + x^3 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((b >>> bit) & 1) * a
  }
  return product
}

function generator(degree: number): number[] {
  const result = [...Array<number>(degree - 1).fill(0), 1]
  let root = 1
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) result[j] = times(result[j]!, root) ^ (result[j + 1] ?? 0)
    root = times(root, 2)
  }
  return result
}

function correctionOf(data: number[], divisor: number[]): number[] {
  const rest = Array<number>(divisor.length).fill(0)
  for (const byte of data) {
    const factor = byte ^ rest.shift()!
    rest.push(0)
    divisor.forEach((one, at) => {
      rest[at]! ^= times(one, factor)
    })
  }
  return rest
}

function codewords(text: string, version: number): number[] {
  const bytes = [...new TextEncoder().encode(text)]
  const room = dataBytes(version)
  const bits: number[] = []
  const put = (value: number, size: number) => {
    for (let bit = size - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1)
  }
  put(4, 4)
  put(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) put(byte, 8)
  put(0, Math.min(4, room * 8 - bits.length))
  while (bits.length % 8) bits.push(0)
  const data = Array.from({ length: bits.length / 8 }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8).join(''), 2),
  )
  for (let pad = 0xec; data.length < room; pad ^= 0xec ^ 0x11) data.push(pad)
  return interleave(data, version)
}

/** Blocks with their correction, read across: the longer ones come last. */
function interleave(data: number[], version: number): number[] {
  const blocks = BLOCKS[version - 1]!
  const divisor = generator(CORRECTION[version - 1]!)
  const short = Math.floor(data.length / blocks)
  const shorter = blocks - (data.length % blocks)
  const parts = Array.from({ length: blocks }, (_, block) => {
    const from = block * short + Math.max(0, block - shorter)
    const part = data.slice(from, from + short + (block < shorter ? 0 : 1))
    return { part, correction: correctionOf(part, divisor) }
  })
  const across = (rows: number[][], size: number) =>
    Array.from({ length: size }, (_, column) => rows.flatMap((row) => row[column] ?? [])).flat()
  return [
    ...across(
      parts.map((one) => one.part),
      short + 1,
    ),
    ...across(
      parts.map((one) => one.correction),
      divisor.length,
    ),
  ]
}

type Square = { dark: boolean[][]; fixed: boolean[][] }

function alignment(version: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
  const last = version * 4 + 10
  return [6, ...Array.from({ length: count - 1 }, (_, at) => last - step * (count - 2 - at))]
}

function frame(version: number): Square {
  const size = version * 4 + 17
  const grid = () => Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  const square = { dark: grid(), fixed: grid() }
  const set = (x: number, y: number, dark: boolean) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return
    square.dark[y]![x] = dark
    square.fixed[y]![x] = true
  }
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0)
    set(i, 6, i % 2 === 0)
  }
  const rings = (cx: number, cy: number, reach: number, light: number[]) => {
    for (let y = -reach; y <= reach; y++)
      for (let x = -reach; x <= reach; x++)
        set(cx + x, cy + y, !light.includes(Math.max(Math.abs(x), Math.abs(y))))
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(x, y, 4, [2, 4])
  const places = alignment(version)
  const end = places.length - 1
  places.forEach((y, row) => {
    places.forEach((x, column) => {
      const corner = (row === 0 && (column === 0 || column === end)) || (row === end && column === 0)
      if (!corner) rings(x, y, 2, [1])
    })
  })
  drawVersion(version, size, set)
  drawFormat(0, size, set)
  return square
}

type Set = (x: number, y: number, dark: boolean) => void

function remainder(value: number, polynomial: number, degree: number): number {
  let rest = value
  for (let i = 0; i < degree; i++) rest = (rest << 1) ^ ((rest >>> (degree - 1)) * polynomial)
  return rest
}

function drawVersion(version: number, size: number, set: Set): void {
  if (version < 7) return
  const bits = (version << 12) | remainder(version, 0x1f25, 12)
  for (let i = 0; i < 18; i++) {
    const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)]
    set(a, b, ((bits >>> i) & 1) === 1)
    set(b, a, ((bits >>> i) & 1) === 1)
  }
}

/** Level L is 01; the mask follows; both are drawn twice. */
function drawFormat(mask: number, size: number, set: Set): void {
  const data = (1 << 3) | mask
  const bits = ((data << 10) | remainder(data, 0x537, 10)) ^ 0x5412
  const bit = (at: number) => ((bits >>> at) & 1) === 1
  for (let i = 0; i <= 5; i++) set(8, i, bit(i))
  set(8, 7, bit(6))
  set(8, 8, bit(7))
  set(7, 8, bit(8))
  for (let i = 9; i < 15; i++) set(14 - i, 8, bit(i))
  for (let i = 0; i < 8; i++) set(size - 1 - i, 8, bit(i))
  for (let i = 8; i < 15; i++) set(8, size - 15 + i, bit(i))
  set(8, size - 8, true)
}

/** Upwards and downwards in columns of two from the right, past what is fixed. */
function fill({ dark, fixed }: Square, words: number[]): void {
  const size = dark.length
  let at = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step
        if (fixed[y]![x] || at >= words.length * 8) continue
        dark[y]![x] = ((words[at >>> 3]! >>> (7 - (at & 7))) & 1) === 1
        at++
      }
  }
}

/** The text as rows of dark and light. Throws where it is longer than 858 bytes. */
export function toQrCode(text: string): boolean[][] {
  const length = new TextEncoder().encode(text).length
  const version = CORRECTION.findIndex((_, at) => length + (at < 9 ? 2 : 3) <= dataBytes(at + 1)) + 1
  if (version === 0) throw new Error(`${length} bytes are too many for one QR code`)
  const square = frame(version)
  fill(square, codewords(text, version))
  // Mask 000 turns every other module over; readers take any mask, and long runs are rare in text.
  square.dark.forEach((row, y) => {
    row.forEach((_, x) => {
      if (!square.fixed[y]![x] && (x + y) % 2 === 0) row[x] = !row[x]
    })
  })
  return square.dark
}
