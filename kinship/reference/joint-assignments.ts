import type { JointInput } from '../src/joint/index.ts'
import { likelihoods } from '../src/likelihood.ts'
import type { Genotypes, Person } from '../src/types.ts'

/** Unidentified -> missing person, `*` for none; with the natural logarithm of its likelihood. */
export type Enumerated = { of: Record<string, string>; logLikelihood: number; weight: number }

/**
 * The slow twin of joint identification: every assignment in turn, all families and everybody alone weighed as one
 * hypothesis. Co-ancestry is not in here.
 */
export function enumerateAssignments(input: JointInput): Enumerated[] {
  return ways(input).map((of) => enumerateAssignment(input, of))
}

/** Every assignment the pairings allow. */
export function ways(input: JointInput): Record<string, string>[] {
  return allWays(input, 0, {})
}

/** One of them, weighed. */
export function enumerateAssignment(input: JointInput, of: Record<string, string>): Enumerated {
  const weight = Object.entries(of).reduce(
    (product, [id, target]) => product * weightOf(input, id, target),
    1,
  )
  return { of, logLikelihood: logLikelihoodOf(input, of), weight }
}

/** Unidentified -> missing person or `*` -> posterior probability. */
export function marginalsOf(all: Enumerated[]): Record<string, Record<string, number>> {
  const most = Math.max(...all.map(({ logLikelihood }) => logLikelihood))
  const shares = all.map(({ logLikelihood, weight }) => weight * Math.exp(logLikelihood - most))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const found: Record<string, Record<string, number>> = {}
  all.forEach(({ of }, index) => {
    for (const [id, target] of Object.entries(of)) {
      const own = found[id] ?? {}
      found[id] = own
      own[target] = (own[target] ?? 0) + shares[index]! / total
    }
  })
  return found
}

function allWays(input: JointInput, index: number, of: Record<string, string>): Record<string, string>[] {
  const person = input.unidentified[index]
  if (!person) return [of]
  return optionsOf(input, person.id)
    .filter((target) => target === '*' || !Object.values(of).includes(target))
    .flatMap((target) => allWays(input, index + 1, { ...of, [person.id]: target }))
}

function optionsOf({ pairings, families, unidentified, ignoreSex }: JointInput, id: string): string[] {
  if (pairings?.[id]) return pairings[id]
  const { sex } = unidentified.find((person) => person.id === id)!
  const missing = families.flatMap(({ pedigrees, missing }) =>
    pedigrees.flat().filter((member) => missing.includes(member.id)),
  )
  const fits = missing.filter(
    (member) => ignoreSex || [member.sex, sex].includes('unknown') || member.sex === sex,
  )
  return [...fits.map((member) => member.id), '*']
}

function weightOf({ prior }: JointInput, id: string, target: string): number {
  return prior?.[id]?.[target] ?? 1
}

function logLikelihoodOf(input: JointInput, of: Record<string, string>): number {
  const { loci, families, unidentified, dropout = {} } = input
  const genotypes: Genotypes = { ...input.genotypes }
  const drops: Record<string, number> = { ...dropout }
  const pedigrees: Person[][] = families.flatMap((family) =>
    family.pedigrees.map((pedigree) => [...pedigree]),
  )
  for (const { id, sex, genotypes: own } of unidentified) {
    const target = of[id]!
    const pedigree = pedigrees.find((members) => members.some((member) => member.id === target))
    const seat = pedigree && !input.genotypes[target] ? target : `seat of ${id}`
    if (!pedigree) pedigrees.push([{ id: seat, father: null, mother: null, sex }])
    else if (seat !== target)
      pedigree.push({ ...pedigree.find((member) => member.id === target)!, id: seat, twinOf: target })
    genotypes[seat] = own
    if (dropout[id] !== undefined) drops[seat] = dropout[id]
  }
  const hypotheses = [{ name: 'all', pedigrees }]
  return likelihoods({ loci, genotypes, hypotheses, dropout: drops }).logLikelihood.all!
}
