import { type CaseResults, solveCases } from './cases.ts'
import { readFamilias } from './familias.ts'
import type { Problem } from './problem.ts'

/**
 * Computes the cases a Familias file contains: one likelihood ratio over its pedigrees, against the last of
 * them, and its `[DVI]` section. A file with something unread is refused, never computed in part.
 */
export function solveFamilias(text: string): { results: CaseResults; problems: Problem[] } {
  const { pedigrees, loci, genotypes, theta, dropout, dvi, problems } = readFamilias(text)
  const unread = problems.filter(({ code }) => code !== 'minimum-frequency-not-applied')
  const cases: unknown[] = []
  const hypotheses = pedigrees.map(({ name, people }) => ({ name, pedigrees: [people] }))
  const kind = pedigrees.length > 1 ? 'likelihoodRatio' : 'likelihood'
  if (pedigrees.length > 0 || !dvi)
    cases.push({ id: 'pedigrees', kind, loci, genotypes, hypotheses, theta, dropout })
  if (dvi) cases.push({ id: 'dvi', kind: 'dviJoint', loci, input: dvi })
  const results = solveCases(unread.length === 0 ? cases : [])
  if (unread.length > 0) {
    const message = `Not everything in the file could be read: ${unread.map(({ detail }) => detail).join(' ')}`
    results.results.push({ id: 'pedigrees', refusal: { code: 'familias-file-problems', message } })
  }
  return { results, problems }
}
