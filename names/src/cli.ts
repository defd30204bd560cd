#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { BadInput } from './cli/badInput.ts'
import { linesOf } from './cli/lines.ts'
import { buildIndex, type Named, search } from './index.ts'

const HELP = `names search --candidates FILE --queries FILE [--top N]

Ranks the candidates for each query by how likely the two names are one person's.
  --candidates FILE   UTF-8, one name a line; read in pieces, so it may be large
  --queries FILE      UTF-8, one name a line
  --top N             answers per query, 1 or more (10 unless told)
  --help              this text

Prints tab-separated lines with a header: query, rank, candidate, log10LR.
log10LR is the base-10 logarithm of the likelihood ratio "the same person's name" : "two random people's names".
Equal candidates are each listed, in the order of the file. A query without letters has no lines and is named on
standard error. Exit status: 0 when every query was searched for, 2 when what was asked cannot be done.
`

/** Tabs and other control characters would break the table. */
const printable = (line: string): string => line.replace(/\p{Cc}/gu, ' ')

/** Each line with letters or signs as a name; the ids keep the order of the file. */
function* readNames(path: string): Generator<Named> {
  let number = 0
  for (const line of linesOf(path)) {
    number++
    const name = printable(line)
    if (name.trim() !== '') yield { id: String(number).padStart(10, '0'), name }
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

/** Waits until the text is taken, so that a slow or closed reader is noticed. */
const print = (text: string): Promise<void> =>
  new Promise((done, fail) => process.stdout.write(text, (error) => (error ? fail(error) : done())))

const writeRanks = async (candidates: string, queries: string, top: number): Promise<void> => {
  const asked = readNames(queries)
  let next = asked.next()
  if (next.done) throw new BadInput(`${queries} has no names to search for.`)
  const index = buildIndex(readNames(candidates))
  if (index.length === 0) throw new BadInput(`${candidates} has no names to search among.`)
  await print('query\trank\tcandidate\tlog10LR\n')
  for (; !next.done; next = asked.next()) {
    const { name } = next.value
    const hits = search(index, name, top)
    if (hits.length === 0) process.stderr.write(`No name to search for in: ${name.slice(0, 60)}\n`)
    await print(hits.map((hit, i) => `${name}\t${i + 1}\t${hit.name}\t${hit.log10LR.toFixed(3)}\n`).join(''))
  }
}

const main = async (args: string[]): Promise<void> => {
  const { values, positionals } = readOptions(args)
  if (values.help) return print(HELP)
  if (positionals.length !== 1 || positionals[0] !== 'search') {
    throw new BadInput('The only command is "search"; see names --help.')
  }
  const { candidates, queries } = values
  if (!candidates || !queries) throw new BadInput('Both --candidates FILE and --queries FILE are needed.')
  const top = Number(values.top)
  if (!/^\d+$/.test(values.top) || top < 1) throw new BadInput('--top must be a whole number, 1 or more.')
  await writeRanks(candidates, queries, top)
}

const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE'

// The write's own promise reports a closed pipe.
process.stdout.on('error', () => {})
try {
  await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof BadInput) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  } else if (!isClosedPipe(error)) throw error
}
