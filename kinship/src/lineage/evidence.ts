import type { Note } from '../types.ts'
import type { DatabaseScope } from './database.ts'
import type { MatchMethod } from './match-probability.ts'

/** A haplotype of the typed people and how often an unrelated person would show it. */
export type HaplotypeFinding = {
  people: string[]
  haplotype: string
  count: number
  /** By each method; `kappa` is `null` where it does not apply, and `kappaObstacle` says why. */
  probability: { count: number; upperBound: number; kappa: number | null }
  kappaObstacle: string | null
}

/** Whether the haplotypes can be those of the lines that a hypothesis states. */
export type LineVerdict = 'consistent' | 'inconclusive' | 'contradicted'

/** Y or mitochondrial evidence; ratios are against `reference`. `null`: there is no number, and a note says why. */
export type LineageEvidence = {
  marker: 'Y' | 'MT'
  database: { name: string; source: string; scope: DatabaseScope; n: number }
  method: MatchMethod
  /** Of the upper bounds. */
  confidence: number
  theta: number
  /** What was compared: Y loci, or mitochondrial ranges. */
  compared: string[]
  haplotypes: HaplotypeFinding[]
  /** By hypothesis, the typed people of each line. */
  lines: Record<string, string[][]>
  verdict: Record<string, LineVerdict>
  reference: string
  LR: Record<string, number | null>
  log10LR: Record<string, number | null>
  notes: Note[]
}

/** What weighing Y and mitochondrial haplotypes has in common. */
export type LineageChoice = {
  /** How the probability of a haplotype is taken from the database; `count` when absent. */
  method?: MatchMethod
  /** Of `upperBound`; 0.95 when absent. */
  confidence?: number
  /** Co-ancestry of the founders of different lines (Buckleton et al. 2011); 0 when absent. */
  theta?: number
  /** Name of the hypothesis every ratio is taken against; the last one when absent. */
  reference?: string
}
