import { refuse } from '../refusal.ts'
import type { Genotypes, Locus, Person, Sex } from '../types.ts'
import type { FamiliasDvi } from './familias-dvi.ts'
import type { Problem } from './problem.ts'

export type FamiliasPerson = {
  id: string
  sex: Sex
  birthYear?: number
  isMinor?: true
  /** Familias considers drop-out for this person, with the probability of each locus. */
  hasDropout?: true
}

export type FamiliasPedigree = { name: string; people: Person[] }

/** What a Familias database says of a locus beside its alleles; a probability or a frequency of 0 is not used. */
export type FamiliasLocusSettings = { databaseSize: number; dropout: number; minimumFrequency: number }

/** The allele frequencies of one population; `settings` in the order of `loci`. */
export type FamiliasPopulation = {
  name: string | null
  theta: number
  loci: Locus[]
  settings: FamiliasLocusSettings[]
}

/** A line `key= value` of a section that holds the options of the program, as it stands. */
export type FamiliasOption = { section: string[]; key: string; value: string }

export type FamiliasFile = {
  version: string
  theta: number
  persons: FamiliasPerson[]
  loci: Locus[]
  genotypes: Genotypes
  /** Everybody in the file stands in every pedigree, alone where nothing relates them. */
  pedigrees: FamiliasPedigree[]
  /** Person -> drop-out probability, where Familias considers it for them. */
  dropout: Record<string, number>
  dvi: FamiliasDvi | null
  problems: Problem[]
  databaseName: string | null
  settings: FamiliasLocusSettings[]
  /** Further populations with frequencies of their own; the first is `loci`. */
  otherPopulations: FamiliasPopulation[]
  options: FamiliasOption[]
}

export function emptyFamiliasFile(): FamiliasFile {
  return {
    version: '',
    theta: 0,
    persons: [],
    loci: [],
    genotypes: {},
    pedigrees: [],
    dropout: {},
    dvi: null,
    problems: [],
    databaseName: null,
    settings: [],
    otherPopulations: [],
    options: [],
  }
}

/**
 * One drop-out probability a person, as the engine takes it: the loci must agree on it.
 *
 * @throws KinshipRefusal `dropout-by-locus` when they do not
 */
export function dropoutByPerson(
  persons: FamiliasPerson[],
  settings: FamiliasLocusSettings[],
): Record<string, number> {
  const considered = persons.filter((person) => person.hasDropout)
  const distinct = [...new Set(settings.map(({ dropout }) => dropout))]
  if (considered.length === 0 || distinct.every((probability) => probability === 0)) return {}
  if (distinct.length > 1) {
    return refuse(
      'dropout-by-locus',
      'The loci have different drop-out probabilities; one for all loci is supported.',
    )
  }
  return Object.fromEntries(considered.map(({ id }) => [id, distinct[0]!]))
}
