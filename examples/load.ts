import type { Asker } from '../app/src/casefile/access.ts'

/** One question in somebody's name, through whichever door the caller has; `key` makes a repeated one harmless. */
export type AskAs = (
  asker: Asker,
) => (station: string, verb: string, input: unknown, key: string) => Promise<unknown>

/** Loads the example operation through the house's own operations. */
export async function loadExample(_as: AskAs): Promise<void> {}
