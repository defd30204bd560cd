import { refuse } from '../refusal.ts'
import type { Leaf } from './leaves.ts'
import { type Axis, type Nest, nestOf, stridesOf } from './nest.ts'

/**
 * One operation on whole tables, for every cell of its nest; `out`, `a` and `b` are numbers of tables.
 * `sum`: out = sum of a (times b, when there is one) over `states` steps · `mean`: out = (a + b) / 2, two places
 * of one table · `half`: out = a / 2 · `addHalf`: out += a / 2 · `rescale`: by a power of two.
 */
export type Step =
  | {
      kind: 'sum'
      nest: Nest
      out: number
      a: number
      b: number
      states: number
      stepA: number
      stepB: number
    }
  | { kind: 'mean' | 'half' | 'addHalf'; nest: Nest; out: number; a: number }
  | { kind: 'rescale'; out: number }

/** A network made ready for its sizes. */
export type Program = {
  /** Number of cells of every table, and of all of them. */
  cells: number[]
  size: number
  /** The tables that leaves fill before the first step. */
  fills: { table: number; leaf: Leaf; sizes: number[] }[]
  steps: Step[]
  /** Tables whose product is the value: of one cell each, or over variables that are not summed out. */
  results: number[]
  /** The variables of each result. */
  scopes: number[][]
}

/** Multiplications one locus of one hypothesis may take: a few seconds. */
const mostWork = 2e9
/** Cells of all tables of a lane: 512 MB. */
const mostCells = 2 ** 26
/** So many leaves, each above 1e-19 or so, may be multiplied before the table is scaled. */
const mostLeaves = 14

type Table = { table: number; scope: number[]; leaves: number }

type Compiler = {
  sizes: number[]
  program: Program
  /** Filled tables by key. */
  filled: Map<string, number>
  live: Table[]
  /** Choices not written out. */
  eithers: Leaf[]
}

/** Refuses a plan that would take minutes. */
export function checkWork(cost: number): void {
  if (cost <= mostWork) return
  refuse(
    'too-complex',
    'This pedigree needs more work than one locus is given: type more of its people, leave out untyped people who connect nobody, or use a mutation model that treats unseen alleles alike (none, proportional, equal).',
  )
}

/**
 * The steps that sum the product of all leaves over all variables (variable elimination, Zhang & Poole 1994).
 *
 * @param sizes number of states of every variable
 * @param order every variable once, but for those that stay
 */
export function compile(leaves: Leaf[], sizes: number[], order: number[]): Program {
  const compiler: Compiler = {
    sizes,
    program: { cells: [], size: 0, fills: [], steps: [], results: [], scopes: [] },
    filled: new Map(),
    live: [],
    eithers: leaves.filter((leaf) => leaf.isEither),
  }
  for (const leaf of leaves) if (!leaf.isEither) compiler.live.push(fill(compiler, leaf))
  for (const variable of order) eliminate(compiler, variable)
  for (const choice of compiler.eithers) compiler.live.push(fill(compiler, choice))
  compiler.program.results = compiler.live.map(({ table }) => table)
  compiler.program.scopes = compiler.live.map(({ scope }) => scope)
  return compiler.program
}

function fill({ sizes, program, filled }: Compiler, leaf: Leaf): Table {
  const axes = leaf.scope.map((variable) => sizes[variable]!)
  const key = `${leaf.key} ${axes.join()}`
  let table = filled.get(key)
  if (table === undefined) {
    table = addTable(program, leaf.scope, sizes)
    program.fills.push({ table, leaf, sizes: axes })
    filled.set(key, table)
  }
  return { table, scope: leaf.scope, leaves: 1 }
}

function addTable(program: Program, scope: number[], sizes: number[]): number {
  const size = sizeOf(sizes, scope)
  program.size += size
  if (program.size > mostCells)
    refuse('too-complex', 'This pedigree needs larger tables than memory allows: type more of its people.')
  return program.cells.push(size) - 1
}

function eliminate(compiler: Compiler, variable: number): void {
  const involves = ({ scope }: { scope: number[] }) => scope.includes(variable)
  const factors = compiler.live.filter(involves)
  const choices = compiler.eithers.filter(involves)
  compiler.live = compiler.live.filter((factor) => !involves(factor))
  compiler.eithers = compiler.eithers.filter((choice) => !involves(choice))
  if (choices.length === 1 && factors.length > 0) {
    const [first, second, chosen] = choices[0]!.scope as [number, number, number]
    const all = multiplyDownTo(1, compiler, factors)[0]!
    const result =
      variable === chosen
        ? sendUp(compiler, all, first, second, chosen)
        : sendDown(compiler, all, variable, variable === first ? second : first, chosen)
    compiler.live.push(result)
    return
  }
  for (const choice of choices) factors.push(fill(compiler, choice))
  if (factors.length === 0) return
  const [a, b] = multiplyDownTo(2, compiler, factors)
  compiler.live.push(sumOver(compiler, variable, a!, b ?? null))
}

/** Multiplies the two factors with the smallest product until so many are left. */
function multiplyDownTo(count: number, compiler: Compiler, factors: Table[]): Table[] {
  const left = [...factors]
  while (left.length > count) {
    let best = { i: 0, j: 1, size: Number.POSITIVE_INFINITY }
    for (let i = 0; i < left.length; i++) {
      for (let j = i + 1; j < left.length; j++) {
        const size = sizeOf(compiler.sizes, union(left[i]!.scope, left[j]!.scope))
        if (size < best.size) best = { i, j, size }
      }
    }
    const [b] = left.splice(best.j, 1)
    const [a] = left.splice(best.i, 1)
    left.push(sumOver(compiler, null, a!, b!))
  }
  return left
}

/** The product of two tables, summed over a variable unless it is `null`. */
function sumOver(compiler: Compiler, variable: number | null, a: Table, b: Table | null): Table {
  const { sizes, program } = compiler
  const scope = union(a.scope, b?.scope ?? []).filter((other) => other !== variable)
  const [inA, inB] = [stridesOf(a.scope, sizes), stridesOf(b?.scope ?? [], sizes)]
  const out = addTable(program, scope, sizes)
  const inOut = stridesOf(scope, sizes)
  program.steps.push({
    kind: 'sum',
    nest: nestOf(
      scope.map((axis) => ({
        size: sizes[axis]!,
        out: inOut.get(axis)!,
        a: inA.get(axis) ?? 0,
        b: inB.get(axis) ?? 0,
      })),
    ),
    out,
    a: a.table,
    b: b?.table ?? -1,
    states: variable === null ? 1 : sizes[variable]!,
    stepA: variable === null ? 0 : (inA.get(variable) ?? 0),
    stepB: variable === null ? 0 : (inB.get(variable) ?? 0),
  })
  return scaled(compiler, { table: out, scope, leaves: a.leaves + (b?.leaves ?? 0) })
}

/** Sums the chosen allele out: what it says is said of either of the parent's alleles. */
function sendUp(compiler: Compiler, all: Table, first: number, second: number, chosen: number): Table {
  const { sizes, program } = compiler
  const scope = union(
    all.scope.filter((axis) => axis !== chosen),
    [first, second],
  )
  const out = addTable(program, scope, sizes)
  const [inAll, inOut] = [stridesOf(all.scope, sizes), stridesOf(scope, sizes)]
  const place = (axis: number, parent: number) =>
    (inAll.get(axis) ?? 0) + (axis === parent ? inAll.get(chosen)! : 0)
  const axes = scope.map(
    (axis): Axis => ({
      size: sizes[axis]!,
      out: inOut.get(axis)!,
      a: place(axis, first),
      b: place(axis, second),
    }),
  )
  program.steps.push({ kind: 'mean', nest: nestOf(axes), out, a: all.table })
  return { table: out, scope, leaves: all.leaves }
}

/** Sums a parent's allele out: the chosen allele is either it or the other one. */
function sendDown(compiler: Compiler, all: Table, gone: number, other: number, chosen: number): Table {
  const { sizes, program } = compiler
  const rest = all.scope.filter((axis) => axis !== gone)
  const scope = union(rest, [other, chosen])
  const out = addTable(program, scope, sizes)
  const [inAll, inOut] = [stridesOf(all.scope, sizes), stridesOf(scope, sizes)]
  const isGone = scope.map((axis): Axis => {
    const a = (inAll.get(axis) ?? 0) + (axis === chosen ? inAll.get(gone)! : 0)
    return { size: sizes[axis]!, out: inOut.get(axis)!, a, b: 0 }
  })
  program.steps.push({ kind: 'half', nest: nestOf(isGone), out, a: all.table })
  const summed = sumOver(compiler, gone, { ...all, leaves: 0 }, null)
  const inSummed = stridesOf(summed.scope, sizes)
  const axesOf = (axis: number): Axis => ({
    size: sizes[axis]!,
    out: inOut.get(axis)!,
    a: inSummed.get(axis) ?? 0,
    b: 0,
  })
  const merged = [axesOf(other), axesOf(chosen)].reduce((one, two) => ({
    ...one,
    out: one.out + two.out,
    a: one.a + two.a,
  }))
  const isOther = [...scope.filter((axis) => axis !== other && axis !== chosen).map(axesOf), merged]
  program.steps.push({ kind: 'addHalf', nest: nestOf(isOther), out, a: summed.table })
  return { table: out, scope, leaves: all.leaves }
}

function scaled({ program }: Compiler, made: Table): Table {
  if (made.leaves <= mostLeaves) return made
  program.steps.push({ kind: 'rescale', out: made.table })
  return { ...made, leaves: 1 }
}

function union(a: number[], b: number[]): number[] {
  return [...a, ...b.filter((axis) => !a.includes(axis))]
}

function sizeOf(sizes: number[], scope: number[]): number {
  return scope.reduce((product, variable) => product * sizes[variable]!, 1)
}
