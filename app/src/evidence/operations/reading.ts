import { KinshipRefusal } from '@sandsage/kinship'
import { decodeText, type Problem, standardLocusName } from '@sandsage/kinship/formats'
import { frequencyTables, furtherTables } from '@sandsage/kinship/tables'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { type ReadSample, type SampleProblem, sameGenotype } from '../rules/samples.ts'
import {
  type FileFormat,
  type FoundInFile,
  type FoundSample,
  readAs,
  recogniseFormat,
} from './reading-formats.ts'

export type ReadFile = { format: FileFormat; samples: ReadSample[]; notes: SampleProblem[] }

const tableLoci = new Set([...frequencyTables, ...furtherTables].flatMap((table) => Object.keys(table.loci)))
/** Loci of the sex chromosomes are kept for later use, though no table of ours weighs them. */
const isKnown = (locus: string): boolean => tableLoci.has(locus) || /^(DY|Y-|DX|HPRT)/.test(locus)

/** Noes of the readers that mean something of their own to a person; every other one is a broken file. */
const noes: Record<string, string> = {
  'not-a-genemapper-table': 'file-no-table',
  'not-an-lrmix-table': 'file-no-table',
  'not-a-case-table': 'file-no-table',
  'not-a-niem-file': 'file-no-table',
  empty: 'file-empty',
  'too-large': 'file-too-long',
  'too-many-loci': 'file-too-long',
  'too-many-columns': 'file-too-long',
  'not-text': 'file-not-text',
  'niem-dna-sample': 'file-is-old',
  'makeped-done': 'file-is-old',
}

/** More than any laboratory puts into one file; every one is laid beside every other. */
const MOST_SAMPLES = 2000
/** A hundred rows for each of them; looked at before anything is made of the lines. */
const MOST_LINES = 200_000
/** Beyond it the file is not what it was taken for, and nobody reads so many sentences. */
const MOST_PROBLEMS = 20_000

const said = (code: string, message: string): never =>
  refuse(noes[code] ?? 'file-broken', {
    line: Number(/\b(?:line|row) (\d+)/i.exec(message)?.[1] ?? 0),
  })

function orRefuse<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof KinshipRefusal) return said(cause.code, cause.message)
    throw cause
  }
}

/**
 * Reads a laboratory's file of any form the science knows, whatever its encoding. `loci`: a second file that
 * names the columns of a family table. Refuses what holds no profiles; all else that a person must know is a
 * problem of its sample, or a note on the file.
 */
export function readSamples(bytes: Buffer, loci?: Buffer): ReadFile {
  return orRefuse(() => {
    const text = decodeShort(bytes)
    if (/^\uFEFF?\s*"?allele"?\s*[,;\t]/i.test(text)) throw new Refusal('file-is-frequencies')
    const format = recogniseFormat(text)
    if (format === 'ped' && !loci) throw new Refusal('loci-unnamed')
    const found = readAs(format, text, loci && decodeShort(loci))
    const fatal = found.problems.find(({ code }) => noes[code])
    if (fatal) said(fatal.code, fatal.detail)
    // A Familias file whose reading stopped before anybody was read has nothing to import.
    if (found.samples.length === 0)
      refuse(found.problems.length > 0 ? 'file-broken' : 'file-empty', { line: found.problems[0]?.row ?? 0 })
    if (found.samples.length > MOST_SAMPLES) refuse('file-too-long', { line: 0 })
    if (found.problems.length > MOST_PROBLEMS) refuse('file-broken', { line: found.problems[0]?.row ?? 0 })
    const problems = Map.groupBy(found.problems, ({ sample }) => sample)
    const samples = found.samples.map((sample) => toRead(sample, problems.get(sample.name) ?? []))
    const names = new Set<string | undefined>(samples.map(({ name }) => name))
    const ofNobody = found.problems.filter(({ sample }) => !names.has(sample))
    return { format, samples, notes: [...toProblems(ofNobody), ...notesOn(found)] }
  })
}

function decodeShort(bytes: Buffer): string {
  const text = decodeText(bytes)
  if (isLong(text)) refuse('file-too-long', { line: MOST_LINES })
  return text
}

function isLong(text: string): boolean {
  let lines = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const ends = code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)
    if (ends && ++lines > MOST_LINES) return true
  }
  return false
}

/** What the file holds and this house does not take from it. */
function notesOn({ untyped, beside }: FoundInFile): SampleProblem[] {
  return [
    ...(untyped > 0 ? [{ code: 'people-untyped', said: String(untyped) }] : []),
    ...beside.map((code) => ({ code })),
  ]
}

/** `problems`: its own. Under standard names, without what is not known or only half seen; each locus left out is said. */
function toRead({ name, genotypes, sex }: FoundSample, problems: Problem[]): ReadSample {
  const taken: Record<string, string[]> = {}
  const left: SampleProblem[] = []
  for (const [written, alleles] of Object.entries(genotypes)) {
    const locus = standardLocusName(written)
    const seen = alleles.filter((allele) => allele !== null)
    const earlier = taken[locus]
    if (!isKnown(locus)) left.push({ code: 'unknown-locus', locus })
    else if (seen.length < alleles.length) left.push({ code: 'allele-missing', locus, said: seen.join(', ') })
    else if (earlier && !sameGenotype(earlier, seen)) left.push({ code: 'conflicting-duplicate', locus })
    else taken[locus] = seen
  }
  return { name, genotypes: taken, ...(sex && { sex }), problems: [...toProblems(problems), ...left] }
}

/** The reader's own sentence goes along for codes that have no words of ours. */
const toProblems = (problems: Problem[]): SampleProblem[] =>
  problems.map(({ code, locus, row, detail }) => ({
    code,
    ...(locus && { locus }),
    ...(row !== undefined && { row }),
    said: detail,
  }))
