import { refuse } from '../refusal.ts'
import type { Sex } from '../types.ts'
import { standardLocusName } from './loci-names.ts'
import type { NiemAllele, NiemIdentification, NiemLocus, NiemQuality, NiemRecord } from './niem-file.ts'
import type { XmlElement } from './xml.ts'
import { childOf, childrenOf, present, requireText, textOf, toTruth } from './xml-find.ts'

const mostLoci = 500
const operators = ['Equal', 'AboveUpperLimit', 'BelowLowerLimit', 'Range'] as const
const qualities: NiemQuality[] = ['Normal', 'Partial', 'Not Definitive', 'Silent Allele']

/** One `DNARecord`; the loci of all its encodings together, kit and sample of the first. */
export function readNiemRecord(element: XmlElement): NiemRecord {
  const donor = childOf(element, 'DNADonor')
  const encodings = childrenOf(element, 'DNAEncoding').filter((one) => childOf(one, 'DNASTRData'))
  const [encoding] = encodings
  const source = childOf(childOf(encoding, 'DNASource'), 'DNASourceIdentification')
  const data = childOf(encoding, 'DNASTRData')
  const kit = childOf(data, 'DNAKit')
  const all = encodings.map((one) => childOf(one, 'DNASTRData')!)
  const loci = all.flatMap((one) => childrenOf(one, 'DNALocus'))
  const partial = all.map((one) => toTruth(textOf(one, 'DNASTRProfilePartialIndicator'), one))
  if (loci.length > mostLoci) {
    refuse(
      'too-many-loci',
      `Line ${data!.line}: <DNASTRData> has ${loci.length} loci; no kit has more than ${mostLoci}.`,
    )
  }
  return present({
    category: textOf(element, 'DNACategoryCode'),
    sex: toSex(textOf(donor, 'PersonSexText') ?? textOf(donor, 'PersonSexCode')),
    birthDate: textOf(childOf(donor, 'PersonBirthDate'), 'Date'),
    identifications: toIdentifications(element, 'DNADataIdentification'),
    sampleId: textOf(source, 'IdentificationID'),
    kit: textOf(kit, 'DNAKitName'),
    kitManufacturer: textOf(kit, 'DNAKitManufacturerName'),
    batchId: textOf(data, 'DNABatchID'),
    isPartial: partial.find((one) => one) ?? partial.find((one) => one !== undefined),
    loci: loci.map(toLocus),
  })
}

/** The identifications under `name`, in either of niem-core's two spellings of what they are. */
export function toIdentifications(element: XmlElement, name: string): NiemIdentification[] {
  return childrenOf(element, name).map((one) =>
    present({
      id: requireText(one, 'IdentificationID'),
      category:
        textOf(one, 'IdentificationCategoryDescriptionText') ?? textOf(one, 'IdentificationCategoryText'),
    }),
  )
}

export function toSex(written: string | undefined): Sex {
  if (/^m(ale)?$/i.test(written ?? '')) return 'male'
  return /^f(emale)?$/i.test(written ?? '') ? 'female' : 'unknown'
}

function toLocus(element: XmlElement): NiemLocus {
  return {
    name: standardLocusName(requireText(element, 'DNALocusName')),
    quality: oneOf(qualities, requireText(element, 'DNALocusQualityStatusCode'), element),
    alleles: childrenOf(element, 'DNAAllele').map(toAllele),
  }
}

function toAllele(element: XmlElement): NiemAllele {
  const operator = textOf(element, 'DNAAlleleOperatorCode')
  return present({
    operator: operator === undefined ? undefined : oneOf(operators, operator, element),
    value: requireText(element, 'DNAAlleleCall1Text'),
    upTo: textOf(element, 'DNAAlleleCall2Text'),
  })
}

/** The code, or a refusal that says where it stands. */
export function oneOf<Code extends string>(
  codes: readonly Code[],
  written: string,
  element: XmlElement,
): Code {
  return (
    codes.find((code) => code === written) ??
    refuse(
      'xml-incomplete',
      `Line ${element.line}: "${written.slice(0, 40)}" in <${element.name}> is none of ${codes.join(', ')}.`,
    )
  )
}
