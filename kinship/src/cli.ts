#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { type CaseResults, readCases, solveCases } from './formats/cases.ts'
import { decodeText } from './formats/decode.ts'
import { isFamiliasFile } from './formats/familias.ts'
import { solveFamilias } from './formats/familias-cases.ts'
import { KinshipRefusal } from './refusal.ts'

const help = `kinship solve FILE

Reads a case file (sandsage.kinship-cases/1, JSON) or a Familias file (.fam) and prints the
results (sandsage.kinship-results/1) on standard output. A case that cannot be computed
exactly is refused by name; the others still run.

Exit: 0 the file could be read, 2 it could not.
`

process.exitCode = main(process.argv.slice(2))

function main(args: string[]): number {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help)
    return 0
  }
  const [command, file, ...rest] = args
  if (command !== 'solve' || file === undefined || rest.length > 0) {
    process.stderr.write(`Say what to do: kinship solve FILE (or kinship --help).\n`)
    return 2
  }
  try {
    const text = textOf(readFileSync(file))
    const results = isFamiliasFile(text) ? resultsOfFamilias(text) : solveCases(readCases(text))
    process.stdout.write(`${JSON.stringify(results, null, 1)}\n`)
    return 0
  } catch (error) {
    if (!(error instanceof KinshipRefusal) && !isFileError(error)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
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
