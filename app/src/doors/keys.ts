import { sql } from 'kysely'
import { openSecrets } from '../casefile/protection/ring.ts'
import { rotateKeys } from '../casefile/protection/rotate.ts'
import { migrations } from '../opening.ts'
import { type Database, openDatabase } from '../platform/database.ts'
import type { Folder } from '../platform/folder.ts'
import { masterKeys } from '../platform/keys/find.ts'
import type { MasterKeys } from '../platform/keys/master-keys.ts'
import { migrate } from '../platform/migrate.ts'
import { withDatabase } from './maintenance.ts'

const print = (text: string) => void process.stdout.write(`${text}\n`)
const tell = (keys: number) => void (process.stderr.isTTY && process.stderr.write(`\r${keys} keys`))

/** The commands over keys; undefined for a word that is none of them. */
export const keysCommands: Record<string, (folder: Folder) => Promise<void>> = {
  rotate: (folder) => asOwner(folder, rotate),
  show: (folder) => asOwner(folder, show),
}

async function asOwner(
  folder: Folder,
  work: (db: Database, masters: MasterKeys) => Promise<void>,
): Promise<void> {
  await withDatabase(folder, async (url) => {
    const db = openDatabase(url, 2)
    try {
      await migrate(db, migrations)
      const masters = await masterKeys(folder)
      // Refused before anything is changed where this is not the house's master key.
      await openSecrets(db, masters)
      await work(db, masters)
    } finally {
      await db.destroy()
    }
  })
}

async function rotate(db: Database, masters: MasterKeys): Promise<void> {
  const { keys, continued } = await rotateKeys(db, masters, tell)
  print(
    `${continued ? 'The rotation that was under way is finished. ' : ''}${keys} keys were wrapped anew; the master key is now ${masters.current}.`,
  )
  print('Keep a copy of it apart, and the old one as long as there are backups of keys made under it.')
}

async function show(db: Database, masters: MasterKeys): Promise<void> {
  const { rows } = await sql<{ id: string; master: string; keys: number; retiring: Date | null }>`
    select w.id, w.master, w.retiring, ((select count(*) from keystore.keys k where k.by = w.id)
      + (select count(*) from keystore.class_keys k where k.by = w.id))::int as keys
    from keystore.wrapping_keys w order by w.began`.execute(db)
  print(`The master key here is ${masters.current}.`)
  for (const { id, master, keys, retiring } of rows)
    print(`${id}: ${keys} keys, wrapped by the master key ${master}${retiring ? ', being replaced' : ''}`)
}
