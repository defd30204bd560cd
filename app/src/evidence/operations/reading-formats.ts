import {
  codisSamples,
  isFamiliasFile,
  niemSamples,
  type PedFile,
  type Problem,
  readCaseTable,
  readCodis,
  readCodisCsv,
  readFamilias,
  readGeneMapper,
  readMerlinDat,
  readNiem,
  readPed,
  readPedsuite,
} from '@sandsage/kinship/formats'

/** The forms a laboratory's file can have, each with its name under `evidence.format.<code>`. */
export const fileFormats = [
  'genemapper',
  'lrmix',
  'case-table',
  'familias',
  'codis',
  'codis-csv',
  'niem',
  'pedsuite',
  'ped',
] as const
export type FileFormat = (typeof fileFormats)[number]

/** A sample as the science reads it: `null` stands for an allele nobody saw. */
export type FoundSample = {
  name: string
  genotypes: Record<string, (string | null)[]>
  sex?: 'male' | 'female'
}

/** What a file held beside profiles and is not taken over: said, so that nobody believes it was. */
export type Beside = 'family-beside' | 'frequencies-beside'

export type FoundInFile = {
  samples: FoundSample[]
  problems: Problem[]
  /** People the file names without any genotype. */
  untyped: number
  beside: Beside[]
}

/** Enough for fifty lines of titles; a file of one endless line is not cut into words to be recognised. */
const FIRST_LINES = 100_000

const byTable = (text: string): FileFormat => {
  const lines = text.slice(0, FIRST_LINES).split(/\r\n|\r|\n/, 50)
  const first = lines.find((line) => line.trim() !== '') ?? ''
  const cells = first.split(/[\t;,]|\s+/).map((cell) => cell.replaceAll('"', '').trim().toLowerCase())
  if (/^\s*"?specimen\s*id"?\s*[,;\t]/i.test(first)) return 'codis-csv'
  if (['id', 'fid', 'mid', 'sex'].every((title) => cells.includes(title))) return 'pedsuite'
  // Family, person, father, mother and a sex as a number: a PED table has no titles.
  if (/^[0-2]$/.test(first.trim().split(first.includes('\t') ? '\t' : /\s+/)[4] ?? '')) return 'ped'
  if (/^\s*"?samplename"?\s*,\s*"?marker"?\s*,/i.test(first)) return 'lrmix'
  return lines.some((line) => /sample|specimen/i.test(line)) ? 'genemapper' : 'case-table'
}

/** The form of a file by how it begins; a file of no known form is taken for a table and refused by its reader. */
export function recogniseFormat(text: string): FileFormat {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (isFamiliasFile(text)) return 'familias'
  if (start.startsWith('<'))
    return /<(?:\w+:)?CODISImportFile[\s>]/.test(start.slice(0, 4000)) ? 'codis' : 'niem'
  return byTable(start)
}

const readers: Record<FileFormat, (text: string, loci?: string) => FoundInFile> = {
  genemapper: (text) => ofProfiles(readGeneMapper(text)),
  lrmix: (text) => ofProfiles(readGeneMapper(text)),
  'codis-csv': (text) => ofProfiles(readCodisCsv(text)),
  codis: (text) => ofSamples(codisSamples(readCodis(text))),
  niem: (text) => {
    const file = readNiem(text)
    return { ...ofSamples(niemSamples(file)), beside: file.pedigrees.length > 0 ? ['family-beside'] : [] }
  },
  familias: (text) => {
    const { persons, genotypes, problems, loci, pedigrees } = readFamilias(text)
    const beside: Beside[] = [
      ...(pedigrees.length > 0 ? ['family-beside' as const] : []),
      ...(loci.length > 0 ? ['frequencies-beside' as const] : []),
    ]
    return { ...ofPeople(persons, genotypes), problems, beside }
  },
  'case-table': (text) => {
    const { persons, genotypes, problems } = readCaseTable(text)
    return { ...ofPeople(persons, genotypes), problems, beside: [] }
  },
  pedsuite: (text) => ofFamilies(readPedsuite(text)),
  ped: (text, loci) => ofFamilies(readPed(text, loci === undefined ? {} : { columns: readMerlinDat(loci) })),
}

/**
 * The samples of a file of a known form. `loci`: a second file that names the columns of a family table.
 *
 * @throws KinshipRefusal where the file is not what it begins as
 */
export const readAs = (format: FileFormat, text: string, loci?: string): FoundInFile =>
  readers[format](text, loci)

type Profiles = ReturnType<typeof readGeneMapper>
const ofProfiles = ({ profiles, problems }: Profiles): FoundInFile => ({
  samples: profiles.map(({ sample, ...rest }) => ({ name: sample, ...rest })),
  ...{ problems, untyped: 0, beside: [] },
})

type Samples = ReturnType<typeof codisSamples>
/** Records of XML have no rows a person could look up. */
const ofSamples = ({ samples, problems }: Samples): FoundInFile => ({
  samples: samples.map(({ sample, ...rest }) => ({ name: sample, ...rest })),
  problems: problems.map(({ row: _, ...problem }) => problem),
  ...{ untyped: 0, beside: [] },
})

type Somebody = { id: string; sex: 'male' | 'female' | 'unknown' }

function ofPeople(people: Somebody[], genotypes: Record<string, FoundSample['genotypes']>) {
  const isTyped = ({ id }: Somebody) => Object.keys(genotypes[id] ?? {}).length > 0
  const samples = people.filter(isTyped).map(({ id, sex }) => ({
    name: id,
    genotypes: genotypes[id]!,
    ...(sex !== 'unknown' && { sex }),
  }))
  return { samples, untyped: people.length - samples.length }
}

/** People of several families can share a number: then the family's name stands before it. */
function ofFamilies({ families, problems }: PedFile): FoundInFile {
  const found = families.map(({ id, people, genotypes }) => {
    const { samples, untyped } = ofPeople(people, genotypes)
    const nameOf = (name: string) => (families.length > 1 ? `${id}/${name}` : name)
    return { samples: samples.map((sample) => ({ ...sample, name: nameOf(sample.name) })), untyped }
  })
  const related = families.some(({ people }) => people.some(({ father, mother }) => father ?? mother))
  return {
    samples: found.flatMap(({ samples }) => samples),
    problems,
    untyped: found.reduce((sum, { untyped }) => sum + untyped, 0),
    beside: related ? ['family-beside'] : [],
  }
}
