import { toKebab } from '../casefile/asking.ts'
import { fieldLines, inputSchema } from './arguments.ts'
import { allOperations, findOperation } from './openapi.ts'

const stations = () => [...new Set(allOperations.map((entry) => entry.station))]

const general = () => `Sandsage: the way home of a child, from a request to a published figure.

  sandsage start                         open the house on this machine
  sandsage work                          take long work (searches) off the server, on this or another machine
  sandsage sign-in LINK                  sign in with a one-time link, for the commands below
  sandsage <station> <verb> [--field value ...] [--json]
  sandsage <station> --help              what can be asked of a station
  sandsage log rebuild                   write every list and search table anew from the log

Stations: ${stations().join(', ')}
Data folder: SANDSAGE_DATA. Another server: SANDSAGE_SERVER and SANDSAGE_TOKEN. Language: SANDSAGE_LANGUAGE (kk, ru, en, ar).`

function forStation(station: string): string {
  const lines = allOperations
    .filter((entry) => entry.station === station)
    .map(({ verb, operation }) => `  ${toKebab(verb).padEnd(28)} ${operation.summary}`)
  return [`sandsage ${station} <verb>`, '', ...lines].join('\n')
}

function forVerb(station: string, verb: string): string | undefined {
  const entry = findOperation(station, verb)
  if (!entry) return undefined
  const { operation } = entry
  return [
    `sandsage ${station} ${toKebab(entry.verb)}`,
    `${operation.summary}.`,
    `May: ${operation.may.join(', ')}.`,
    '',
    ...fieldLines(inputSchema(operation)),
    '  [--input FILE]   the whole input as JSON; - reads it from standard input',
    '  [--json]         print the answer as JSON',
  ].join('\n')
}

/** Help for what was typed so far; for words nobody knows, the general page. */
export function helpFor([station, verb]: string[]): string {
  if (!station || !stations().includes(station)) return general()
  return (verb && forVerb(station, verb)) || forStation(station)
}
