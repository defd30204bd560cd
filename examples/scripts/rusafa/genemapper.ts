import { type Person, typed } from './family.ts'
import { loci, type Profile } from './loci.ts'
import { below, type Random } from './random.ts'

const PEAKS = 10
/** A cell: alleles of one marker in one sample, each with the height of its peak in RFU. */
type Call = { sample: string; marker: string; peaks: [string, number][] }

/** The number on the tube: children C-, relatives R-, in the order in which samples were taken. */
export function sampleName(person: Person): string {
  const mine = typed.filter((other) => (other.status === 'child') === (person.status === 'child'))
  const number = String(mine.indexOf(person) + 1).padStart(2, '0')
  return `${person.status === 'child' ? 'C' : 'R'}26-${number}`
}

const head = [
  'Sample Name',
  'Marker',
  ...Array.from({ length: PEAKS }, (_, at) => [`Allele#${at + 1}`, `Height#${at + 1}`]).flat(),
]

/** The long table of GeneMapper ID-X: one line per sample and marker, ten pairs of columns, empty ones kept. */
const toReport = (calls: Call[]): string =>
  [head, ...calls.map(({ sample, marker, peaks }) => [sample, marker, ...peaks.flat().map(String)])]
    .map((cells) => [...cells, ...Array(head.length - cells.length).fill('')].join('\t'))
    .map((line) => `${line}\n`)
    .join('')

/** A peak of two alleles in one is about twice as high as each of two. */
function callOf(
  random: Random,
  sample: string,
  marker: string,
  [first, second]: readonly [string, string],
): Call {
  const height = () => 2500 + below(random, 6000)
  if (first === second) return { sample, marker, peaks: [[first, height() + height()]] }
  return {
    sample,
    marker,
    peaks: [
      [first, height()],
      [second, height()],
    ],
  }
}

function callsOf(random: Random, person: Person, profile: Profile): Call[] {
  const sample = sampleName(person)
  const sexed = callOf(random, sample, 'AMEL', person.sex === 'male' ? ['X', 'Y'] : ['X', 'X'])
  return [sexed, ...loci.map((locus) => callOf(random, sample, locus, profile[locus]!))]
}

export const toGenemapper = (random: Random, persons: Person[], profiles: Record<string, Profile>): string =>
  toReport(persons.flatMap((person) => callsOf(random, person, profiles[person.id]!)))

/** What is wrong in `genemapper-with-faults.txt`, for the reader of the file to find. */
export const faults = [
  { fault: 'unknown-sample', sample: 'R26-99', marker: '' },
  { fault: 'unknown-locus', sample: 'R26-01', marker: 'D99S1234' },
  { fault: 'off-ladder', sample: 'R26-01', marker: 'SE33' },
  { fault: 'alias', sample: 'R26-01', marker: 'THO1', means: 'TH01' },
  { fault: 'alias', sample: 'R26-01', marker: 'VWA', means: 'vWA' },
  { fault: 'alias', sample: 'R26-01', marker: 'PENTA_D', means: 'Penta D' },
  { fault: 'alias', sample: 'R26-01', marker: 'TP0X', means: 'TPOX' },
  { fault: 'conflicting-duplicate', sample: 'R26-02', marker: 'FGA' },
  { fault: 'same-twice', sample: 'R26-02', marker: 'D18S51' },
  { fault: 'three-alleles', sample: 'R26-02', marker: 'D21S11' },
  { fault: 'not-an-allele', sample: 'R26-02', marker: 'D7S820' },
]

/** Two samples as a laboratory sends them on a bad day; what is not named in `faults` is right. */
export function toFaultyGenemapper(random: Random, profiles: Record<string, Profile>): string {
  const [first, second] = typed
  const renamed = new Map(faults.flatMap(({ marker, means }) => (means ? [[means, marker] as const] : [])))
  const one = callsOf(random, first!, profiles[first!.id]!)
    .map((call) => ({ ...call, marker: renamed.get(call.marker) ?? call.marker }))
    .map((call) =>
      call.marker === 'SE33'
        ? { ...call, peaks: [...call.peaks.slice(0, 1), ['OL', 212]] as Call['peaks'] }
        : call,
    )
  const two = callsOf(random, second!, profiles[second!.id]!)
  const at = (marker: string) => two.find((call) => call.marker === marker)!
  at('D21S11').peaks.push(['33.2', 3120])
  at('D7S820').peaks = [['10?', 4100]]
  const stranger = { sample: 'R26-99', marker: 'D3S1358', peaks: [['15', 4000]] as Call['peaks'] }
  const unknown = { sample: 'R26-01', marker: 'D99S1234', peaks: [['11', 3900]] as Call['peaks'] }
  const [low] = at('FGA').peaks[0]!
  const conflicting = { ...at('FGA'), peaks: [[String(Number(low) + 5), 5050]] as Call['peaks'] }
  return toReport([...one, unknown, ...two, conflicting, at('D18S51'), stranger])
}
