/** The 34 specimen categories of CMF 3.2 (schema of 2017, as kept by NCBI OSIRIS). */
export const codisCategories = [
  'Alleged Father',
  'Alleged Mother',
  'Arrestee',
  'Biological Child',
  'Biological Father',
  'Biological Mother',
  'Biological Sibling',
  'CO Duplicate',
  'Convicted Offender',
  'Deceased',
  'Deduced Missing Person',
  'Deduced Suspect',
  'Detainee',
  'Elimination, Known',
  'Forensic Mixture',
  'Forensic Partial',
  'Forensic Targeted',
  'Forensic, Unknown',
  'Juvenile',
  'Legal',
  'Maternal Relative',
  'Missing Person',
  'Multi-allelic Offender',
  'Other',
  'Paternal Relative',
  'Population',
  'Proficiency',
  'Spouse',
  'Staff',
  'Suspect, Known',
  'Unidentified Person',
  'Unreviewed Offender',
  'Victim, Known',
  'Volunteer',
] as const

/** The loci the schema lists, under our names; the three it spells differently come after. */
export const codisLoci = new Set([
  ...['AMEL', 'CSF1PO', 'FGA', 'Penta D', 'Penta E', 'SE33', 'TH01', 'TPOX', 'vWA'],
  ...['D10S1248', 'D12S391', 'D13S317', 'D16S539', 'D18S51', 'D19S433', 'D1S1656', 'D21S11', 'D22S1045'],
  ...['D2S1338', 'D2S441', 'D3S1358', 'D5S818', 'D7S820', 'D8S1179', 'DYF387S1', 'DYS19', 'DYS385'],
  ...['DYS389I', 'DYS389II', 'DYS390', 'DYS391', 'DYS392', 'DYS393', 'DYS437', 'DYS438', 'DYS439'],
  ...['DYS448', 'DYS449', 'DYS456', 'DYS458', 'DYS460', 'DYS481', 'DYS518', 'DYS533', 'DYS549', 'DYS570'],
  ...['DYS576', 'DYS627', 'DYS635', 'DYS643', 'Y-GATA-H4', 'Yindel'],
])

const codisSpellings: Record<string, string> = {
  DYS389I: 'DYS389 I',
  DYS389II: 'DYS389 II',
  'Y-GATA-H4': 'YGATAH4',
}

/** A locus as CMF spells it. */
export function codisLocusName(name: string): string {
  return Object.hasOwn(codisSpellings, name) ? codisSpellings[name]! : name
}
