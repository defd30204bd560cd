/** A profile by its place, and how well it fits. */
export type Scored = { place: number; score: number }

/** The best few so far, best first; of equal ones the earlier place first, so that the order of offers is no matter. */
export type BestList = { room: number; lowest: number; best: Scored[] }

/** @param lowest scores below are not kept */
export function bestList(room: number, lowest: number): BestList {
  return { room, lowest, best: [] }
}

/** Scores below this cannot enter. */
export function entryScore({ room, lowest, best }: BestList): number {
  return best.length < room ? lowest : Math.max(lowest, best.at(-1)?.score ?? Number.POSITIVE_INFINITY)
}

export function mayEnter(list: BestList, { place, score }: Scored): boolean {
  if (list.room === 0 || score < list.lowest) return false
  const last = list.best.at(-1)
  return list.best.length < list.room || score > last!.score || (score === last!.score && place < last!.place)
}

/** Puts one in its place; the last one leaves when there is no more room. */
export function enter({ room, best }: BestList, scored: Scored): void {
  let [low, high] = [0, best.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (precedes(best[middle]!, scored)) low = middle + 1
    else high = middle
  }
  best.splice(low, 0, scored)
  if (best.length > room) best.pop()
}

export function precedes(one: Scored, other: Scored): boolean {
  return one.score > other.score || (one.score === other.score && one.place < other.place)
}
