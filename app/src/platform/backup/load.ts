import { createHash } from 'node:crypto'
import { PassThrough } from 'node:stream'
import pg from 'pg'
import { StartProblem } from '../refusal.ts'
import { copyIn, copyOut } from './copy.ts'
import { type ByLength, contentOf, look } from './ranges.ts'
import { type Listing, partPath, type Saved, type Series } from './series.ts'
import { nameOf, type Table } from './tables.ts'
import { type Identity, measure, readSealed } from './vault.ts'

/** Every file of a list is there with the bytes it was written with. Told before anything is touched. */
export async function checkFiles(
  series: Series,
  { tables }: Pick<Listing, 'tables'>,
  tell: (bytes: number) => void = () => {},
): Promise<void> {
  let bytes = 0
  for (const part of tables.flatMap((table) => table.parts)) {
    const path = partPath(series, part.file)
    const found = await measure(path)
    if (!found) throw new StartProblem(`The backup is not whole: ${path} is missing.`)
    if (found.bytes < part.bytes)
      throw new StartProblem(`${path} is cut short: ${found.bytes} of ${part.bytes} bytes.`)
    if (found.sha256 !== part.sha256)
      throw new StartProblem(`${path} is damaged: its bytes are not those written.`)
    bytes += part.bytes
    tell(bytes)
  }
}

/** Decrypts and unpacks every file and throws it away: the identity fits, and nothing inside is broken. */
export async function checkContents(
  series: Series,
  { tables }: Pick<Listing, 'tables'>,
  identities: Identity[],
) {
  for (const part of tables.flatMap((table) => table.parts)) {
    let bytes = 0
    const count = new PassThrough()
    count.on('data', (chunk: Buffer) => (bytes += chunk.length))
    await readSealed(partPath(series, part.file), identities, () => count)
    if (bytes !== part.plainBytes)
      throw new StartProblem(`${part.file} holds ${bytes} bytes, not ${part.plainBytes}.`)
  }
}

export type Loading = { client: pg.Client; series: Series; identities: Identity[]; byLength: ByLength }

/** Copies the saved rows of one table into a table that has its columns, whatever it is called; answers how many. */
export async function loadRows(loading: Loading, saved: Saved, into: string): Promise<number> {
  const columns = saved.columns.map((name) => pg.escapeIdentifier(name)).join(', ')
  let rows = 0
  for (const part of saved.parts) {
    let counted = () => 0
    await readSealed(partPath(loading.series, part.file), loading.identities, () => {
      const copy = copyIn(loading.client, `${into} (${columns})`)
      counted = copy.rows
      return copy.stream
    })
    if (counted() !== part.rows)
      throw new StartProblem(`${part.file} holds ${counted()} rows, not ${part.rows} as its list says.`)
    rows += part.rows
  }
  return rows
}

/**
 * Fills the empty tables of a list in the order of `present` (those that others point at first), inside the
 * caller's transaction. Triggers rest meanwhile: what they would write is in the backup.
 */
export async function loadTables(
  loading: Loading,
  tables: Saved[],
  present: Table[],
  tell: (rows: number) => void = () => {},
): Promise<void> {
  const { client } = loading
  const missing = tables.filter((table) => !present.some((one) => nameOf(one) === nameOf(table)))
  if (missing.length)
    throw new StartProblem(`This version has no table ${missing.map(nameOf)}, which the backup fills.`)
  let rows = 0
  for (const table of present) {
    const saved = tables.find((one) => nameOf(one) === nameOf(table))
    if (!saved) continue
    await client.query(`alter table ${nameOf(table)} disable trigger user`)
    rows += await loadRows(loading, saved, nameOf(table))
    await client.query(`alter table ${nameOf(table)} enable trigger user`)
    tell(rows)
  }
}

/** What PostgreSQL computes over the loaded rows is what it computed over the saved ones. */
export async function compareDigests({ client, byLength }: Loading, tables: Saved[]): Promise<void> {
  for (const table of tables)
    for (const part of table.parts) {
      const { rows, digest } = await look(client, table, part, byLength)
      if (rows !== part.rows || digest !== part.digest)
        throw new StartProblem(
          `${nameOf(table)} is not what was saved (${part.file}: ${rows} of ${part.rows} rows).`,
        )
    }
}

/** Copies every part out again and compares its SHA-256 with that of what was saved: byte for byte the same. */
export async function compareBytes({ client }: Loading, tables: Saved[]): Promise<void> {
  for (const table of tables)
    for (const part of table.parts) {
      const hash = createHash('sha256')
      for await (const chunk of copyOut(client, contentOf(table, part))) hash.update(chunk as Buffer)
      if (hash.digest('hex') !== part.plainSha256)
        throw new StartProblem(`${nameOf(table)} came back otherwise than it was saved (${part.file}).`)
    }
}

/** Numbers go on where they stood, or past the largest that was given. */
export async function setSequences(
  client: pg.Client,
  { sequences }: Pick<Listing, 'sequences'>,
): Promise<void> {
  for (const { name, last } of sequences)
    if (last > 0) await client.query('select setval($1::regclass, $2::bigint, true)', [name, last])
}
