import fc from 'fast-check'
import type { JointInput } from '../src/joint/index.ts'
import type { Person } from '../src/types.ts'
import { arbitraryLocus, type LocusOptions } from './arbitrary-locus.ts'
import { arbitraryPedigree, withInbredFounders } from './families.ts'
import { arbitraryGenotypes } from './gene-drop.ts'

/** What a random joint problem may hold. */
export type JointOptions = {
  chrom?: 'autosomal' | 'X'
  mutation?: LocusOptions['mutation']
  pedigree?: fc.Arbitrary<Person[]>
  /** Missing people may have a profile of their own. */
  ownProfile?: boolean
  partial?: boolean
}

/** Two small families, three unidentified people (most of them members), two loci. */
export function arbitraryJoint(options: JointOptions = {}): fc.Arbitrary<JointInput> {
  const {
    chrom = 'autosomal',
    mutation = 'any',
    pedigree = withInbredFounders(arbitraryPedigree(5)),
  } = options
  const loci = fc.tuple(...['L', 'M'].map((name) => arbitraryLocus({ alleles: 3, chrom, mutation, name })))
  return fc.tuple(named('A', pedigree), named('B', pedigree), loci).chain(([a, b, all]) =>
    fc
      .record({
        genotypes: arbitraryGenotypes([...a, ...b], all, {
          typed: 9,
          strange: 1,
          partial: options.partial ?? false,
        }),
        roles: fc.array(fc.constantFrom('typed', 'typed', 'missing', 'untyped'), {
          minLength: 10,
          maxLength: 10,
        }),
        picks: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
        dropout: fc.constantFrom<Record<string, number>[]>({}, { V0: 0.1 }),
        weights: fc.option(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 })),
      })
      .map(({ genotypes, roles, picks, dropout, weights }): JointInput => {
        const people = [...a, ...b]
        const of = (role: string) => people.filter((_, index) => roles[index] === role).map(({ id }) => id)
        const missing = [...of('missing')].slice(0, 5)
        const typed = [...of('typed'), ...(options.ownProfile ? missing.slice(0, 1) : [])]
        const pool = people.filter(({ id }) => missing.includes(id) || typed.includes(id))
        const unidentified = picks.flatMap((pick, index) => {
          const person = pool[pick % pool.length]
          return person ? [{ id: `V${index}`, sex: person.sex, genotypes: genotypes[person.id] ?? {} }] : []
        })
        const families = [a, b].map((family, index) => ({
          id: 'AB'[index]!,
          pedigrees: [family],
          missing: family.filter(({ id }) => missing.includes(id)).map(({ id }) => id),
        }))
        const known = Object.entries(genotypes).filter(([id]) => typed.includes(id))
        return {
          loci: all,
          unidentified,
          families,
          genotypes: Object.fromEntries(known),
          dropout: unidentified.length > 0 ? dropout : {},
          limit: 1000,
          ...(weights && { prior: priorOf(unidentified, missing, weights) }),
        }
      }),
  )
}

/** Nobody has to be somebody, so that there is always an assignment. */
function priorOf(people: { id: string }[], missing: string[], weights: number[]): JointInput['prior'] {
  return Object.fromEntries(
    people.map(({ id }, index) => [
      id,
      {
        ...Object.fromEntries(missing.map((name, place) => [name, weights[(place + index) % 6]!])),
        '*': 1 + index / 2,
      },
    ]),
  )
}

function named(name: string, pedigree: fc.Arbitrary<Person[]>): fc.Arbitrary<Person[]> {
  const rename = (id: string | null) => (id === null ? null : `${name}${id}`)
  return pedigree.map((people) =>
    people.map((person) => ({
      ...person,
      id: rename(person.id)!,
      father: rename(person.father),
      mother: rename(person.mother),
    })),
  )
}
