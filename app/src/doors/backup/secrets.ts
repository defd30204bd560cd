import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Identity } from '../../platform/backup/vault.ts'
import { StartProblem } from '../../platform/refusal.ts'

/** An age identity under a passphrase; parts are encrypted to its recipient. */
const LOCKED = 'identity.age'
const LEAST_PASSPHRASE = 12

/** Asks at the terminal without showing what is typed; where nobody sits at one, says which option answers it. */
async function askHidden(question: string, instead: string): Promise<string> {
  if (!process.stdin.isTTY) throw new StartProblem(`${question}: nobody can be asked here. ${instead}`)
  process.stderr.write(`${question}: `)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const line = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await line.question('')
  } finally {
    line.close()
    process.stderr.write('\n')
  }
}

const passphrase = (): Promise<string> | string =>
  process.env.SANDSAGE_BACKUP_PASSPHRASE ??
  askHidden('The passphrase of the backup', 'Set SANDSAGE_BACKUP_PASSPHRASE.')

/** Makes an age identity and writes it where nothing stands yet. Answers its recipient. */
export async function newIdentity(path: string): Promise<string> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  try {
    writeFileSync(path, `# recipient: ${recipient}\n${identity}\n`, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    throw new StartProblem(`The identity was not written to ${path}: ${(cause as Error).message}.`)
  }
  return recipient
}

/** Makes the identity of a series that a passphrase opens; the same one again where there is one already. */
export async function lockByPassphrase(folder: string): Promise<string> {
  if (existsSync(join(folder, LOCKED))) return identityToRecipient(await unlock(folder))
  const phrase = await passphrase()
  if (phrase.length < LEAST_PASSPHRASE)
    throw new StartProblem(`The passphrase is too short: ${LEAST_PASSPHRASE} characters at least.`)
  const identity = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.setPassphrase(phrase)
  writeFileSync(join(folder, LOCKED), await encrypter.encrypt(identity), { mode: 0o600 })
  return identityToRecipient(identity)
}

async function unlock(folder: string): Promise<Identity> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(await passphrase())
  try {
    return await decrypter.decrypt(readFileSync(join(folder, LOCKED)), 'text')
  } catch {
    throw new StartProblem(`This passphrase does not open ${join(folder, LOCKED)}.`)
  }
}

function readIdentities(path: string): Identity[] {
  if (!existsSync(path)) throw new StartProblem(`There is no identity file ${path}.`)
  const lines = readFileSync(path, 'utf8').split(/\r?\n/)
  const found = lines.map((line) => line.trim()).filter((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (found.length === 0) throw new StartProblem(`${path} holds no age identity (AGE-SECRET-KEY-...).`)
  return found
}

/** What opens a series: identity files that were named, its passphrase, or a file that is asked for. */
export async function openingOf(folder: string, files: string[]): Promise<Identity[]> {
  if (files.length) return files.flatMap(readIdentities)
  if (existsSync(join(folder, LOCKED))) return [await unlock(folder)]
  return readIdentities(await askHidden('The file with the age identity', 'Name it with --identity FILE.'))
}

/** A recipient is checked before hours of work are encrypted to it. */
export function requireRecipient(text: string): string {
  try {
    new Encrypter().addRecipient(text)
    return text
  } catch {
    throw new StartProblem(`"${text}" is no age recipient (age1...).`)
  }
}

/** The master key as it was kept: a copy of master.key, or its 64 hexadecimal digits. */
export async function askMaster(file: string | undefined): Promise<Buffer> {
  if (file) {
    if (!existsSync(file)) throw new StartProblem(`There is no file ${file} with a master key.`)
    return toMaster(readFileSync(file), file)
  }
  const text = await askHidden(
    'The master key (64 hexadecimal digits, or the path of a copy of master.key)',
    'Name a copy of master.key with --master-key FILE, or set SANDSAGE_MASTER_KEY.',
  )
  return existsSync(text) ? toMaster(readFileSync(text), text) : toMaster(Buffer.from(text), 'what was typed')
}

function toMaster(content: Buffer, where: string): Buffer {
  if (content.length === 32) return content
  const text = content.toString('utf8').trim()
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  throw new StartProblem(`${where} is no master key: 32 bytes, or 64 hexadecimal digits.`)
}
