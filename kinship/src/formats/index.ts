export {
  type CaseResult,
  type CaseResults,
  casesFormat,
  readCases,
  resultsFormat,
  solveCase,
  solveCases,
} from './cases.ts'
export { type FamiliasFile, type FamiliasPedigree, isFamiliasFile, readFamilias } from './familias.ts'
export { solveFamilias } from './familias-cases.ts'
export type { FamiliasDvi } from './familias-dvi.ts'
export { type GeneMapperOptions, type Profile, readGeneMapper, writeGeneMapper } from './genemapper.ts'
export { standardLocusName } from './loci-names.ts'
export type { Problem } from './problem.ts'
