import { checkFrequencies } from '../engine/ladder.ts'
import { refuse } from '../refusal.ts'
import type { Locus, Note, Sex } from '../types.ts'
import { allelesOfLocus, codeOf, type LocusAlleles, type Shown } from './genotype-codes.ts'
import { checkSomethingSeen, type ProfileInput, readAlleles, shownBy } from './read-profile.ts'
import { type TrueGenotype, trueGenotypes } from './true-genotypes.ts'

/** How what was seen comes from what is there. */
export type ObservationModel = { dropout: number; error: number }

/** What is seen of a genotype, and the true ones it may stand for. */
export type Seen = { shown: Shown; alleles: number[]; behind: TrueGenotype[] }

/** One thing that is seen at one locus. */
export type Row = Seen & { locus: number; model: number }

/** Profiles that show the same kind of thing at every locus. */
export type TypingPattern = {
  shown: Shown[]
  model: number
  count: Record<Sex, number>
}

/** Profiles as numbers. Plain data: it may be stored or sent to another process. */
export type ProfileTable = {
  loci: LocusAlleles[]
  ids: string[]
  sexes: Sex[]
  models: ObservationModel[]
  /** What is seen anywhere, each once; row 0 stands for nothing. */
  rows: Row[]
  /** Row of every profile at every locus, profile by profile, `width` numbers each (padded with 0). */
  cells: Uint16Array
  width: number
  patterns: TypingPattern[]
  notes: Note[]
}

export type ProfilesInput = {
  loci: Locus[]
  profiles: ProfileInput[]
  /**
   * Probability that what was read of a profile at a locus has nothing to do with the person (mistyping, a
   * sample mixed up): it is then what a stranger would show, so a ratio R becomes (1 - error) R + error. 0 when
   * absent.
   */
  error?: number
}

type Writer = {
  table: ProfileTable
  error: number
  indexOf: Map<string, number>[]
  modelOf: Map<number, number>
  rowOf: Map<number, number>
  patternOf: Map<string, TypingPattern>
}

/** Rows and models are numbered; these are as many as their numbers hold. */
const [mostRows, mostModels, mostCodes] = [2 ** 16, 2 ** 10, 2 ** 20]

/**
 * Reads profiles once for any number of searches: two bytes for each locus of each profile. At X a profile of
 * unknown sex is left out, with a note: one allele of a man says something else than one of a woman.
 *
 * @throws KinshipRefusal `allele-not-in-table`, `allele-without-frequency`, `too-many-alleles`,
 *   `two-alleles-in-male`, `dropout-range`, `error-range`, `profile-twice`, `locus-twice`,
 *   `dropout-nothing-seen`, `chromosome-not-supported`, `too-many-observations`, and what the engine refuses of a locus
 */
export function prepareProfiles({ loci, profiles, error = 0 }: ProfilesInput): ProfileTable {
  if (!(error >= 0 && error < 1)) refuse('error-range', 'The error rate must be from 0 to below 1.')
  checkLoci(loci)
  if (new Set(profiles.map(({ id }) => id)).size < profiles.length)
    refuse('profile-twice', 'A profile is listed twice: name each profile once.')
  const writer = writerFor(loci, profiles, error)
  profiles.forEach((profile, place) => {
    writeProfile(writer, loci, profile, place)
  })
  return writer.table
}

function checkLoci(loci: Locus[]): void {
  if (loci.length === 0) refuse('no-loci', 'There is no locus to compare profiles at.')
  if (new Set(loci.map(({ name }) => name)).size < loci.length)
    refuse('locus-twice', 'A locus is listed twice; it would be counted twice.')
  for (const locus of loci) {
    checkFrequencies(locus)
    if (locus.chrom === 'autosomal' || locus.chrom === 'X') continue
    refuse(
      'chromosome-not-supported',
      `Locus ${locus.name} lies on ${locus.chrom}; leave it out and weigh it as a lineage marker.`,
    )
  }
}

function writerFor(loci: Locus[], profiles: ProfileInput[], error: number): Writer {
  const width = Math.ceil(loci.length / 4) * 4
  return {
    table: {
      loci: loci.map(allelesOfLocus),
      ids: profiles.map(({ id }) => id),
      sexes: profiles.map(({ sex }) => sex),
      models: [],
      rows: [{ locus: -1, model: 0, shown: 'nothing', alleles: [], behind: [] }],
      cells: new Uint16Array(profiles.length * width),
      width,
      patterns: [],
      notes: [],
    },
    error,
    indexOf: loci.map(({ alleles }) => new Map(alleles.map((allele, index) => [allele, index]))),
    modelOf: new Map(),
    rowOf: new Map(),
    patternOf: new Map(),
  }
}

function writeProfile(writer: Writer, loci: Locus[], profile: ProfileInput, place: number): void {
  const { table } = writer
  const model = modelFor(writer, profile)
  const shown = loci.map((locus, index): Shown => {
    const alleles = readAlleles(profile, locus, writer.indexOf[index]!)
    checkSomethingSeen(profile, table.loci[index]!, alleles)
    const kind = shownBy(profile, locus, alleles)
    if (kind === 'nothing' && alleles.length > 0) noteSex(table, profile)
    if (kind !== 'nothing')
      table.cells[place * table.width + index] = rowFor(writer, { locus: index, model, shown: kind, alleles })
    return kind
  })
  const key = `${model} ${shown.map((kind) => kind[0]).join('')}`
  const known = writer.patternOf.get(key)
  const pattern = known ?? { shown, model, count: { male: 0, female: 0, unknown: 0 } }
  if (!known) {
    writer.patternOf.set(key, pattern)
    table.patterns.push(pattern)
  }
  pattern.count[profile.sex]++
}

function modelFor({ table, modelOf, error }: Writer, { id, dropout = 0 }: ProfileInput): number {
  const known = modelOf.get(dropout)
  if (known !== undefined) return known
  if (!(dropout >= 0 && dropout < 1))
    refuse('dropout-range', `The drop-out of "${id}" must be from 0 to below 1.`)
  if (table.models.length >= mostModels) tooMany()
  const model = table.models.push({ dropout, error }) - 1
  modelOf.set(dropout, model)
  return model
}

function noteSex({ notes }: ProfileTable, { id }: ProfileInput): void {
  const message = `The sex of "${id}" is not known, so their X loci are left out.`
  if (notes.at(-1)?.message !== message) notes.push({ code: 'sex-unknown-at-x', message })
}

function rowFor({ table, rowOf }: Writer, row: Omit<Row, 'behind'>): number {
  const locus = table.loci[row.locus]!
  const code = codeOf(row.shown, row.alleles, locus.alleles.length)
  const key = (row.locus * mostModels + row.model) * mostCodes + code
  const known = rowOf.get(key)
  if (known !== undefined) return known
  if (table.rows.length >= mostRows || code >= mostCodes) tooMany()
  rowOf.set(key, table.rows.length)
  const behind = trueGenotypes(row.shown, row.alleles, locus, table.models[row.model]!.dropout)
  return table.rows.push({ ...row, behind }) - 1
}

function tooMany(): never {
  return refuse(
    'too-many-observations',
    'The profiles show more different genotypes than one table holds: search them in parts, or use fewer drop-out values.',
  )
}
