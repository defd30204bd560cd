#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildIndex, type Named, search } from './index.ts'

const HELP = `names search --candidates FILE --queries FILE [--top N]

Ranks the candidates for each query by how likely the two names are one person's.
  --candidates FILE   UTF-8, one name a line
  --queries FILE      UTF-8, one name a line
  --top N             answers per query, 1 or more (10 unless told)
  --help              this text

Prints tab-separated lines with a header: query, rank, candidate, log10LR.
log10LR is the base-10 logarithm of the likelihood ratio "the same person's name" : "two random people's names".
`

/** What was asked cannot be done; the sentence is for the person who asked. */
class BadInput extends Error {}

const readNames = (path: string): Named[] => {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .map((name, i) => ({ id: String(i).padStart(9, '0'), name: name.replaceAll('\t', ' ') }))
      .filter(({ name }) => name.trim() !== '')
  } catch (error) {
    throw new BadInput(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

const readOptions = (args: string[]) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        candidates: { type: 'string' },
        queries: { type: 'string' },
        top: { type: 'string', default: '10' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ')
    throw new BadInput(`${sentence}; see names --help.`)
  }
}

const writeRanks = (candidates: string, queries: string, top: number): void => {
  const index = buildIndex(readNames(candidates))
  const asked = readNames(queries)
  process.stdout.write('query\trank\tcandidate\tlog10LR\n')
  for (const { name } of asked) {
    const hits = search(index, name, top)
    if (hits.length === 0) process.stderr.write(`No name to search for in: ${name.slice(0, 60)}\n`)
    const rows = hits.map((hit, i) => `${name}\t${i + 1}\t${hit.name}\t${hit.log10LR.toFixed(3)}\n`)
    process.stdout.write(rows.join(''))
  }
}

const main = (args: string[]): void => {
  const { values, positionals } = readOptions(args)
  if (values.help) return void process.stdout.write(HELP)
  if (positionals.length !== 1 || positionals[0] !== 'search') {
    throw new BadInput('The only command is "search"; see names --help.')
  }
  const { candidates, queries } = values
  if (!candidates || !queries) throw new BadInput('Both --candidates FILE and --queries FILE are needed.')
  const top = Number(values.top)
  if (!Number.isInteger(top) || top < 1) throw new BadInput('--top must be a whole number, 1 or more.')
  writeRanks(candidates, queries, top)
}

try {
  main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof BadInput)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
