import { refuse } from '../refusal.ts'
import type { PedColumn } from './ped.ts'
import { noAllele, nobody, type PedFile, sexCode } from './ped-family.ts'
import { writableCell } from './ped-rows.ts'

/** The columns `writePed` writes: affection (unknown), twins when there are any, the loci. */
export function pedColumns({ families, loci }: Pick<PedFile, 'families' | 'loci'>): PedColumn[] {
  const hasTwins = families.some(({ people }) => people.some(({ twinOf }) => twinOf))
  return [
    { kind: 'A', name: 'affection' },
    ...(hasTwins ? [{ kind: 'Z' as const, name: 'twins' }] : []),
    ...loci.map((name): PedColumn => ({ kind: 'M', name })),
  ]
}

/**
 * Families as a table in the columns of `pedColumns`, two cells a locus; a single allele is written twice.
 *
 * @throws KinshipRefusal `name-not-writable` for a name with a space or one that means nobody; `founder-inbreeding`
 */
export function writePed(file: Pick<PedFile, 'families' | 'loci'>): string {
  const columns = pedColumns(file)
  const lines = file.families.flatMap(({ id: family, people, genotypes }) => {
    const codes = twinCodes(people)
    return people.map((person) => {
      if (person.founderInbreeding || person.founderInbreedingX) {
        refuse('founder-inbreeding', `This table cannot say that the founder "${person.id}" is inbred.`)
      }
      const profile = Object.hasOwn(genotypes, person.id) ? genotypes[person.id]! : {}
      const cells = columns.flatMap(({ kind, name }) => {
        if (kind !== 'M') return [kind === 'Z' ? (codes.get(person.id) ?? '0') : '0']
        const alleles = Object.hasOwn(profile, name) ? profile[name]! : []
        return alleleCells(alleles)
      })
      const parents = [person.father, person.mother].map((parent) =>
        parent === null ? '0' : nameCell(parent),
      )
      return [nameCell(family), nameCell(person.id), ...parents, sexCode(person.sex), ...cells].join(' ')
    })
  })
  return lines.map((line) => `${line}\n`).join('')
}

function nameCell(name: string): string {
  return writableCell(name, 'The name', nobody)
}

function alleleCells(alleles: (string | null)[]): string[] {
  const [first, second] =
    alleles.length === 1 ? [alleles[0]!, alleles[0]!] : [alleles[0] ?? null, alleles[1] ?? null]
  return [first, second].map((allele) => {
    if (allele?.includes('/'))
      refuse('name-not-writable', `The allele "${allele}" holds the sign between two alleles.`)
    return allele === null ? '0' : writableCell(allele, 'The allele', noAllele)
  })
}

/** Odd numbers, one for each group of identical twins. */
function twinCodes(people: { id: string; twinOf?: string | null }[]): Map<string, string> {
  const codes = new Map<string, string>()
  for (const { id, twinOf } of people) {
    if (!twinOf) continue
    const code = codes.get(twinOf) ?? String(2 * new Set(codes.values()).size + 1)
    codes.set(twinOf, code)
    codes.set(id, code)
  }
  return codes
}
