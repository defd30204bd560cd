import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { checkContents } from '../platform/backup/load.ts'
import { makeSeries, type Series } from '../platform/backup/series.ts'
import { type Folder, readPrivate, writePrivately } from '../platform/folder.ts'
import { StartProblem } from '../platform/refusal.ts'
import { newSecret } from '../platform/sealing.ts'
import { version } from '../server.ts'
import { check, choose, rehearse, type Source } from './backup/fill.ts'
import { listBackups, toMegabytes } from './backup/list.ts'
import { type Made, makeBackup, rowsOf } from './backup/make.ts'
import { hasHouse, houseSecret } from './backup/secret.ts'
import { lockByPassphrase, newIdentity, openingOf, requireRecipient } from './backup/secrets.ts'
import { withDatabase } from './maintenance.ts'

const print = (text: string) => void process.stdout.write(`${text}\n`)
const say = (text: string) => void (process.stderr.isTTY && process.stderr.write(`\r${text}`))

/** Where the last one went, so that the next needs no words: a timer can simply ask for `sandsage backup`. */
const PLACE = 'backup.json'
type Place = { to: string; keys: string }

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const texts = { type: 'string', multiple: true } as const
const options = {
  keys: text,
  recipient: texts,
  passphrase: flag,
  keep: text,
  'keep-keys': text,
  'new-identity': text,
  identity: texts,
  verify: flag,
  list: flag,
  check: flag,
} as const

/** The words after `backup` or `restore`, or a sentence about the one that is not known. */
export function parseWords<O extends ParseArgsOptionsConfig>(words: string[], known: O) {
  try {
    return parseArgs({ args: words, options: known, allowPositionals: true })
  } catch (cause) {
    throw new StartProblem(`${(cause as Error).message.split('.')[0]}. See: sandsage backup --help`)
  }
}

function wholeNumber(text: string | undefined, otherwise: number, name: string): number {
  const number = text === undefined ? otherwise : Number(text)
  if (!Number.isInteger(number) || number < 1) throw new StartProblem(`--${name} is a whole number from 1.`)
  return number
}

function placeOf(folder: Folder, to: string | undefined, keys: string | undefined): Place {
  // Whole paths: the next one may be asked for from another folder.
  if (to) return { to: resolve(to), keys: resolve(keys ?? `${to.replace(/\/+$/, '')}-keys`) }
  const kept = readPrivate(folder, PLACE)?.toString()
  if (!kept) throw new StartProblem('Say where the backup goes: sandsage backup FOLDER --recipient age1...')
  return { ...(JSON.parse(kept) as Place), ...(keys ? { keys: resolve(keys) } : {}) }
}

function tellMade(folder: Folder, { to, keys }: Place, made: Made): void {
  const parts = made.listing.tables.flatMap((table) => table.parts).length
  print(
    `Saved ${rowsOf(made.listing, 'events')} events as they were at ${made.listing.at}: ${made.written} of ${parts} parts (${toMegabytes(made.writtenBytes)}) are new${made.wentOn ? ', the rest of an interrupted backup was used' : ''}.`,
  )
  print(`Data: ${to}\nKeys: ${keys} (keep them in another place: they have a short life of their own)`)
  if (existsSync(join(folder.path, 'master.key')))
    print(
      `The master key is in neither. Without a copy of ${folder.path}/master.key nobody can be read again.`,
    )
}

/** Without a house nobody says whose the lists are; what they say of their files is checked all the same. */
const UNKNOWN_HOUSE = 'There is no house here: nothing says that the lists are as they were written.'

async function checkSeries(source: Source): Promise<void> {
  const chosen = choose({ ...source, olderKeys: true })
  await check(source, chosen, (bytes) => say(toMegabytes(bytes)))
  print(
    `Every file of the backup of ${chosen.data.at} and of the keys of ${chosen.keys.at} is as it was written.`,
  )
  if (!source.data.secret) print(UNKNOWN_HOUSE)
  if (source.identities.length === 0) return print('With --identity FILE it is also opened.')
  await checkContents(source.data, chosen.data, source.identities)
  await checkContents(source.keys, chosen.keys, source.identities)
  print('Every file opens with this identity.')
}

/** Looks at what is there: in a folder without a house too, as on the machine a backup is kept on. */
async function lookAt(folder: Folder, place: Place, list: boolean, named: string[]): Promise<void> {
  const secret = hasHouse(folder) ? await withDatabase(folder, (url) => houseSecret(folder, url)) : undefined
  const data: Series = { path: place.to, secret }
  const keys: Series = { path: place.keys, secret }
  if (!list) {
    const identities = named.length ? await openingOf(place.to, named) : []
    return checkSeries({ data, keys, identities })
  }
  print(listBackups(data, keys))
  if (!secret) print(UNKNOWN_HOUSE)
}

type Values = ReturnType<typeof parseWords<typeof options>>['values']

async function makeOne(folder: Folder, url: string, place: Place, values: Values): Promise<void> {
  const secret = await houseSecret(folder, url)
  makeSeries(place.to, secret)
  const recipients = values.passphrase
    ? [await lockByPassphrase(place.to)]
    : (values.recipient ?? []).map(requireRecipient)
  const identities = values.verify ? await openingOf(place.to, values.identity ?? []) : []
  const made = await makeBackup(url, secret, {
    ...{ ...place, recipients, madeBy: version },
    keep: wholeNumber(values.keep, 30, 'keep'),
    keepKeysDays: wholeNumber(values['keep-keys'], 7, 'keep-keys'),
    tell: (parts: number, bytes: number) => say(`${parts} parts, ${toMegabytes(bytes)}`),
  })
  tellMade(folder, place, made)
  writePrivately(folder, PLACE, JSON.stringify(place))
  if (!values.verify) return
  const name = `sandsage_rehearsal_${newSecret(8).toLowerCase()}`
  const source = { data: { path: place.to, secret }, keys: { path: place.keys, secret }, identities }
  const { events, papers, kept } = await rehearse(url, name, source)
  print(`Restored for a trial and compared byte for byte: ${events} events, ${papers} papers, ${kept} keys.`)
}

/** `sandsage backup`: makes, lists, checks and rehearses backups. */
export async function backup(folder: Folder, words: string[]): Promise<void> {
  const { values, positionals } = parseWords(words, options)
  const fresh = values['new-identity']
  if (fresh)
    return print(
      `Encrypt to it: --recipient ${await newIdentity(fresh)}\nKeep ${fresh} away from this machine: it opens the backups.`,
    )
  const place = placeOf(folder, positionals[0], values.keys)
  if (values.list || values.check) return lookAt(folder, place, Boolean(values.list), values.identity ?? [])
  if (!hasHouse(folder)) throw new StartProblem(`There is no house in ${folder.path} to save.`)
  await withDatabase(folder, (url) => makeOne(folder, url, place, values))
}
