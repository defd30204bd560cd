export {
  type CaseResult,
  type CaseResults,
  casesFormat,
  readCases,
  resultsFormat,
  solveCase,
  solveCases,
} from './cases.ts'
export { type Decoded, decodeText } from './decode-text.ts'
export { type FamiliasFile, type FamiliasPedigree, isFamiliasFile, readFamilias } from './familias.ts'
export { familiasCases, solveFamilias } from './familias-cases.ts'
export type { FamiliasDvi } from './familias-dvi.ts'
export { familiasFromCase } from './familias-from-case.ts'
export { writeFamilias } from './familias-write.ts'
export { type GeneMapperOptions, type Profile, readGeneMapper, writeGeneMapper } from './genemapper.ts'
export { standardLocusName } from './loci-names.ts'
export type { Problem } from './problem.ts'
