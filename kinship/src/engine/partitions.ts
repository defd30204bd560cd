/** Every partition of `count` things, as restricted growth strings with block sizes. */
export function forEachPartition(count: number, visit: (blockOf: number[], sizes: number[]) => void): void {
  const blockOf: number[] = []
  const sizes: number[] = []
  const place = (index: number): void => {
    if (index === count) {
      visit(blockOf, sizes)
      return
    }
    sizes.push(1)
    blockOf[index] = sizes.length - 1
    place(index + 1)
    sizes.pop()
    for (let block = 0; block < sizes.length; block++) {
      sizes[block]!++
      blockOf[index] = block
      place(index + 1)
      sizes[block]!--
    }
  }
  place(0)
}

/**
 * The number of partitions of `count` things (Bell's triangle).
 *
 * @example bell(3) = 5: abc, a|bc, b|ac, c|ab, a|b|c
 */
export function bell(count: number): number {
  let row = [1]
  for (let i = 0; i < count; i++) {
    const next = [row.at(-1)!]
    for (const value of row) next.push(next.at(-1)! + value)
    row = next
  }
  return row[0]!
}
