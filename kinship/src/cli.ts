#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { type CaseResults, readCases, solveCases } from './formats/cases.ts'
import { decodeText } from './formats/decode.ts'
import { isFamiliasFile } from './formats/familias.ts'
import { solveFamilias } from './formats/familias-cases.ts'
import { KinshipRefusal } from './refusal.ts'
import { replay } from './replay.ts'
import { readRecord } from './replay-record.ts'

const help = `kinship solve FILE

Reads a case file (sandsage.kinship-cases/1, JSON) or a Familias file (.fam) and prints the
results (sandsage.kinship-results/1) on standard output. A case that cannot be computed
exactly is refused by name; the others still run.

Exit: 0 the file could be read, 2 it could not.

kinship replay FILE

Computes the answer of a record again, from the record alone, and says whether every number
is the same, bit for bit, or which is the first that is not.

Exit: 0 identical, 1 not identical, 2 the file could not be read.
`
const commands: Record<string, (text: string) => number> = { solve, replay: replayed }

process.exitCode = main(process.argv.slice(2))

function main(args: string[]): number {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const [command, file, ...rest] = args
  const run = command !== undefined && Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!run || file === undefined || rest.length > 0) {
    process.stderr.write(`Say what to do: kinship solve FILE, or kinship replay FILE (or kinship --help).\n`)
    return 2
  }
  try {
    return run(textOf(readFileSync(file)))
  } catch (error) {
    if (!(error instanceof KinshipRefusal) && !isFileError(error)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

function solve(text: string): number {
  const results = isFamiliasFile(text) ? resultsOfFamilias(text) : solveCases(readCases(text))
  process.stdout.write(`${JSON.stringify(results, null, 1)}\n`)
  return 0
}

function replayed(text: string): number {
  const { isIdentical, difference } = replay(readRecord(text))
  process.stdout.write(
    isIdentical
      ? 'Identical: every number of the answer is the same, bit for bit.\n'
      : `Not identical: ${JSON.stringify(difference)}\n`,
  )
  return isIdentical ? 0 : 1
}

/** JSON is UTF-8 and of any size; a laboratory's file is what its program made of it. */
function textOf(bytes: Buffer): string {
  return bytes[0] === '{'.charCodeAt(0) ? bytes.toString('utf8') : decodeText(bytes)
}

function resultsOfFamilias(text: string): CaseResults {
  const { results, problems } = solveFamilias(text)
  for (const problem of problems) process.stderr.write(`${problem.code}: ${problem.detail}\n`)
  return results
}

function isFileError(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error)) return false
  return 'syscall' in error || /^ERR_.*_TOO_(LONG|LARGE)$/.test(String(error.code))
}
