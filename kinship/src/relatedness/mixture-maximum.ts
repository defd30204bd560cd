import { refuse } from '../refusal.ts'

/** The weights of a mixture that make the data most probable. */
export type MixtureMaximum = {
  weights: number[]
  logLikelihood: number
  /** The maximum is above `logLikelihood` by no more than this. */
  gap: number
}

const mostSteps = 200

/**
 * Maximises the sum over observations of log(sum of weight times likelihood) over weights that are not negative
 * and sum to 1. The function is concave, so there is one maximum; where several weights reach it, one of them.
 *
 * Newton steps on the simplex: the quadratic model is maximised exactly by trying every face, and shortened
 * until the function rises. With g the gradient and n observations, max(g) - n bounds what is still missing
 * (Lindsay 1983, Ann. Statist. 11:86), which is when to stop.
 *
 * @param likelihoods per observation, one entry per component of the mixture; at most about nine components
 * @throws KinshipRefusal `impossible-observation` when no component can produce one of the observations
 * @example maximumOfMixture([[1, 0], [1, 0], [0, 1]]).weights // [2/3, 1/3]
 */
export function maximumOfMixture(likelihoods: number[][]): MixtureMaximum {
  if (likelihoods.some((row) => !row.some((value) => value > 0))) {
    refuse(
      'impossible-observation',
      'A genotype has probability 0 whatever the relationship: check the frequencies.',
    )
  }
  // Only ratios inside an observation matter to the weights; scaled, nothing underflows.
  const scales = likelihoods.map((row) => Math.max(...row))
  const rows = likelihoods.map((row, index) => row.map((value) => value / scales[index]!))
  const components = rows[0]?.length ?? 0
  let weights = new Array<number>(components).fill(1 / components)
  let gap = gapAt(rows, weights)
  for (let step = 0; step < mostSteps && gap > 1e-14 * rows.length; step++) {
    const next = newtonStep(rows, weights, gap)
    if (!next) break
    weights = next
    gap = gapAt(rows, weights)
  }
  const offset = scales.reduce((sum, scale) => sum + Math.log(scale), 0)
  const logLikelihood = mixtureLogLikelihood(rows, weights) + offset
  // Elimination leaves weights a rounding error outside of [0, 1].
  return { weights: weights.map((weight) => Math.min(1, Math.max(0, weight))), logLikelihood, gap }
}

/** The log likelihood at given weights; -Infinity where an observation is impossible. */
export function mixtureLogLikelihood(likelihoods: number[][], weights: number[]): number {
  return likelihoods.reduce((sum, row) => sum + Math.log(dot(row, weights)), 0)
}

function gapAt(rows: number[][], weights: number[]): number {
  return Math.max(0, ...gradient(rows, weights).map((value) => value - rows.length))
}

function gradient(rows: number[][], weights: number[]): number[] {
  const sums = weights.map(() => 0)
  for (const row of rows) {
    const likelihood = dot(row, weights)
    row.forEach((value, i) => {
      sums[i]! += value / likelihood
    })
  }
  return sums
}

/** Better weights, or `null` when rounding leaves nothing to gain: near the maximum only the gap still tells. */
function newtonStep(rows: number[][], weights: number[], gap: number): number[] | null {
  const target = modelMaximum(rows, weights)
  const before = mixtureLogLikelihood(rows, weights)
  const rounding = 1e-13 * (1 + Math.abs(before))
  for (let length = 1; length > 1e-12; length /= 2) {
    const next = weights.map((weight, i) => weight + length * (target[i]! - weight))
    const gain = mixtureLogLikelihood(rows, next) - before
    if (gain > rounding || (gain >= -rounding && gapAt(rows, next) < gap)) return next
  }
  return null
}

/**
 * The maximum over the simplex of the second-order model at `weights`. Its stationary point on a face solves
 * A q + m = 2 g with the weights summing to 1, where A sums the outer products of row / likelihood.
 */
function modelMaximum(rows: number[][], weights: number[]): number[] {
  const slope = gradient(rows, weights)
  const relative = rows.map((row) => {
    const likelihood = dot(row, weights)
    return row.map((value) => value / likelihood)
  })
  const curvature = weights.map((_, i) =>
    weights.map((_, j) => relative.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  )
  let best = weights
  let bestValue = Number.NEGATIVE_INFINITY
  for (let face = 1; face < 2 ** weights.length; face++) {
    const members = weights.flatMap((_, i) => ((face >> i) & 1 ? [i] : []))
    const point = stationaryPoint(members, curvature, slope)
    if (!point || point.some((weight) => weight < 0)) continue
    const value =
      2 * dot(slope, point) -
      dot(
        point,
        curvature.map((row) => dot(row, point)),
      ) /
        2
    if (value > bestValue) {
      best = point
      bestValue = value
    }
  }
  return best
}

function stationaryPoint(members: number[], curvature: number[][], slope: number[]): number[] | null {
  const rows = members.map((i) => [...members.map((j) => curvature[i]![j]!), 1, 2 * slope[i]!])
  const solution = solved([...rows, [...members.map(() => 1), 0, 1]])
  if (!solution) return null
  const point = slope.map(() => 0)
  members.forEach((i, index) => {
    point[i] = solution[index]!
  })
  return point
}

/** Gaussian elimination with pivoting of an augmented matrix; `null` when singular. */
function solved(matrix: number[][]): number[] | null {
  const size = matrix.length
  const scale = Math.max(...matrix.flat().map(Math.abs))
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column; row < size; row++) {
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[pivot]![column]!)) pivot = row
    }
    const top = matrix[pivot]!
    if (Math.abs(top[column]!) < 1e-13 * scale) return null
    matrix[pivot] = matrix[column]!
    matrix[column] = top
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = matrix[row]![column]! / top[column]!
      for (let k = column; k <= size; k++) matrix[row]![k]! -= factor * top[k]!
    }
  }
  return matrix.map((row, index) => row[size]! / row[index]!)
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0)
}
