/**
 * The cells one operation visits. The last axes are unrolled into lists of offsets (`inner`), the first ones
 * (`outer`) are counted through; `out`, `a` and `b` are offsets in the three tables, in cells.
 */
export type Nest = {
  inner: Offsets
  outer: Offsets
}

/** The same position in three tables. */
type Offsets = { count: number; out: Int32Array; a: Int32Array; b: Int32Array }

/** One axis: its size, and how far one step along it goes in each table. */
export type Axis = { size: number; out: number; a: number; b: number }

/** Lists longer than this cost more memory than they save time. */
const longestList = 4096

export function nestOf(axes: Axis[]): Nest {
  const inner: Axis[] = []
  const outer = [...axes]
  let cells = 1
  while (outer.length > 0 && cells * outer.at(-1)!.size <= longestList) {
    cells *= outer.at(-1)!.size
    inner.unshift(outer.pop()!)
  }
  return { inner: offsetsOf(inner), outer: offsetsOf(outer) }
}

function offsetsOf(axes: Axis[]): Offsets {
  const count = axes.reduce((product, { size }) => product * size, 1)
  const [out, a, b] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)]
  let filled = 1
  for (const axis of [...axes].reverse()) {
    for (let state = axis.size - 1; state >= 0; state--) {
      for (let cell = 0; cell < filled; cell++) {
        out[state * filled + cell] = out[cell]! + state * axis.out
        a[state * filled + cell] = a[cell]! + state * axis.a
        b[state * filled + cell] = b[cell]! + state * axis.b
      }
    }
    filled *= axis.size
  }
  return { count, out, a, b }
}

/** How far one step of each variable goes in a table over `scope`, the last variable running fastest. */
export function stridesOf(scope: number[], sizes: number[]): Map<number, number> {
  const strides = new Map<number, number>()
  let stride = 1
  for (let axis = scope.length - 1; axis >= 0; axis--) {
    strides.set(scope[axis]!, stride)
    stride *= sizes[scope[axis]!]!
  }
  return strides
}
