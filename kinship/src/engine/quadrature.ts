/** Nodes t in [0, 1] and weights that sum to 1. */
export type Rule = { t: number; weight: number }[]

/** How many nodes `dirichletNodes` visits. */
export function nodeCount(degree: number, categories: number): number {
  return (Math.floor(degree / 2) + 1) ** Math.max(0, categories - 1)
}

/**
 * Visits frequencies and weights (which sum to 1) such that the weighted sum of any polynomial of this degree is
 * its mean under the Dirichlet distribution, exactly: the shares broken off a stick one after the other are
 * independent beta variables, and a Gauss-Jacobi rule with m nodes is exact to degree 2m - 1.
 *
 * @param parameters of the Dirichlet distribution; a category with 0 has the frequency 0
 */
export function dirichletNodes(
  parameters: number[],
  degree: number,
  visit: (frequencies: number[], weight: number) => void,
): void {
  const categories = [...parameters.keys()].filter((i) => parameters[i]! > 0)
  let rest = categories.reduce((sum, i) => sum + parameters[i]!, 0)
  const rules = categories.slice(0, -1).map((i) => {
    rest -= parameters[i]!
    return betaRule(parameters[i]!, rest, Math.floor(degree / 2) + 1)
  })
  const breakOff = (position: number, stick: number, weight: number, broken: number[]): void => {
    const rule = rules[position]
    if (!rule) {
      const frequencies = [...broken]
      frequencies[categories[position]!] = stick
      visit(frequencies, weight)
      return
    }
    for (const node of rule) {
      broken[categories[position]!] = stick * node.t
      breakOff(position + 1, stick * (1 - node.t), weight * node.weight, broken)
    }
  }
  breakOff(0, 1, 1, new Array(parameters.length).fill(0))
}

/**
 * The Gauss rule of a beta distribution: nodes are the eigenvalues of the matrix of the Jacobi polynomials'
 * recurrence, weights the squares of the eigenvectors' first entries (Golub & Welsch 1969).
 *
 * @example betaRule(1, 1, 1) is the midpoint of the uniform distribution: t = 0.5, weight 1
 */
export function betaRule(a: number, b: number, nodes: number): Rule {
  const s = a + b
  const matrix = Array.from({ length: nodes }, () => new Float64Array(nodes))
  for (let k = 0; k < nodes; k++) {
    // Whole numbers are subtracted first: near theta 1 `s` is small, and would lose its digits to them.
    const before = s + (2 * k - 2)
    const centre = k === 0 ? (a - b) / s : ((a - b) * (s - 2)) / (before * (2 * k + s))
    matrix[k]![k] = (1 + centre) / 2
    if (k === 0) continue
    const squared =
      k === 1
        ? (4 * a * b) / (s * s * (s + 1))
        : (4 * k * (k + a - 1) * (k + b - 1) * (s + (k - 2))) /
          (before ** 2 * (2 * k + s - 1) * (2 * k + s - 3))
    matrix[k]![k - 1] = Math.sqrt(squared) / 2
    matrix[k - 1]![k] = matrix[k]![k - 1]!
  }
  return eigen(matrix).map(({ value, first }) => ({
    t: Math.min(1, Math.max(0, value)),
    weight: first * first,
  }))
}

/** Eigenvalues of a symmetric matrix with the first entries of their eigenvectors (Jacobi rotations, 1846). */
function eigen(matrix: Float64Array[]): { value: number; first: number }[] {
  const size = matrix.length
  const firsts = Float64Array.from({ length: size }, (_, i) => (i === 0 ? 1 : 0))
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) off += Math.abs(matrix[p]![q]!)
    if (off === 0) break
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(matrix, firsts, p, q)
  }
  return matrix.map((row, i) => ({ value: row[i]!, first: firsts[i]! }))
}

function rotate(matrix: Float64Array[], firsts: Float64Array, p: number, q: number): void {
  const [pp, qq, pq] = [matrix[p]![p]!, matrix[q]![q]!, matrix[p]![q]!]
  if (Math.abs(pq) <= 1e-18 * Math.sqrt(Math.abs(pp * qq)) || pq === 0) {
    matrix[p]![q] = 0
    matrix[q]![p] = 0
    return
  }
  const ratio = (qq - pp) / (2 * pq)
  const t = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(ratio, 1))
  const c = 1 / Math.hypot(t, 1)
  const s = t * c
  for (let k = 0; k < matrix.length; k++) {
    const [kp, kq] = [matrix[k]![p]!, matrix[k]![q]!]
    matrix[k]![p] = c * kp - s * kq
    matrix[k]![q] = s * kp + c * kq
  }
  for (let k = 0; k < matrix.length; k++) {
    const [pk, qk] = [matrix[p]![k]!, matrix[q]![k]!]
    matrix[p]![k] = c * pk - s * qk
    matrix[q]![k] = s * pk + c * qk
  }
  const [fp, fq] = [firsts[p]!, firsts[q]!]
  firsts[p] = c * fp - s * fq
  firsts[q] = s * fp + c * fq
}
