import { dropsBeside } from '../align.ts'
import { ODDS } from '../odds.ts'
import { SLOTS, type Sounds } from '../slots.ts'
import type { Script } from '../text.ts'

const N = SLOTS.length

/** The odds of a query's slots, laid out for one pass over a candidate's. */
export type Aligner = { pair: Float64Array; dropQuery: Float64Array; dropOther: Float64Array; width: number }

/** What aligns a query with words of one script; `pair[slot * width + i]` for the query's slot i. */
export const alignerFor = (query: Sounds, script: Script): Aligner => {
  const other = { ...query, script }
  const width = query.slots.length
  const pair = new Float64Array(N * width)
  for (let slot = 0; slot < N; slot++) {
    for (let i = 0; i < width; i++) pair[slot * width + i] = ODDS.pair[query.slots[i]! * N + slot]!
  }
  const drop = dropsBeside(query, other, ODDS)
  return {
    pair,
    dropQuery: Float64Array.from(query.slots, (s) => drop[s]!),
    dropOther: dropsBeside(other, query, ODDS),
    width,
  }
}

const row = new Float64Array(64)

/** What `alignSounds` gives for the query and the slots between two places. */
export const alignWith = (aligner: Aligner, slots: Uint8Array, from: number, to: number): number => {
  const { pair, dropQuery, dropOther, width } = aligner
  row[0] = 0
  for (let i = 0; i < width; i++) row[i + 1] = row[i]! + dropQuery[i]!
  for (let at = from; at < to; at++) {
    const slot = slots[at]!
    const base = slot * width
    const drop = dropOther[slot]!
    let diagonal: number = row[0]!
    let left: number = diagonal + drop
    row[0] = left
    for (let i = 0; i < width; i++) {
      const above = row[i + 1]!
      let best = diagonal + pair[base + i]!
      const skipped = above + drop
      if (skipped > best) best = skipped
      const dropped = left + dropQuery[i]!
      if (dropped > best) best = dropped
      row[i + 1] = best
      left = best
      diagonal = above
    }
  }
  return row[width]!
}
