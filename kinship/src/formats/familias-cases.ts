import { type CaseResult, type CaseResults, solveCase, solveCases } from './cases.ts'
import { readFamilias } from './familias.ts'
import { type FamiliasCase, familiasDviCases, orRefused } from './familias-dvi-cases.ts'
import { dropoutByPerson, type FamiliasFile } from './familias-file.ts'
import type { Problem } from './problem.ts'

/**
 * Computes the cases a Familias file contains: the likelihood ratios over its pedigrees against the last of them,
 * once for each population, and the pedigrees of its `[DVI]` section. A file with something unread is refused,
 * never computed in part.
 */
export function solveFamilias(text: string): { results: CaseResults; problems: Problem[] } {
  const file = readFamilias(text)
  const unread = file.problems.filter(({ code }) => code !== 'minimum-frequency-not-applied')
  const results = solveCases([])
  if (unread.length > 0) {
    const listed = unread.slice(0, 10).map(({ detail }) => detail)
    const message = `Not everything in the file could be read: ${listed.join(' ')}`
    results.results.push({ id: 'pedigrees', refusal: { code: 'familias-file-problems', message } })
  } else {
    results.results.push(...familiasCases(file).map(solved))
  }
  return { results, problems: file.problems }
}

/** The cases of a file, each in the shape of a case file. */
export function familiasCases(file: FamiliasFile): FamiliasCase[] {
  const { pedigrees, genotypes, loci, theta, dvi, databaseName: name, settings } = file
  const populations = [{ name, theta, loci, settings }, ...file.otherPopulations]
  const hypotheses = pedigrees.map(({ name, people }) => ({ name, pedigrees: [people] }))
  const kind = pedigrees.length > 1 ? 'likelihoodRatio' : 'likelihood'
  return populations.flatMap((population, index) => {
    const suffix = index === 0 ? '' : ` (${population.name ?? `database ${index + 1}`})`
    const id = `pedigrees${suffix}`
    const shared = { loci: population.loci, theta: population.theta }
    const main = orRefused(id, () => {
      const dropout = dropoutByPerson(file.persons, population.settings)
      return { id, kind, ...shared, genotypes, hypotheses, dropout }
    })
    const families = dvi ? familiasDviCases(dvi, shared) : []
    return [
      ...(pedigrees.length > 0 || !dvi ? [main] : []),
      ...families.map((family) => ({ ...family, id: `${family.id}${suffix}` })),
    ]
  })
}

function solved(entry: FamiliasCase): CaseResult {
  return 'refusal' in entry ? entry : solveCase(entry)
}
