import { refuse } from '../refusal.ts'

/** Whom a database describes: the narrower, the less a match inside a clan is overstated. */
export type DatabaseScope = 'clan' | 'region' | 'country' | 'worldwide'

/**
 * Haplotypes counted in a population sample of `n` people. The counts may cover everybody, or only the haplotypes
 * that were looked up (a count of 0 included); then `singletons` has to be stated for kappa.
 */
export type HaplotypeDatabase<Haplotype> = {
  name: string
  /** Reference and date, so that a reader finds the same counts again. */
  source: string
  scope: DatabaseScope
  n: number
  counts: { haplotype: Haplotype; count: number }[]
  /** Haplotypes seen exactly once among the `n`; counted from the rows when these cover everybody. */
  singletons?: number
}

/** What a database says of one haplotype. */
export type Seen = { count: number; n: number; singletons: number | null }

/** How haplotypes are compared: by the same markers for everybody. */
export type Comparison<Haplotype> = {
  matches: (a: Haplotype, b: Haplotype) => boolean
  keyOf: (haplotype: Haplotype) => string
  /** Fewer markers are compared than the database holds. */
  isPartial: boolean
}

/** @throws KinshipRefusal `database-unnamed`, `database-counts`, `database-empty` */
export function checkDatabase(database: HaplotypeDatabase<unknown>): void {
  const { name, source, n, counts, singletons } = database
  if (name.trim() === '' || source.trim() === '') {
    refuse(
      'database-unnamed',
      'A haplotype database needs its name and its source: they are part of the answer.',
    )
  }
  if (!(Number.isInteger(n) && n > 0)) {
    refuse('database-empty', `The database "${name}" must say how many people it counts, at least one.`)
  }
  const isCount = (value: number) => Number.isInteger(value) && value >= 0
  const sum = counts.reduce((total, { count }) => total + count, 0)
  if (!counts.every(({ count }) => isCount(count)) || sum > n) {
    refuse(
      'database-counts',
      `The counts of "${name}" must be whole numbers that sum to at most its n, ${n}.`,
    )
  }
  if (singletons !== undefined && !(isCount(singletons) && singletons <= n)) {
    refuse('database-counts', `The singletons of "${name}" must be a whole number of at most its n, ${n}.`)
  }
}

/**
 * How often a haplotype was seen, at the markers compared.
 *
 * @throws KinshipRefusal `haplotype-not-counted` when only part of the database is at hand and this is not in it
 */
export function seenIn<Haplotype>(
  database: HaplotypeDatabase<Haplotype>,
  haplotype: Haplotype,
  comparison: Comparison<Haplotype>,
): Seen {
  const { name, n, counts } = database
  const isWhole = counts.reduce((total, { count }) => total + count, 0) === n
  const found = counts.filter((row) => comparison.matches(row.haplotype, haplotype))
  if (!isWhole && (found.length === 0 || comparison.isPartial)) {
    return refuse(
      'haplotype-not-counted',
      `Only some haplotypes of "${name}" are at hand: look up this one at the markers compared (${comparison.keyOf(haplotype)}) and add its count, also when it is 0.`,
    )
  }
  const count = found.reduce((total, row) => total + row.count, 0)
  return {
    count,
    n,
    singletons: isWhole ? singletonsOf(database, comparison) : (database.singletons ?? null),
  }
}

function singletonsOf<Haplotype>(
  database: HaplotypeDatabase<Haplotype>,
  { keyOf }: Comparison<Haplotype>,
): number {
  const byKey = new Map<string, number>()
  for (const { haplotype, count } of database.counts) {
    const key = keyOf(haplotype)
    byKey.set(key, (byKey.get(key) ?? 0) + count)
  }
  return [...byKey.values()].filter((count) => count === 1).length
}
