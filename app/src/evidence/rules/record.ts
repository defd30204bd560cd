import type { KinshipCase, Locus } from '@sandsage/kinship'
import { namedIn } from '../model/family.ts'
import { type Evidence, toCase } from './weigh.ts'

/** What people are called in a file for another laboratory: the house's ids would tie it to ours. */
export function labelsOf({
  hypotheses,
  children,
}: Pick<Evidence, 'hypotheses' | 'children'>): Map<string, string> {
  const others = namedIn(hypotheses.H1).filter((id) => !children.includes(id))
  return new Map([
    ...children.map((id, place): [string, string] => [id, `child-${place + 1}`]),
    ...others.map((id, place): [string, string] => [id, `relative-${place + 1}`]),
  ])
}

/** The same value with every id of the house in it replaced by its label. */
export function withLabels<T>(value: T, labels: Map<string, string>): T {
  let text = JSON.stringify(value)
  for (const [id, label] of labels) text = text.replaceAll(`"${id}"`, `"${label}"`)
  return JSON.parse(text) as T
}

/** The weighed case as its record holds it: without ids, so that a stranger who has the file finds the same hash. */
export function recordedCase(evidence: Evidence, loci: Locus[]): KinshipCase {
  const { hypotheses, genotypes, theta } = toCase(evidence, loci, 'claim')
  return withLabels({ loci, hypotheses, genotypes, theta }, labelsOf(evidence))
}
