/**
 * Joint identification of three public sizes (9,847, 19,081 and 52,564 assignments) and of one that nobody can
 * enumerate, on simulated families; beside it, in the same run, the twin that enumerates.
 *
 *   node kinship/bench/joint.ts [none | equal | stepwise]
 */
import { enumerateAssignment, ways } from '../reference/joint-assignments.ts'
import { jointIdentification } from '../src/joint/index.ts'
import { crash, fourteen, grave, simulated, workshop } from './joint-families.ts'

const model = process.argv[2]
const mutation =
  model === 'equal' || model === 'stepwise' ? ({ model, rate: 0.002 } as const) : ({ model: 'none' } as const)

for (const [name, plan] of Object.entries({ workshop, crash, grave, fourteen })) {
  const input = simulated(plan, mutation, 1)
  const first = time(() => jointIdentification({ ...input, limit: 1 }))
  const again = time(() => jointIdentification({ ...input, limit: 100 }))
  const { nAssignments, leftOut, assignments } = again.result
  const each = nAssignments !== null && nAssignments < 1e6 ? twin(input) : null
  const beside =
    each === null
      ? 'cannot be enumerated'
      : `enumerating: ${((each * nAssignments!) / 1000).toFixed(0)} s (${each.toFixed(1)} ms each)`
  process.stdout.write(
    `${name}: ${nAssignments} assignments, ${first.ms.toFixed(0)} ms, again ${again.ms.toFixed(0)} ms, left out ${leftOut}; best ${assignments[0]!.posterior.toPrecision(3)}; ${beside}\n`,
  )
}

/** Milliseconds the twin takes for one assignment, of the first and the last fifteen. */
function twin(input: Parameters<typeof ways>[0]): number {
  const all = ways(input)
  const some = [...all.slice(0, 15), ...all.slice(-15)]
  return time(() => some.map((of) => enumerateAssignment(input, of))).ms / some.length
}

function time<Result>(run: () => Result): { ms: number; result: Result } {
  const start = performance.now()
  const result = run()
  return { ms: performance.now() - start, result }
}
