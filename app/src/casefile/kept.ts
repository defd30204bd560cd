import type { House } from './house.ts'

const ofHouses = new WeakMap<House, Map<string, unknown>>()

/** One thing a process keeps of a house for as long as the house is open, e.g. an index; made once. */
export function keptOf<T>(house: House, name: string, make: (house: House) => T): T {
  const kept = ofHouses.get(house) ?? new Map<string, unknown>()
  ofHouses.set(house, kept)
  if (!kept.has(name)) kept.set(name, make(house))
  return kept.get(name) as T
}
