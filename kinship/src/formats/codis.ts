import { refuse } from '../refusal.ts'
import { type Call, samplesOf, type TypedSample } from './genemapper-calls.ts'
import { standardLocusName } from './loci-names.ts'
import type { Problem } from './problem.ts'
import { readXml, type XmlElement } from './xml.ts'
import { childrenOf, present, requireText, textOf, toTruth } from './xml-find.ts'

/** `isRequired`: a search must find it (`ALLELEREQUIRED`). */
export type CodisAllele = { value: string; isRequired?: boolean }

/** One reading of one locus. `readAt` as the file writes it (`2015-04-07T01:13:00`). */
export type CodisLocus = {
  name: string
  readBy: string
  readAt: string
  batchId?: string
  kit?: string
  alleles: CodisAllele[]
}

/** `category` as CMF words it ("Maternal Relative"); `sourceId`: whether the source is known (Yes, No, N/A). */
export type CodisSpecimen = {
  id: string
  category: string
  comment?: string
  sourceId?: string
  caseId?: string
  isPartial?: boolean
  loci: CodisLocus[]
}

/** A CODIS common message format file; times as the file writes them. */
export type CodisFile = {
  version: string
  destination: string
  sourceLab: string
  submittedBy: string
  submittedAt: string
  batchId?: string
  kit?: string
  specimens: CodisSpecimen[]
}

export const codisNamespace = 'urn:CODISImportFile-schema'
const mostLoci = 500

/**
 * A CODIS import file (CMF 3.2 XML), with or without its namespace. Locus names become ours; everything else is
 * kept as written. Element names and their order after the schema of 2017 (github ncbi/osiris, CMF-2017.xsd).
 *
 * @example readCodis('<CODISImportFile>...').specimens[0]?.category // 'Maternal Relative'
 * @throws KinshipRefusal `not-a-codis-file`, `xml-incomplete`, `too-many-loci`, and those of `readXml`
 */
export function readCodis(text: string): CodisFile {
  const root = readXml(text)
  if (root.name !== 'CODISImportFile' || !['', codisNamespace].includes(root.namespace)) {
    refuse(
      'not-a-codis-file',
      `A CODIS file starts with <CODISImportFile>; this one with <${root.name.slice(0, 60)}>.`,
    )
  }
  return present({
    version: requireText(root, 'HEADERVERSION'),
    destination: requireText(root, 'DESTINATIONORI'),
    sourceLab: requireText(root, 'SOURCELAB'),
    submittedBy: requireText(root, 'SUBMITBYUSERID'),
    submittedAt: requireText(root, 'SUBMITDATETIME'),
    batchId: textOf(root, 'BATCHID'),
    kit: textOf(root, 'KIT'),
    specimens: childrenOf(root, 'SPECIMEN').map(toSpecimen),
  })
}

function toSpecimen(element: XmlElement): CodisSpecimen {
  const loci = childrenOf(element, 'LOCUS')
  if (loci.length > mostLoci) {
    refuse(
      'too-many-loci',
      `Line ${element.line}: <SPECIMEN> has ${loci.length} loci; no kit has more than ${mostLoci}.`,
    )
  }
  return present({
    id: requireText(element, 'SPECIMENID'),
    category: requireText(element, 'SPECIMENCATEGORY'),
    comment: textOf(element, 'SPECIMENCOMMENT'),
    sourceId: attribute(element, 'SOURCEID'),
    caseId: attribute(element, 'CASEID'),
    isPartial: toTruth(element.attributes.get('PARTIAL'), element),
    loci: loci.map(toLocus),
  })
}

function toLocus(element: XmlElement): CodisLocus {
  return present({
    name: standardLocusName(requireText(element, 'LOCUSNAME')),
    readBy: textOf(element, 'READINGBY') ?? '',
    readAt: textOf(element, 'READINGDATETIME') ?? '',
    batchId: attribute(element, 'BATCHID'),
    kit: attribute(element, 'KIT'),
    alleles: childrenOf(element, 'ALLELE').map((allele) =>
      present({
        value: requireText(allele, 'ALLELEVALUE'),
        isRequired: toTruth(allele.attributes.get('ALLELEREQUIRED'), allele),
      }),
    ),
  })
}

function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.get(name)?.trim() || undefined
}

/**
 * The genotypes of a CODIS file, ready for the engine. CMF writes a homozygote's allele once; in a specimen
 * marked partial one allele alone may hide another, so it comes with `null`, the unknown allele. Mixtures and
 * whatever else a person has to look at are problems.
 */
export function codisSamples(file: CodisFile): { samples: TypedSample[]; problems: Problem[] } {
  const problems: Problem[] = []
  const calls = file.specimens.flatMap(({ id, isPartial, loci }, index) =>
    loci.map(
      ({ name, alleles }): Call => ({
        row: index + 1,
        sample: id,
        locus: name,
        alleles: alleles.map(({ value }) => value),
        ...(isPartial && { isPartial }),
      }),
    ),
  )
  return { samples: samplesOf(calls, problems), problems }
}
