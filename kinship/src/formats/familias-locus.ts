import { silentAllele } from '../mutation.ts'
import { orRefusal } from '../refusal.ts'
import type { Locus, LocusMutation } from '../types.ts'
import type { Cursor } from './familias-cursor.ts'
import type { FamiliasLocusSettings } from './familias-file.ts'
import { familiasModel } from './familias-mutation.ts'
import type { Problem } from './problem.ts'

type Pair = { female: number; male: number }
type Rates = { code: Pair; rate: Pair; range: Pair; rate2: Pair }

/** The next locus of a Familias database. */
export function readFamiliasLocus(
  cursor: Cursor,
  problems: Problem[],
): { locus: Locus; settings: FamiliasLocusSettings } {
  const name = cursor.text('the name of a locus')
  const rate = readPair(cursor, 'a mutation rate')
  const code = { female: cursor.count('a mutation model', 99), male: cursor.count('a mutation model', 99) }
  cursor.count('the number of alleles, the silent one included')
  const range = readPair(cursor, 'a mutation range')
  const rate2 = readPair(cursor, 'a second mutation rate')
  const hasSilent = cursor.flag('whether a silent allele exists').isTrue
  const silentFrequency = cursor.number('the frequency of the silent allele')
  const info = cursor.text('the number of alleles')
  const count = cursor.wholeOf(info.split(/[\t(]/)[0]!, 'the number of alleles')
  const alleles: string[] = []
  const frequencies: number[] = []
  for (let i = 0; i < count; i++) {
    alleles.push(cursor.text('an allele'))
    frequencies.push(cursor.number('a frequency'))
  }
  if (hasSilent) {
    alleles.push(silentAllele)
    frequencies.push(silentFrequency)
  }
  const settings = {
    databaseSize: labelled(info, 'DatabaseSize'),
    dropout: labelled(info, 'Dropout probability'),
    minimumFrequency: labelled(info, 'Minor allele frequency'),
  }
  const mutation = readMutation({ code, rate, range, rate2 }, { name, alleles, frequencies }, problems)
  if (settings.minimumFrequency > 0) {
    problems.push({
      code: 'minimum-frequency-not-applied',
      locus: name,
      detail: `${name} names a minimum frequency of ${settings.minimumFrequency}; the frequencies are used as written.`,
    })
  }
  return { locus: { name, chrom: 'autosomal', alleles, frequencies, mutation }, settings }
}

/** `null` when nothing mutates. A model that is not read is a problem, and its locus keeps none. */
function readMutation(
  { code, rate, range, rate2 }: Rates,
  locus: Pick<Locus, 'name' | 'alleles' | 'frequencies'>,
  problems: Problem[],
): LocusMutation | null {
  const isExtended = code.female === 4 || code.male === 4
  const isStill =
    rate.female === 0 && rate.male === 0 && !(isExtended && (rate2.female > 0 || rate2.male > 0))
  if (isStill) return null
  const model = (sex: keyof Pair) =>
    familiasModel({ code: code[sex], rate: rate[sex], range: range[sex], rate2: rate2[sex] }, locus)
  const read = orRefusal((): LocusMutation => ({ female: model('female'), male: model('male') }))
  if (!('refusal' in read)) return read
  problems.push({
    code: 'mutation-model-not-read',
    locus: locus.name,
    detail: `The mutation model of ${locus.name} is not read. ${read.refusal.message}`,
  })
  return null
}

function readPair(cursor: Cursor, what: string): Pair {
  return { female: cursor.number(what), male: cursor.number(what) }
}

/** The number after `label =` in a line of remarks; 0 when it is not there. */
export function labelled(line: string, label: string): number {
  const at = line.indexOf(label)
  const found = at < 0 ? null : /^\s*[=:]\s*([\d.,]+(?:[eE][+-]?\d+)?)/.exec(line.slice(at + label.length))
  const value = Number(found?.[1]?.replace(',', '.') ?? 0)
  return Number.isFinite(value) ? value : 0
}
