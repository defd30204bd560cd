import { isFamiliasFile, type Problem, readFamilias, readGeneMapper } from '@sandsage/kinship/formats'
import { frequencyTables } from '@sandsage/kinship/tables'
import { Refusal } from '../../platform/refusal.ts'
import type { ReadSample, SampleProblem } from '../rules/samples.ts'

export type ReadFile = { samples: ReadSample[]; notes: SampleProblem[] }

/** Problems with which there is nothing to import at all. */
const unreadable: Partial<Record<Problem['code'], string>> = {
  'not-a-genemapper-table': 'file-no-table',
  'not-a-familias-file': 'file-no-table',
  empty: 'file-empty',
  'too-large': 'file-too-long',
}

const tableLoci = new Set(frequencyTables.flatMap((table) => Object.keys(table.loci)))
/** Loci of the sex chromosomes are kept for later use, though no table of ours weighs them. */
const isKnown = (locus: string): boolean => tableLoci.has(locus) || /^(DY|Y-|DX|HPRT)/.test(locus)

/** Reads a laboratory's file, a GeneMapper table or a Familias file. Refuses what is neither. */
export function readSamples(bytes: Buffer): ReadFile {
  const text = bytes.toString('utf8')
  const { found, problems } = isFamiliasFile(text) ? readFam(text) : readTable(text)
  const fatal = problems.find((problem) => unreadable[problem.code])
  if (fatal) throw new Refusal(unreadable[fatal.code]!)
  const samples = found.map((sample) => ({
    ...onlyKnown(sample),
    problems: [
      ...toProblems(problems.filter((problem) => problem.sample === sample.name)),
      ...unknownIn(sample),
    ],
  }))
  return {
    samples,
    notes: toProblems(problems.filter((problem) => !found.some(({ name }) => name === problem.sample))),
  }
}

type Found = Omit<ReadSample, 'problems'>

function readTable(text: string): { found: Found[]; problems: Problem[] } {
  const { profiles, problems } = readGeneMapper(text)
  return { found: profiles.map(({ sample, ...rest }) => ({ name: sample, ...rest })), problems }
}

function readFam(text: string): { found: Found[]; problems: Problem[] } {
  const { persons, genotypes, problems } = readFamilias(text)
  const typed = persons.filter((person) => genotypes[person.id])
  const found = typed.map(({ id, sex }) => {
    const whole = Object.entries(genotypes[id]!).filter(
      (entry): entry is [string, string[]] => !entry[1].includes(null),
    )
    return { name: id, genotypes: Object.fromEntries(whole), ...(sex !== 'unknown' && { sex }) }
  })
  return { found, problems }
}

const onlyKnown = (sample: Found): Found => ({
  ...sample,
  genotypes: Object.fromEntries(Object.entries(sample.genotypes).filter(([locus]) => isKnown(locus))),
})

const unknownIn = (sample: Found): SampleProblem[] =>
  Object.keys(sample.genotypes)
    .filter((locus) => !isKnown(locus))
    .map((locus) => ({ code: 'unknown-locus', locus }))

/** The reader's own sentence goes along for codes that have no words of ours. */
const toProblems = (problems: Problem[]): SampleProblem[] =>
  problems.map(({ code, locus, detail }) => ({ code, ...(locus && { locus }), said: detail }))
