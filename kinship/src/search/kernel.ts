import { lanes, scanTwin } from './kernel-twin.ts'
import { scanModule } from './scan.generated.ts'

/** Scans one range of profiles, for 16 queries at a time. */
export type Kernel = {
  kind: 'simd' | 'plain'
  /** Sets the numbers of the next 16 queries, by row. */
  setTable: (table: Int16Array) => void
  /** As `scanTwin`, with `from` counted in this kernel's range; what it finds stands in `found`. */
  scan: (from: number, count: number, limits: Int16Array) => number
  found: () => Uint32Array
}

export type KernelInput = {
  cells: Uint16Array
  width: number
  rows: number
  /** Profiles in one scan, at most. */
  most: number
}

/** As much of WebAssembly as is needed; a host may lack it or refuse it. */
type Host = {
  Memory: new (size: { initial: number }) => { buffer: ArrayBuffer }
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  Instance: new (
    module: object,
    imports: { env: { memory: object } },
  ) => { exports: { scan: (...values: number[]) => number } }
}

const page = 2 ** 16
const rowBytes = lanes * 2

/**
 * The SIMD kernel, or its plain twin where the host has no WebAssembly, refuses it (a content security policy) or
 * has no memory for it. Both report the same.
 */
export function makeKernel(input: KernelInput, isSimdAllowed = true): Kernel {
  return (isSimdAllowed ? simdKernel(input) : null) ?? plainKernel(input)
}

function plainKernel({ cells, width, rows, most }: KernelInput): Kernel {
  const table = new Int16Array(rows * lanes)
  const found = new Uint32Array(2 * most)
  return {
    kind: 'plain',
    setTable: (numbers) => table.set(numbers),
    scan: (from, count, limits) => scanTwin({ cells, width, from, count, table, limits }, found),
    found: () => found,
  }
}

function simdKernel({ cells, width, rows, most }: KernelInput): Kernel | null {
  const host = (globalThis as { WebAssembly?: unknown }).WebAssembly as Host | undefined
  if (!host) return null
  const [tableAt, limitsAt] = [rowBytes, 0]
  const foundAt = tableAt + rows * rowBytes
  const cellsAt = foundAt + most * 8
  try {
    const memory = new host.Memory({ initial: Math.ceil((cellsAt + cells.byteLength) / page) })
    const module = new host.Module(bytesOf(scanModule))
    const { scan } = new host.Instance(module, { env: { memory } }).exports
    new Uint16Array(memory.buffer, cellsAt, cells.length).set(cells)
    const table = new Int16Array(memory.buffer, tableAt, rows * lanes)
    const limitsHere = new Int16Array(memory.buffer, limitsAt, lanes)
    const found = new Uint32Array(memory.buffer, foundAt, 2 * most)
    return {
      kind: 'simd',
      setTable: (numbers) => table.set(numbers),
      scan(from, count, limits) {
        limitsHere.set(limits)
        return scan(cellsAt + from * width * 2, width, count, tableAt, limitsAt, foundAt)
      },
      found: () => found,
    }
  } catch {
    return null
  }
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 by hand: neither a browser's nor Node's decoder is in the language itself. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = base64.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let count = 0
  let at = 0
  for (const digit of text) {
    bits = ((bits << 6) | digits.indexOf(digit)) & 0xffffff
    count += 6
    if (count < 8) continue
    count -= 8
    bytes[at++] = (bits >> count) & 0xff
  }
  return bytes
}
