import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { findSecret, unwrapSecret } from '../../casefile/protection/ring.ts'
import { newest, partPath, type Series } from '../../platform/backup/series.ts'
import { type Identity, readSealed } from '../../platform/backup/vault.ts'
import { openDatabase } from '../../platform/database.ts'
import type { Folder } from '../../platform/folder.ts'
import { masterKeys } from '../../platform/keys/find.ts'
import type { MasterKeys } from '../../platform/keys/master-keys.ts'
import { StartProblem } from '../../platform/refusal.ts'

/**
 * Lists are authenticated with a key drawn from the house's own secret, which stays the same when the master key
 * is changed. A house from before it had one draws from its master key, which then became its secret.
 */
export async function secretOf(url: string, masters: MasterKeys): Promise<Buffer | undefined> {
  const db = openDatabase(url, 1)
  try {
    return (await db.transaction().execute((tx) => findSecret(tx, masters))) ?? masters.first
  } catch (cause) {
    if ((cause as { code?: string }).code === '42P01') return masters.first
    throw cause
  } finally {
    await db.destroy()
  }
}

/** Whether there is a house here whose backups these could be. */
export const hasHouse = (folder: Folder): boolean =>
  Boolean(process.env.DATABASE_URL) || existsSync(join(folder.path, 'cluster', 'PG_VERSION'))

export const houseSecret = async (folder: Folder, url: string): Promise<Buffer> => {
  const secret = await secretOf(url, await masterKeys(folder))
  if (!secret) throw new StartProblem('There is no house in this database.')
  return secret
}

async function readWhole(path: string, identities: Identity[]): Promise<string> {
  const pieces: Buffer[] = []
  const into = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(piece)
      done()
    },
  })
  await readSealed(path, identities, () => into)
  return Buffer.concat(pieces).toString()
}

/** COPY's text format: a backslash stands before itself, and bytes are written as \x and hexadecimal digits. */
const bytesOf = (field: string): Buffer => Buffer.from(field.replace(/^\\\\x/, ''), 'hex')

/**
 * The secret of the house that made a key backup, by its master key. Nobody vouches for the list yet; the secret
 * does once it opens, because only the holder of the master key can have wrapped it.
 */
export async function secretInBackup(
  keys: Series,
  identities: Identity[],
  masters: MasterKeys,
): Promise<Buffer> {
  const { tables } = newest({ path: keys.path })
  const saved = tables.find(({ schema, name }) => schema === 'keystore' && name === 'secrets')
  for (const part of saved?.parts ?? []) {
    const text = await readWhole(partPath(keys, part.file), identities)
    const rows = text.split('\n').map((line) => line.split('\t'))
    const at = (name: string) => saved!.columns.indexOf(name)
    const row = rows.find((fields) => fields[at('name')] === 'house')
    const [master, wrapped] = [row?.[at('master')], row?.[at('wrapped')]]
    if (master && wrapped) return unwrapSecret(masters, { master, wrapped: bytesOf(wrapped) })
  }
  if (!masters.first) throw new StartProblem(`The key backup in ${keys.path} is from before a key service.`)
  return masters.first
}
