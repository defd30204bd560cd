import { refuse } from '../refusal.ts'
import type {
  Genotypes,
  Hypothesis,
  KinshipCase,
  Locus,
  LocusMutation,
  MutationModel,
  Person,
} from '../types.ts'

type Fields = Record<string, unknown>

/**
 * A case as read from JSON, checked field by field and copied into the engine's types.
 *
 * @throws KinshipRefusal `case-malformed` naming the field
 */
export function checkedCase(raw: unknown): KinshipCase {
  const fields = asObject(raw, 'the case')
  return {
    loci: asList(fields.loci, 'loci').map(toLocus),
    genotypes: toGenotypes(fields.genotypes ?? {}),
    hypotheses: asList(fields.hypotheses, 'hypotheses').map(toHypothesis),
    theta: optionalNumber(fields.theta, 'theta') ?? 0,
    ...(fields.reference == null ? {} : { reference: asText(fields.reference, 'reference') }),
    ...(fields.dropout == null ? {} : { dropout: toDropout(fields.dropout) }),
  }
}

/** The recombination rates of a case with two linked loci. */
export function checkedRho(raw: unknown): number[] {
  return asList(asObject(raw, 'input').rho, 'rho').map((rho) => asNumber(rho, 'a rho'))
}

function toLocus(raw: unknown): Locus {
  const fields = asObject(raw, 'a locus')
  const name = asText(fields.name, 'the name of a locus')
  const chrom = fields.chrom ?? 'autosomal'
  if (chrom !== 'autosomal' && chrom !== 'X' && chrom !== 'Y' && chrom !== 'MT') {
    return malformed(`the chrom of locus ${name} ("autosomal", "X", "Y" or "MT")`)
  }
  return {
    name,
    chrom,
    alleles: asList(fields.alleles, `the alleles of ${name}`).map((allele) =>
      asText(allele, `an allele of ${name}`),
    ),
    frequencies: asList(fields.frequencies, `the frequencies of ${name}`).map((p) =>
      asNumber(p, `a frequency of ${name}`),
    ),
    mutation: fields.mutation == null ? null : toMutation(fields.mutation, name),
  }
}

function toMutation(raw: unknown, locus: string): LocusMutation {
  const fields = asObject(raw, `the mutation of ${locus}`)
  const model = (sex: 'female' | 'male'): MutationModel => {
    const other = fields.sexEqual === true ? fields[sex === 'female' ? 'male' : 'female'] : undefined
    const given = asObject(fields[sex] ?? other, `the ${sex} mutation model of ${locus}`)
    const matrix = given.matrix == null ? undefined : asList(given.matrix, `the mutation matrix of ${locus}`)
    return {
      model: asText(given.model ?? 'custom', `the mutation model of ${locus}`),
      rate: optionalNumber(given.rate, `the mutation rate of ${locus}`),
      rate2: optionalNumber(given.rate2, `the mutation rate2 of ${locus}`),
      range: optionalNumber(given.range, `the mutation range of ${locus}`),
      ...(given.transform == null ? {} : { transform: toTransform(given.transform, locus) }),
      ...(matrix && {
        matrix: matrix.map((row) =>
          asList(row, `a matrix row of ${locus}`).map((cell) => asNumber(cell, `a matrix cell of ${locus}`)),
        ),
      }),
    }
  }
  return { female: model('female'), male: model('male') }
}

function toTransform(raw: unknown, locus: string): NonNullable<MutationModel['transform']> {
  return raw === 'MH' || raw === 'BA' || raw === 'PR' || raw === 'PM'
    ? raw
    : malformed(`the mutation transform of ${locus} ("MH", "BA", "PR" or "PM")`)
}

function toGenotypes(raw: unknown): Genotypes {
  const people = Object.entries(asObject(raw, 'genotypes')).map(([person, profile]) => {
    const loci = Object.entries(asObject(profile, `the genotypes of ${person}`)).map(([locus, alleles]) => [
      locus,
      asList(alleles, `the genotype of ${person} at ${locus}`).map((allele) =>
        allele === null ? null : asText(allele, `an allele of ${person} at ${locus}`),
      ),
    ])
    return [person, Object.fromEntries(loci)]
  })
  return Object.fromEntries(people)
}

function toHypothesis(raw: unknown): Hypothesis {
  const fields = asObject(raw, 'a hypothesis')
  const name = asText(fields.name, 'the name of a hypothesis')
  const pedigrees = asList(fields.pedigrees, `the pedigrees of ${name}`).map((component) =>
    asList(component, `a pedigree of ${name}`).map((person) => toPerson(person, name)),
  )
  return { name, pedigrees }
}

function toPerson(raw: unknown, hypothesis: string): Person {
  const fields = asObject(raw, `a person of ${hypothesis}`)
  const id = asText(fields.id, `the id of a person of ${hypothesis}`)
  const sex = fields.sex ?? 'unknown'
  if (sex !== 'male' && sex !== 'female' && sex !== 'unknown') return malformed(`the sex of ${id}`)
  return {
    id,
    father: fields.father == null ? null : asText(fields.father, `the father of ${id}`),
    mother: fields.mother == null ? null : asText(fields.mother, `the mother of ${id}`),
    sex,
    founderInbreeding: optionalNumber(fields.founderInbreeding, `the founderInbreeding of ${id}`),
    founderInbreedingX: optionalNumber(fields.founderInbreedingX, `the founderInbreedingX of ${id}`),
    ...(fields.twinOf == null ? {} : { twinOf: asText(fields.twinOf, `the twin of ${id}`) }),
  }
}

function toDropout(raw: unknown): Record<string, number> {
  const entries = Object.entries(asObject(raw, 'dropout'))
  return Object.fromEntries(entries.map(([person, d]) => [person, asNumber(d, `the drop-out of ${person}`)]))
}

export function asObject(value: unknown, what: string): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : malformed(what)
}

export function asList(value: unknown, what: string): unknown[] {
  return Array.isArray(value) ? value : malformed(what)
}

export function asText(value: unknown, what: string): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : malformed(what)
}

export function asNumber(value: unknown, what: string): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : malformed(what)
}

export function optionalNumber(value: unknown, what: string): number | undefined {
  return value == null ? undefined : asNumber(value, what)
}

export function malformed(what: string): never {
  return refuse(
    'case-malformed',
    `The case file is not as its format says: ${what} is missing or of the wrong kind.`,
  )
}
