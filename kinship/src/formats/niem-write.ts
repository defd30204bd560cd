import { refuse } from '../refusal.ts'
import type { Sex } from '../types.ts'
import { chromOfLocus } from './loci-names.ts'
import type {
  NiemFile,
  NiemIdentification,
  NiemLocus,
  NiemMember,
  NiemPedigree,
  NiemRecord,
} from './niem-file.ts'
import { structures } from './niem-pedigree.ts'
import { writeXml, type XmlNode } from './xml-text.ts'

const namespaces = {
  'xmlns:smpl': 'http://www.sna-intl.com/DNA/Sample/NIEM/5.1/2021',
  'xmlns:biom': 'http://release.niem.gov/niem/domains/biometrics/5.1/',
  'xmlns:nc': 'http://release.niem.gov/niem/niem-core/5.0/',
  'xmlns:structures': structures,
}
const categories = { autosomal: 'Autosomal', X: 'X-STR', Y: 'Y-STR', MT: 'Other' }
const statuses = { known: 'K', sought: 'S', unknown: 'U' }
const sexes: Record<Sex, string | undefined> = { male: 'Male', female: 'Female', unknown: undefined }

/**
 * A NIEM 5.1 Biometrics file in the root of the published samples (`DNADataTransaction`). What was checked
 * against the schema, and what not, stands at `readNiem`.
 *
 * @throws KinshipRefusal `not-writable` where the schema demands what is absent
 */
export function writeNiem({ records, pedigrees }: NiemFile): string {
  if (records.length + pedigrees.length === 0)
    refuse('not-writable', 'A NIEM file needs a record or a pedigree.')
  return writeXml({
    name: 'smpl:DNADataTransaction',
    attributes: namespaces,
    content: [...records.map(toRecord), ...pedigrees.map(toPedigree)],
  })
}

/** The element, or nothing where there is no text. */
function leaf(name: string, text: string | undefined): XmlNode | null {
  return text === undefined ? null : { name, content: text }
}

/** The element around what is present; nothing where nothing is. */
function around(name: string, content: (XmlNode | null)[]): XmlNode | null {
  return content.some((child) => child !== null) ? { name, content } : null
}

function identification(name: string, { id, category }: NiemIdentification): XmlNode {
  return {
    name,
    content: [leaf('nc:IdentificationID', id), leaf('nc:IdentificationCategoryDescriptionText', category)],
  }
}

function toRecord(record: NiemRecord): XmlNode {
  const { category, sex, birthDate, identifications, sampleId } = record
  return {
    name: 'biom:DNARecord',
    content: [
      leaf('biom:DNACategoryCode', category),
      around('biom:DNADonor', [
        around('nc:PersonBirthDate', [leaf('nc:Date', birthDate)]),
        leaf('nc:PersonSexText', sexes[sex]),
      ]),
      ...identifications.map((one) => identification('biom:DNADataIdentification', one)),
      {
        name: 'biom:DNAEncoding',
        content: [
          leaf('biom:DNATypingTechnologyCode', 'STR'),
          around('biom:DNASource', [
            around('biom:DNASourceIdentification', [
              leaf('nc:IdentificationID', sampleId),
              leaf('nc:IdentificationCategoryText', sampleId && 'Sample ID'),
            ]),
          ]),
          toStrData(record),
        ],
      },
    ],
  }
}

function toStrData({ kit, kitManufacturer, batchId, isPartial, loci }: NiemRecord): XmlNode {
  return {
    name: 'biom:DNASTRData',
    content: [
      around('biom:DNAKit', [
        leaf('biom:DNAKitName', kit),
        leaf('biom:DNAKitManufacturerName', kitManufacturer),
      ]),
      leaf('biom:DNABatchID', batchId),
      leaf('biom:DNASTRProfilePartialIndicator', isPartial?.toString()),
      ...loci.map(toLocus),
    ],
  }
}

function toLocus({ name, quality, alleles }: NiemLocus): XmlNode {
  if (alleles.length === 0) refuse('not-writable', `NIEM needs an allele at ${name}: leave the locus out.`)
  return {
    name: 'biom:DNALocus',
    content: [
      leaf('biom:DNALocusName', name === 'AMEL' ? 'Amelogenin' : name),
      leaf('biom:DNALocusCategoryCode', categories[chromOfLocus(name)]),
      leaf('biom:DNALocusQualityStatusCode', quality),
      ...alleles.map(({ operator, value, upTo }) => ({
        name: 'biom:DNAAllele',
        content: [
          leaf('biom:DNAAlleleOperatorCode', operator),
          leaf('biom:DNAAlleleCall1Text', value),
          leaf('biom:DNAAlleleCall2Text', upTo),
        ],
      })),
    ],
  }
}

function toPedigree({ identifications, status, members, comments }: NiemPedigree): XmlNode {
  if (identifications.length === 0 || members.length === 0) {
    refuse('not-writable', 'NIEM needs an identification and a member of every pedigree.')
  }
  return {
    name: 'biom:Pedigree',
    content: [
      ...identifications.map((one) => identification('biom:PedigreeIdentification', one)),
      leaf('biom:PedigreeStatusCode', status),
      ...members.map(toMember),
      ...comments.map((comment) => leaf('biom:PedigreeCommentText', comment)),
    ],
  }
}

function toMember(member: NiemMember): XmlNode {
  const { key, identifications, sex, status, father, mother, comment } = member
  if (!/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(key)) {
    refuse(
      'not-writable',
      `The key "${key.slice(0, 60)}" must start with a letter and hold letters, digits, - or _.`,
    )
  }
  return {
    name: 'biom:PedigreeMember',
    attributes: { 'structures:id': key },
    content: [
      ...identifications.map((one) => identification('biom:PedigreeMemberIdentification', one)),
      leaf('nc:PersonSexText', sexes[sex]),
      leaf('biom:PedigreeMemberStatusCode', statuses[status]),
      parent('biom:PedigreeFatherIdentification', father),
      parent('biom:PedigreeMotherIdentification', mother),
      leaf('nc:CommentText', comment),
    ],
  }
}

/** The published sample points to a parent by `structures:metadata`; so do we. */
function parent(name: string, key: string | null): XmlNode | null {
  return key === null ? null : { name, attributes: { 'structures:metadata': key }, content: '' }
}
