import { claims, trueRelation } from './claims.ts'
import { waitingChildren } from './clearance.ts'
import type { Frequencies } from './familias.ts'
import { children, getPerson, typed } from './family.ts'
import { badLines, linesOfChildren } from './found-list.ts'
import { faults } from './genemapper.ts'
import { type Genotyped, mutation } from './genotypes.ts'
import { log10Ratio } from './pairwise.ts'

/** Full siblings, or half-siblings by the mother, in sets of two and more. */
function siblingSets(isFull: boolean): string[][] {
  const key = (id: string) =>
    isFull ? `${getPerson(id).mother}+${getPerson(id).father}` : getPerson(id).mother
  const sets = Map.groupBy(
    children.map((child) => child.id),
    key,
  )
  return [...sets.values()].filter((set) => set.length > 1)
}

const isTyped = (id: string): boolean => typed.some((person) => person.id === id)

/** Six decimals are enough to compare and few enough to read. */
const rounded = (value: number): number | string =>
  Number.isFinite(value) ? Number(value.toFixed(6)) : String(value)

function toExpectedClaim({ profiles }: Genotyped, frequencies: Frequencies) {
  return ({ claimant, child, relation }: (typeof claims)[number]) => {
    const sharing = relation === 'mother' ? 1 : 0.5
    const pair = isTyped(claimant)
      ? { log10LR: rounded(log10Ratio(profiles[claimant]!, profiles[child]!, frequencies, sharing)) }
      : {}
    return { claimant, child, relation, isTrue: trueRelation(claimant, child) === relation, ...pair }
  }
}

/** All of `expected.json`: what is true, and what a reader of the files should find. */
export function makeExpected(seed: number, made: Genotyped, frequencies: Frequencies) {
  const girls = children.filter((child) => child.sex === 'female').length
  const full = siblingSets(true)
  return {
    seed,
    source:
      'NIST 1036 revised U.S. population dataset (Steffen et al. 2017, doi:10.1016/j.fsigen.2017.08.011), group Cauc; public domain',
    founders: made.founders,
    counts: { children: children.length, girls, boys: children.length - girls, typed: typed.length },
    foundList: linesOfChildren,
    fullSiblings: full,
    halfSiblings: siblingSets(false).filter(
      (set) => !full.some((other) => other.length === set.length && other[0] === set[0]),
    ),
    mutation: { ...mutation, ...made.mutated },
    claims: claims.map(toExpectedClaim(made, frequencies)),
    pairwiseModel:
      'claimant and child alone; no mutation, theta 0, loci independent; frequencies of NIST 1036 Cauc, n = 722 alleles',
    cannotFlyYet: waitingChildren,
    badLines,
    genemapperFaults: faults,
  }
}
