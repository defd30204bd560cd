import { refuse } from '../refusal.ts'
import type { NiemFile } from './niem-file.ts'
import { readNiemPedigree } from './niem-pedigree.ts'
import { readNiemRecord } from './niem-record.ts'
import { readXml, type XmlElement } from './xml.ts'

/** Versions 5.0 to 5.2 share what is read here. */
export const biometrics = /^http:\/\/release\.niem\.gov\/niem\/domains\/biometrics\/5\.[0-2]\/$/

/**
 * A NIEM Biometrics file: `DNARecord`s with STR data and the `Pedigree`s that say how the donors are related to
 * the person sought, wherever they stand in the exchange's own root.
 *
 * Checked element by element (names, order, how many, code lists) against the types of biom.xsd of NIEM 5.2
 * (github NIEM/NIEM-Releases) and against the published 5.1 sample of a missing person's relatives (github
 * NIEM/NIEM.github.io, NIEM5.1_DNA_MP_Relatives_Case.xml). Not checked: biom.xsd of 5.1 itself, niem-core, and
 * no validator was run. Not read: sample collection, instruments, electropherograms, mitochondrial and
 * user-defined data, comments on records. The older `DNASample` with `DNASTRProfile`, whose loci are numbers of
 * another table, is refused.
 *
 * @throws KinshipRefusal `not-a-niem-file`, `niem-dna-sample`, `xml-incomplete`, `too-many-loci`, and those of `readXml`
 */
export function readNiem(text: string): NiemFile {
  const { records, pedigrees } = find(readXml(text), { records: [], pedigrees: [] })
  if (records.length === 0 && pedigrees.length === 0) {
    refuse('not-a-niem-file', 'The file holds no <DNARecord> and no <Pedigree> of NIEM Biometrics 5.')
  }
  const file = { records: records.map(readNiemRecord), pedigrees: pedigrees.map(readNiemPedigree) }
  const keys = file.pedigrees.flatMap(({ members }) => members.map(({ key }) => key))
  const twice = keys.find((key, i) => keys.indexOf(key) < i)
  return twice === undefined
    ? file
    : refuse('xml-incomplete', `Two pedigree members have the same structures:id "${twice.slice(0, 60)}".`)
}

type Found = { records: XmlElement[]; pedigrees: XmlElement[] }

function find(element: XmlElement, found: Found): Found {
  const isOurs = biometrics.test(element.namespace)
  if (isOurs && element.name === 'DNASample') {
    refuse(
      'niem-dna-sample',
      `Line ${element.line}: <DNASample> numbers its loci by another table: send <DNARecord>.`,
    )
  }
  if (isOurs && element.name === 'DNARecord') found.records.push(element)
  else if (isOurs && element.name === 'Pedigree') found.pedigrees.push(element)
  else for (const child of element.children) find(child, found)
  return found
}
