export { type CasePerson, type CaseTable, readCaseTable, writeCaseTable } from './case-table.ts'
export {
  type CaseResult,
  type CaseResults,
  casesFormat,
  readCases,
  resultsFormat,
  solveCase,
  solveCases,
} from './cases.ts'
export { type CodisFile, type CodisLocus, type CodisSpecimen, codisSamples, readCodis } from './codis.ts'
export { readCodisCsv, writeCodisCsv } from './codis-csv.ts'
export { codisCategories, codisLoci } from './codis-terms.ts'
export { writeCodis } from './codis-write.ts'
export { decodeText } from './decode.ts'
export { type FamiliasFile, type FamiliasPedigree, isFamiliasFile, readFamilias } from './familias.ts'
export { familiasCases, solveFamilias } from './familias-cases.ts'
export type { FamiliasDvi } from './familias-dvi.ts'
export { familiasFromCase } from './familias-from-case.ts'
export { writeFamilias } from './familias-write.ts'
export { type GeneMapperOptions, type Profile, readGeneMapper, writeGeneMapper } from './genemapper.ts'
export type { TypedSample } from './genemapper-calls.ts'
export { type LinkageLoci, readLinkageLoci, writeLinkageLoci } from './linkage-loci.ts'
export { chromOfLocus, standardLocusName } from './loci-names.ts'
export {
  readLrmixFrequencies,
  readLrmixReference,
  writeLrmixFrequencies,
  writeLrmixReference,
} from './lrmix.ts'
export type { TableHeading } from './lrmix-frequency.ts'
export { readNiem } from './niem.ts'
export type { NiemFile, NiemMember, NiemPedigree, NiemRecord } from './niem-file.ts'
export { niemPeople, niemRelationship, niemRelationships, niemSamples } from './niem-people.ts'
export { writeNiem } from './niem-write.ts'
export { type PedColumn, type PedOptions, readPed } from './ped.ts'
export type { PedFamily, PedFile } from './ped-family.ts'
export {
  linkageOf,
  type MapLocus,
  readMerlinDat,
  readMerlinFrequencies,
  readMerlinMap,
  writeMerlinDat,
  writeMerlinFrequencies,
  writeMerlinMap,
} from './ped-merlin.ts'
export { pedColumns, writePed } from './ped-write.ts'
export { readPedsuite, writePedsuite } from './pedsuite.ts'
export {
  readPedsuiteFrequencies,
  writeFrequencyLadder,
  writeFrequencyList,
} from './pedsuite-frequencies.ts'
export type { Problem } from './problem.ts'
export { readStrider, writeStrider } from './strider.ts'
export { writeStriderLong } from './strider-long.ts'
