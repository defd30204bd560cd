/** A non-negative function of a few discrete variables; the last variable of `scope` runs fastest. */
export type Factor = { scope: number[]; table: Float64Array }

/** Variables by index with their number of states, and the factors whose product is summed over all of them. */
export type Network = { domains: number[]; factors: Factor[] }

/** A new variable with `states` states. */
export function addVariable(network: Network, states: number): number {
  network.domains.push(states)
  return network.domains.length - 1
}

/** Adds the factor `value(states of scope)`; a variable named twice in `scope` is one axis. */
export function addFactor(network: Network, scope: number[], value: (states: number[]) => number): void {
  const axes = [...new Set(scope)]
  const sizes = axes.map((variable) => network.domains[variable]!)
  const position = scope.map((variable) => axes.indexOf(variable))
  const table = new Float64Array(sizes.reduce((product, size) => product * size, 1))
  const current = axes.map(() => 0)
  const states = scope.map(() => 0)
  for (let cell = 0; cell < table.length; cell++) {
    for (let i = 0; i < scope.length; i++) states[i] = current[position[i]!]!
    table[cell] = value(states)
    for (let axis = axes.length - 1; axis >= 0; axis--) {
      current[axis]!++
      if (current[axis]! < sizes[axis]!) break
      current[axis] = 0
    }
  }
  network.factors.push({ scope: axes, table })
}
