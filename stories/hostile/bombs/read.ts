import { readFileSync } from 'node:fs'
import { KinshipRefusal } from '@sandsage/kinship'
import * as formats from '@sandsage/kinship/formats'
import { readSamples } from '../../../app/src/evidence/operations/reading.ts'
import { Refusal } from '../../../app/src/platform/refusal.ts'
import { firstRowsInEachReading, readSheet } from '../../../app/src/platform/sheet.ts'

/**
 * Reads the files named on the standard input with every reader of the house, in a process that is given little
 * memory, and says of each how it ended. Started by memory.test.ts.
 */
type Reader = (bytes: Buffer) => unknown

const dat = Buffer.from('M TH01\n')
/** What the doors of the house read with. */
const ofHouse: Record<string, Reader> = {
  readSheet: (bytes) => readSheet(bytes),
  firstRowsInEachReading: (bytes) => firstRowsInEachReading(bytes),
  readSamples: (bytes) => readSamples(bytes),
  'readSamples with loci': (bytes) => readSamples(bytes, dat),
  'readSamples, as the loci': (bytes) => readSamples(Buffer.from('f 1 0 0 1 6/9\n'), bytes),
}
/** Every reader of the science that takes a text alone: on the command line they read one's own files. */
const ofScience: Record<string, Reader> = Object.fromEntries(
  Object.entries(formats)
    .filter(([name]) => name.startsWith('read'))
    .map(([name, read]) => [
      name,
      (bytes: Buffer) => (read as (text: string) => unknown)(formats.decodeText(bytes)),
    ]),
)

async function howItEnds(read: Reader, bytes: Buffer): Promise<string> {
  try {
    await read(bytes)
    return 'read'
  } catch (cause) {
    if (cause instanceof Refusal || cause instanceof KinshipRefusal) return `no: ${cause.code}`
    return `fault: ${(cause as Error).stack?.slice(0, 400) ?? String(cause)}`
  }
}

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
const readers = process.argv.includes('all') ? { ...ofHouse, ...ofScience } : ofHouse
for (const path of readFileSync(0, 'utf8').trim().split('\n')) {
  for (const [reader, read] of Object.entries(readers)) {
    say({ path, reader })
    const bytes = readFileSync(path)
    const began = performance.now()
    const ended = await howItEnds(read, bytes)
    say({ path, reader, ended, ms: Math.round(performance.now() - began) })
  }
}
say({ peak: process.resourceUsage().maxRSS * 1024 })
