import { refuse } from '../refusal.ts'
import { type CodisFile, type CodisLocus, type CodisSpecimen, codisNamespace } from './codis.ts'
import { codisCategories, codisLoci, codisLocusName } from './codis-terms.ts'
import { writeXml, type XmlNode } from './xml-text.ts'

/**
 * A CODIS import file (CMF 3.2 XML). What the schema of 2017 would turn down is refused here, so that an import
 * does not fail at the other laboratory: unknown categories and loci, texts that are too long, empty fields. Its
 * list of kits is not checked.
 *
 * @param options.hasNamespace whether to declare `urn:CODISImportFile-schema`; true when absent
 * @throws KinshipRefusal `not-writable`: which specimen and what to change
 */
export function writeCodis(file: CodisFile, options: { hasNamespace?: boolean } = {}): string {
  const ids = new Set(file.specimens.map(({ id }) => id))
  if (file.specimens.length === 0) refuse('not-writable', 'A CODIS file needs a specimen.')
  if (ids.size < file.specimens.length) refuse('not-writable', 'Two specimens have the same id.')
  const { hasNamespace = true } = options
  return writeXml({
    name: 'CODISImportFile',
    attributes: { xmlns: hasNamespace ? codisNamespace : undefined },
    content: [
      leaf('HEADERVERSION', file.version, 4),
      leaf('MESSAGETYPE', 'Import', 6),
      leaf('DESTINATIONORI', file.destination, 10, 'the file'),
      leaf('SOURCELAB', file.sourceLab, 10, 'the file', true),
      leaf('SUBMITBYUSERID', file.submittedBy, 20),
      leaf('SUBMITDATETIME', file.submittedAt, 40),
      file.batchId === undefined ? null : leaf('BATCHID', file.batchId, 32),
      file.kit === undefined ? null : leaf('KIT', file.kit, 32),
      ...file.specimens.map(toNode),
    ],
  })
}

/** Published samples break the length of SOURCELAB ("NO-SOURCELAB"), so it is written as it stands. */
function leaf(name: string, text: string, most: number, where = 'the file', isLoose = false): XmlNode {
  if (text.trim() === '' || (text.length > most && !isLoose)) {
    refuse('not-writable', `${name} of ${where} must have 1 to ${most} characters; it has ${text.length}.`)
  }
  return { name, content: text }
}

function toNode(specimen: CodisSpecimen): XmlNode {
  const { id, category, comment, sourceId, caseId, isPartial, loci } = specimen
  const where = `specimen "${id}"`
  if (!codisCategories.some((known) => known === category)) {
    refuse('not-writable', `The category "${category}" of ${where} is none of CMF 3.2.`)
  }
  if (sourceId !== undefined && !['Yes', 'No', 'N/A'].includes(sourceId)) {
    refuse('not-writable', `SOURCEID of ${where} must be Yes, No or N/A.`)
  }
  if (loci.length === 0 || loci.length > 64 || new Set(loci.map(({ name }) => name)).size < loci.length) {
    refuse(
      'not-writable',
      `CMF 3.2 takes 1 to 64 loci of a specimen, each once; ${where} has ${loci.length}.`,
    )
  }
  return {
    name: 'SPECIMEN',
    attributes: { SOURCEID: sourceId, CASEID: caseId, PARTIAL: isPartial?.toString() },
    content: [
      leaf('SPECIMENID', id, 24, where),
      leaf('SPECIMENCATEGORY', category, 32, where),
      comment === undefined ? null : leaf('SPECIMENCOMMENT', comment, 255, where),
      ...loci.map((locus) => toLocusNode(locus, where)),
    ],
  }
}

function toLocusNode(locus: CodisLocus, specimen: string): XmlNode {
  const where = `${locus.name} of ${specimen}`
  if (!codisLoci.has(locus.name)) refuse('not-writable', `CMF 3.2 knows no locus ${where}: leave it out.`)
  if (locus.alleles.length === 0 || locus.alleles.length > 8) {
    refuse('not-writable', `CMF 3.2 takes 1 to 8 alleles at ${where}; there are ${locus.alleles.length}.`)
  }
  return {
    name: 'LOCUS',
    attributes: { BATCHID: locus.batchId, KIT: locus.kit },
    content: [
      leaf('LOCUSNAME', codisLocusName(locus.name), 10, where),
      leaf('READINGBY', locus.readBy, 20, where),
      leaf('READINGDATETIME', locus.readAt, 40, where),
      ...locus.alleles.map(({ value, isRequired }) => ({
        name: 'ALLELE',
        attributes: { ALLELEREQUIRED: isRequired?.toString() },
        content: [leaf('ALLELEVALUE', value, 10, where)],
      })),
    ],
  }
}
