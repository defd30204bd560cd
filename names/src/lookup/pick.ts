/** Values are whole numbers below this; larger ones count as the largest. */
const BINS = 4096

/** The places of the `most` largest values, ascending; 0 is never picked, ties at the border as they come. */
export const pickLargest = (values: Uint16Array, most: number): Uint32Array => {
  const bins = new Uint32Array(BINS)
  for (let n = 0; n < values.length; n++) {
    const value = values[n]!
    bins[value < BINS ? value : BINS - 1]!++
  }
  let [border, above] = [BINS - 1, 0]
  while (border > 0 && above + bins[border]! <= most) above += bins[border--]!
  let spare = border > 0 ? most - above : 0
  const picked = new Uint32Array(above + spare)
  let count = 0
  for (let n = 0; n < values.length && count < picked.length; n++) {
    const value = values[n]!
    if (value > border || (value === border && border > 0 && spare-- > 0)) picked[count++] = n
  }
  return picked.subarray(0, count)
}
