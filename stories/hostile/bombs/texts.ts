/** As large as a door lets in: 24 MB (`MOST_BYTES`). */
export const FULL = 24 * 1024 * 1024
export type Bomb = { name: string; bytes: () => Buffer }

/** `piece` over and over, as often as fits beside what stands before and after it. */
const filled = (piece: string, before = '', after = '', most = FULL): Buffer =>
  Buffer.from(
    before +
      piece.repeat(Math.floor((most - before.length - after.length) / Buffer.byteLength(piece))) +
      after,
  )
/** As many numbered pieces as fit. */
function numbered(piece: (at: number) => string, before = '', after = '', most = FULL): Buffer {
  const parts = [before]
  for (let at = 0, length = before.length + after.length; ; at++) {
    const next = piece(at)
    length += next.length
    if (length > most) return Buffer.from(parts.join('') + after)
    parts.push(next)
  }
}

const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
  '',
)
const codis = '<CODISImportFile xmlns="urn:CODISImportFile-schema">'
const niem = '<n:PedigreeData xmlns:n="http://niem.gov/niem/biometrics/1.0">'

/** XML 1.0 (fifth edition) at its edges: what a parser that expands, fetches or copies would choke on. */
const xml: Bomb[] = [
  ['billion laughs', () => Buffer.from(`<!DOCTYPE l [<!ENTITY l0 "ha">${laughs}]><l>&l9;</l>`)],
  [
    'an entity of 100 kB asked for 200,000 times',
    () => filled('&a;', `<!DOCTYPE l [<!ENTITY a "${'a'.repeat(100_000)}">]><l>`, '</l>', 1_000_000),
  ],
  [
    'an entity from a file',
    () => Buffer.from('<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>'),
  ],
  ['a document type elsewhere', () => Buffer.from('<!DOCTYPE l SYSTEM "http://127.0.0.1:1/l.dtd"><l/>')],
  [
    'parameter entities',
    () =>
      Buffer.from(
        '<!DOCTYPE l [<!ENTITY % a SYSTEM "http://127.0.0.1:1/a"> %a; <!ENTITY % b "%a;%a;">%b;]><l/>',
      ),
  ],
  ['an entity nobody defined', () => filled('&a;', '<l>', '</l>')],
  ['elements nested for ever', () => filled('<a>')],
  ['elements side by side', () => filled('<a/>', '<l>', '</l>')],
  ['elements side by side in a CODIS file', () => filled('<SPECIMEN/>', codis, '</CODISImportFile>')],
  [
    'specimens of one locus',
    () =>
      numbered((at) => `<SPECIMEN><SPECIMENID>${at}</SPECIMENID></SPECIMEN>`, codis, '</CODISImportFile>'),
  ],
  ['elements side by side in a NIEM file', () => filled('<n:a/>', niem, '</n:PedigreeData>')],
  ['attributes without end', () => numbered((at) => ` a${at}="1"`, '<l', '/>')],
  ['one attribute of 24 MB', () => filled('a', '<l a="', '"/>')],
  ['one attribute name of 24 MB', () => filled('a', '<l ', '="1"/>')],
  ['one text of 24 MB', () => filled('a', '<l>', '</l>')],
  ['references without end', () => filled('&amp;', '<l>', '</l>')],
  ['references in every element', () => filled(`<a>${'&#1076;'.repeat(99)}</a>`, '<l>', '</l>')],
  ['comments that never end', () => filled('<!--')],
  ['instructions that never end', () => filled('<?a ')],
  ['CDATA that never ends', () => filled('<![CDATA[', '<l>')],
  ['CDATA side by side', () => filled('<![CDATA[]]>', '<l>', '</l>')],
  ['end tags alone', () => filled('</a>')],
  ['signs that open', () => filled('<')],
  [
    'a prefix declared at every element, 6,000 above it',
    () => {
      const depths = Array.from({ length: 60 }, (_, depth) => {
        const own = Array.from({ length: 99 }, (__, at) => ` xmlns:p${depth}x${at}="u"`).join('')
        return `<l${own}>`
      })
      return filled('<a xmlns:q="u"/>', `${codis.slice(0, -1)} >${depths.join('')}`, '')
    },
  ],
].map(([name, bytes]) => ({ name: `XML: ${name as string}`, bytes: bytes as () => Buffer }))

const genemapper = 'Sample Name\tMarker\tAllele 1\tAllele 2\n'
const tables: Bomb[] = [
  ['one line of 24 MB', () => filled('a;')],
  ['tabulators alone', () => filled('\t')],
  [
    'a million columns in each of a few rows',
    () => Buffer.concat([1, 2, 3].map(() => filled('a,', '', '\n', FULL / 4))),
  ],
  ['a hundred columns in every row', () => filled(`${'1;'.repeat(99)}1\n`)],
  ['a hundred columns of two letters in every row', () => filled(`${'12;'.repeat(99)}34\n`)],
  ['lines of one letter', () => filled('a\n')],
  ['line ends alone', () => filled('\r\n')],
  ['quotation marks alone', () => filled('"')],
  ['a quotation mark that opens every cell', () => filled('"a""', 'Name;Age\n')],
  ['one cell of 24 MB', () => filled('a', 'Name;Age\n"', '";6\n')],
  [
    'formulas in every cell',
    () => filled('=HYPERLINK("http://127.0.0.1:1/","x");=cmd|\' /C calc\'!A0\n', 'Name;Age\n'),
  ],
  ['zero bytes', () => Buffer.alloc(FULL)],
  ['bytes of no encoding', () => Buffer.alloc(FULL, 0x98)],
  ['samples of one locus each', () => numbered((at) => `S${at}\tTH01\t6\t9\n`, genemapper)],
  ['400,000 samples', () => numbered((at) => `S${at}\tTH01\t6\t9\n`, genemapper, '', 6_000_000)],
  ['a sample with 400,000 mistakes', () => numbered(() => 'S\tTH01\t?\t9\n', genemapper, '', 4_000_000)],
  ['samples with something wrong in each', () => numbered((at) => `S${at}\tTH01\t6\t?\n`, genemapper)],
  ['one sample that contradicts itself', () => numbered((at) => `S\tTH01\t${at % 90}\t9\n`, genemapper)],
  ['loci nobody knows', () => numbered((at) => `S\tL${at}\t6\t9\n`, genemapper)],
  ['alleles without end', () => filled('\t9', `${genemapper}S\tTH01`)],
  ['CODIS rows', () => numbered((at) => `S${at},TH01,6,9\n`, 'Specimen ID,Locus,Allele1,Allele2\n')],
  ['LRmix rows', () => numbered((at) => `S${at},TH01,6,9\n`, 'SampleName,Marker,Allele1,Allele2\n')],
  ['people without parents', () => numbered((at) => `f ${at} 0 0 1 6/9\n`)],
  ['generations without end', () => numbered((at) => `f ${at + 2} ${at + 1} 0 1 6/9\n`, 'f 1 0 0 1 6/9\n')],
  ['a family of one person each', () => numbered((at) => `${at} 1 0 0 1 6/9\n`)],
  ['one person over and over', () => filled('f 1 0 0 1 6/9\n')],
  ['pedsuite people', () => numbered((at) => `${at} 0 0 1 6/9\n`, 'id fid mid sex TH01\n')],
  [
    'pedsuite generations',
    () => numbered((at) => `${at + 2} ${at + 1} 0 1 6/9\n`, 'id fid mid sex TH01\n1 0 0 1 6/9\n'),
  ],
  ['a frequency table without end', () => numbered((at) => `${at},0.1,0.2\n`, 'Allele,TH01,D3S1358\n')],
  ['a frequency list without end', () => numbered((at) => `L${at}\n1 0.5\n2 0.5\n`)],
  ['brackets', () => filled('[')],
  ['brackets that close', () => Buffer.from('['.repeat(FULL / 2) + ']'.repeat(FULL / 2))],
  ['objects in each other', () => filled('{"a":')],
].map(([name, bytes]) => ({ name: `text: ${name as string}`, bytes: bytes as () => Buffer }))

export const texts: Bomb[] = [...xml, ...tables]
