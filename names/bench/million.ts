#!/usr/bin/env node
/**
 * A million names: time to build the index, its size, and the time of a search. `million.ts words` has a million
 * different single words instead (the worst case for an index of words). Names are drawn from the spelling pairs.
 */
import { haveSpellingPairs, readSpellingPairs, seeded } from '../scripts/pairs.ts'
import { buildIndex, type Named, search } from '../src/index.ts'

const MANY = 1_000_000
const QUERIES = 200

/** Two or three parts of one script to a name; or, to have a million different words, two halves joined. */
const drawNames = (many: number, joined: boolean): string[] => {
  const random = seeded(11)
  const [arabic, russian] = [readSpellingPairs('en-ar'), readSpellingPairs('en-ru')]
  const words = [arabic.map((p) => p.other), russian.map((p) => p.other), russian.map((p) => p.latin)]
  const word = (list: string[]): string => list[Math.floor(random() ** 2 * list.length)]!
  return Array.from({ length: many }, () => {
    const list = words[Math.floor(random() * words.length)]!
    if (joined) return word(list).slice(0, 5) + word(list).slice(-4)
    return Array.from({ length: random() < 0.5 ? 2 : 3 }, () => word(list)).join(' ')
  })
}

const main = (): void => {
  if (!haveSpellingPairs()) {
    console.log('The spelling pairs are not here; nothing measured.')
    return
  }
  const joined = process.argv[2] === 'words'
  const names: Named[] = drawNames(MANY, joined).map((name, i) => ({ id: String(i), name }))
  const queries = names.filter((_, i) => i % (MANY / QUERIES) === 0).map(({ name }) => name)
  search(buildIndex([{ id: '1', name: 'Али' }]), 'Ali', 1)
  const begun = performance.now()
  const index = buildIndex(names)
  const built = performance.now() - begun
  const times: number[] = []
  for (const query of queries) {
    const asked = performance.now()
    search(index, query, 10)
    times.push(performance.now() - asked)
  }
  times.sort((x, y) => x - y)
  const ms = (share: number): string => times[Math.floor(share * (times.length - 1))]!.toFixed(1)
  console.log(`${index.length} names: built in ${(built / 1000).toFixed(1)} s`)
  console.log(`search: median ${ms(0.5)} ms, 9 of 10 within ${ms(0.9)} ms, longest ${ms(1)} ms`)
  const bytes = Object.values(index.core).flatMap((v) =>
    ArrayBuffer.isView(v)
      ? [v.byteLength]
      : Object.values(v as object).map((x) => (ArrayBuffer.isView(x) ? x.byteLength : 0)),
  )
  console.log(
    `index, the names in it: ${(bytes.reduce((x, y) => x + y, 0) / 1e6).toFixed(0)} MB, ${index.core.scripts.length} different words`,
  )
}
main()
