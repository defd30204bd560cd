import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { type Checked, checkProof } from '../casefile/proof/core/check.ts'
import { verifyEd25519 } from '../casefile/proof/core/ed25519.ts'
import { idsIn } from '../casefile/proof/core/leaf.ts'
import { parseVerifier, type Verifier } from '../casefile/proof/core/note.ts'
import { ownerDesk } from '../casefile/proof/desk.ts'
import { proveEvent } from '../casefile/proof/proving.ts'
import { rotateKey } from '../casefile/proof/rotating.ts'
import { newestCheckpoint, sequence } from '../casefile/proof/sequencer.ts'
import { databaseSource } from '../casefile/proof/verify/database.ts'
import type { Report } from '../casefile/proof/verify/findings.ts'
import { verifyLog } from '../casefile/proof/verify/verify.ts'
import { findSecret, firstRing, type KeyRing, ringOf } from '../casefile/protection/ring.ts'
import { registry } from '../opening.ts'
import { openDatabase, type Tx } from '../platform/database.ts'
import type { Folder } from '../platform/folder.ts'
import { masterKeys } from '../platform/keys/find.ts'
import { StartProblem } from '../platform/refusal.ts'
import { systemLanguage } from './command.ts'
import { rebuildLog, withDatabase } from './maintenance.ts'
import { say } from './say.ts'

const print = (text: string) => void process.stdout.write(text)
const tell = (key: string, values = {}) => print(`${say(systemLanguage(), key, values)}\n`)

/** The commands over the log itself; undefined for a word that is none of them. `check` needs no folder. */
export const logCommands: Record<string, (folder: () => Folder, words: string[]) => Promise<void>> = {
  rebuild: (folder) => rebuildLog(folder()),
  verify: (folder, words) => verify(folder(), words),
  checkpoint: (folder) => checkpoint(folder()),
  prove: (folder, words) => prove(folder(), words),
  'rotate-key': (folder) => rotate(folder()),
  check: (_folder, words) => check(words),
}

const options = {
  checkpoint: { type: 'string' },
  key: { type: 'string', multiple: true },
  paper: { type: 'string' },
} as const

function readWords(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true })
  } catch (cause) {
    throw new StartProblem((cause as Error).message)
  }
}

function readFile(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new StartProblem(`${path} cannot be read (${(cause as Error).message}).`)
  }
}

const toVerifiers = (keys: string[] | undefined): Verifier[] | undefined =>
  keys?.map((key) => {
    const verifier = parseVerifier(key)
    if (!verifier) throw new StartProblem(`${key}: ${say(systemLanguage(), 'log.key-wrong')}`)
    return verifier
  })

/** One transaction as the owner of the folder's database. Nothing is migrated: what is looked at stays as it is. */
async function asOwner<T>(
  folder: Folder,
  work: (tx: Tx, secret: Buffer, ring: KeyRing) => Promise<T>,
  snapshot = false,
): Promise<T> {
  return withDatabase(folder, async (url) => {
    const db = openDatabase(url, 1)
    try {
      const begin = snapshot ? db.transaction().setIsolationLevel('repeatable read') : db.transaction()
      return await begin.execute(async (tx) => {
        if (snapshot) await sql`set transaction read only`.execute(tx)
        const masters = await masterKeys(folder)
        const secret = await findSecret(tx, masters)
        if (secret) return work(tx, secret, ringOf(masters))
        if (!masters.first) throw new StartProblem('This house was never opened with its master key.')
        return work(tx, masters.first, firstRing(masters.first))
      })
    } catch (cause) {
      if (['42P01', '42703'].includes((cause as { code?: string }).code ?? ''))
        throw new StartProblem(
          'This database has no log yet, or one from before it was signed. Start it once.',
        )
      throw cause
    } finally {
      await db.destroy()
    }
  })
}

async function verify(folder: Folder, words: string[]): Promise<void> {
  const { values } = readWords(words)
  const exported = values.checkpoint && readFile(values.checkpoint).toString()
  const verifiers = toVerifiers(values.key)
  const progress = (count: number) => process.stderr.isTTY && process.stderr.write(`\r${count} events`)
  const named = {
    types: [...new Set(registry.events.map((event) => event.type))],
    classes: [...new Set(registry.events.map((event) => event.class))],
  }
  const report = await asOwner(
    folder,
    (tx, _secret, ring) =>
      verifyLog(databaseSource(tx, ring, named), {
        progress,
        ...(exported ? { exported } : {}),
        verifiers,
      }),
    true,
  )
  if (process.stderr.isTTY) process.stderr.write('\r')
  show(report)
  if (report.findings.length > 0) process.exitCode = 1
}

function show({ findings, notices, counts, more }: Report): void {
  const language = systemLanguage()
  const missing = { id: '?', seq: 0, to: 0, index: 0, level: 0, number: 0, file: '' }
  for (const finding of findings) {
    const field = say(language, `log.field.${finding.field ?? 'unknown'}`)
    tell(`log.found.${finding.kind}`, { ...missing, ...finding, field })
  }
  if (more) tell('log.more')
  for (const notice of notices) tell(`log.noticed.${notice.kind}`, notice)
  tell('log.verified', counts)
  tell(findings.length ? 'log.not-sound' : 'log.sound', { count: findings.length })
}

async function checkpoint(folder: Folder): Promise<void> {
  const newest = await asOwner(folder, async (tx, master) => {
    await sequence(ownerDesk(tx, master))
    return newestCheckpoint(tx)
  })
  if (newest) print(newest.note)
}

async function prove(folder: Folder, words: string[]): Promise<void> {
  const [event] = readWords(words).positionals
  if (!event || idsIn(event)[0] !== event)
    throw new StartProblem('Give the id of an event: sandsage log prove 0190...')
  const proof = await asOwner(folder, (tx, master) => proveEvent(ownerDesk(tx, master), event))
  if (!proof) throw new StartProblem(`No event ${event} is in this log.`)
  print(proof)
}

async function rotate(folder: Folder): Promise<void> {
  print(`${await asOwner(folder, (tx, master) => rotateKey(ownerDesk(tx, master)))}\n`)
}

/** Exit code 0: it holds and a given key vouches for it; 1: it does not hold; 2: no key was given. */
async function check(words: string[]): Promise<void> {
  const { values, positionals } = readWords(words)
  if (!positionals[0])
    throw new StartProblem('Give the file of a proof: sandsage log check FILE --key KEY --paper FILE')
  const question = {
    proof: readFile(positionals[0]).toString(),
    verifiers: toVerifiers(values.key),
    ...(values.paper ? { paper: readFile(values.paper) } : {}),
  }
  const checked = await checkProof(question, verifyEd25519)
  showChecked(checked, values.paper !== undefined)
  process.exitCode = !checked.holds ? 1 : checked.signers.length ? 0 : 2
}

function showChecked(checked: Checked, hasPaper: boolean): void {
  if (!checked.holds) {
    tell(`log.no.${checked.why}`)
    return
  }
  const { event, index, size, origin, signers, paper } = checked
  const language = systemLanguage()
  tell(signers.length ? (hasPaper ? 'log.yes' : 'log.yes-event') : 'log.unvouched')
  const line = (key: string, value: string) => print(`  ${say(language, key)}: ${value}\n`)
  line('log.kind', `${event.type} ${event.id}`)
  line('log.recorded', event.recorded)
  line('log.place', say(language, 'log.place-of', { place: index + 1, size }))
  line('log.origin', origin)
  for (const signer of signers) line('log.signed-by', signer)
  if (paper) line('log.digest', paper.sha256)
}
