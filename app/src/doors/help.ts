import { toKebab } from '../casefile/asking.ts'
import { fieldLines, inputSchema } from './arguments.ts'
import { allOperations, findOperation } from './openapi.ts'

const stations = () => [...new Set(allOperations.map((entry) => entry.station))]

const general = () => `Sandsage: the way home of a child, from a request to a published figure.

  sandsage start                         open the house on this machine
  sandsage work                          take long work (searches) off the server, on this or another machine
  sandsage accounts begin NAME           make the first administrator of an empty house; prints a one-time link
  sandsage accounts approve [NUMBER]     stand in for a second administrator where there is none
  sandsage accounts recover NAME         an administrator who lost every way to sign in, where no other one can help
  sandsage sign-in LINK                  sign in with a one-time link, for the commands below
  sandsage <station> <verb> [--field value ...] [--json]
  sandsage <station> --help              what can be asked of a station
  sandsage log rebuild                   write every list and search table anew from the log
  sandsage log verify                    recompute the whole log against what was signed; names what was changed
           [--checkpoint FILE] [--key KEY]   also against a checkpoint and a key that were kept elsewhere
  sandsage log checkpoint                the newest signed checkpoint, to be kept elsewhere
  sandsage log prove EVENT               the proof that an event stands in the log, to be handed on
  sandsage log check FILE [--key KEY] [--paper FILE]   whether a proof holds; needs neither server nor database
  sandsage log rotate-key                sign with a new key from now on
  sandsage keys rotate                   wrap every person's key anew under a new master key, while the house goes on
  sandsage keys show                     which master key wraps how many keys
  sandsage backup FOLDER                 save the house while it works; sandsage backup --help
  sandsage restore FOLDER                make an empty house the one that was saved

Stations: ${stations().join(', ')}
Data folder: SANDSAGE_DATA. Another server: SANDSAGE_SERVER and SANDSAGE_TOKEN. Language: SANDSAGE_LANGUAGE (kk, ru, en, ar).`

const saving = `sandsage backup FOLDER --recipient age1...    the first time; afterwards just: sandsage backup
  --recipient age1...      for whom it is encrypted; more than one may be named
  --passphrase             encrypt under a passphrase instead (asked, or SANDSAGE_BACKUP_PASSPHRASE)
  --new-identity FILE      make an age identity and print its recipient
  --keys FOLDER            where the keys go; FOLDER-keys beside the data unless named
  --keep N                 how many backups are kept (30)
  --keep-keys DAYS         how long old keys are kept (7)
  --verify                 restore it into a database made for the trial and compare every byte (--identity FILE)
sandsage backup [FOLDER] --list                what backups there are and how old
sandsage backup [FOLDER] --check               every file is as it was written; with --identity FILE it also opens

sandsage restore FOLDER --identity FILE --master-key FILE
  --keys FOLDER            where the newest keys are
  --at TIME                the newest backup of this time or before (2026-11-20T08:00:00Z)
  --older-keys             take keys that are older than the data: who was added between stays sealed

The master key is in no backup: keep a copy of master.key apart. docs/backup.md has the whole of it.`

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
  if (station === 'backup' || station === 'restore') return saving
  if (!station || !stations().includes(station)) return general()
  return (verb && forVerb(station, verb)) || forStation(station)
}
