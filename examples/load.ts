import { clear } from './load/clearance.ts'
import { fly } from './load/evacuation.ts'
import { prove } from './load/evidence.ts'
import { type AskAs, openLoader } from './load/loader.ts'
import { publish } from './load/publication.ts'
import { rebuildLives } from './load/reintegration.ts'
import { trace } from './load/tracing.ts'
import { train } from './load/training.ts'

export type { AskAs } from './load/loader.ts'

/**
 * Loads the example operation through the house's own operations, in the order in which it happened. Every
 * question has its own key, so that a loading which was cut off goes on where it stopped.
 */
export async function loadExample(as: AskAs, now = new Date()): Promise<void> {
  const loader = openLoader(as, now)
  await train(loader, now)
  for (const station of [trace, prove, clear, fly, rebuildLives, publish]) await station(loader)
}
