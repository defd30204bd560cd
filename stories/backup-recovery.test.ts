import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { openKeys } from '../app/src/casefile/keys.ts'
import { readLog } from '../app/src/casefile/log.ts'
import { runOperation } from '../app/src/casefile/operation.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { type OpenHouse, openHouse } from '../app/src/opening.ts'
import { operations } from '../app/src/operations.ts'
import { connect } from '../app/src/platform/backup/tables.ts'
import { openFolder } from '../app/src/platform/folder.ts'
import { type Postgres, startPostgres } from '../app/src/platform/postgres.ts'
import { differingTables } from '../bench/lost/check.ts'
import { killDatabase } from '../bench/lost/server.ts'

/** The steps of docs/backup.md, "To a point in time", with the binaries that come with Sandsage. */
const MASTER = Buffer.alloc(32, 5)
const places = ['first', 'second', 'archive', 'base'].map((name) => {
  const place = mkdtempSync(join(tmpdir(), `sandsage-${name}-`))
  chmodSync(place, 0o755)
  return place
})
const [first, second, archive, base] = places as [string, string, string, string]
const asRoot = process.getuid?.() === 0
let running: Postgres | undefined
afterAll(async () => {
  await running?.stop()
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

/** PostgreSQL runs as an unprivileged user where this runs as root: what it reads and writes must be that user's. */
function give(path: string): void {
  if (!asRoot) return
  chownSync(path, 65534, 65534)
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
    chownSync(join(entry.parentPath, entry.name), 65534, 65534)
}

const setting = (cluster: string, lines: string[]) =>
  writeFileSync(join(cluster, 'postgresql.conf'), `\n${lines.join('\n')}\n`, { flag: 'a' })

async function describe(house: OpenHouse, account: string, name: string): Promise<string> {
  const actor = { id: account, name: '', profession: 'coordinator' as const, language: 'en' as const }
  const description = {
    ...{ names: { en: name }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
    ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
  }
  const answer = await runOperation(
    house,
    { actor, language: 'en', device: 'story' },
    'casefile.describeOperation',
    operations.casefile.describeOperation,
    { description },
  )
  return (answer as { id: string }).id
}

async function copyBase(client: pg.Client, cluster: string): Promise<void> {
  await client.query(`select pg_backup_start('base', true)`)
  // Everything but the WAL, which comes from the archive, and what belongs to the running process.
  cpSync(cluster, base, {
    recursive: true,
    filter: (path) => !/\/(pg_wal\/.+|postmaster\.(pid|opts))$/.test(path),
  })
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop()')
  writeFileSync(join(base, 'backup_label'), rows[0]!.labelfile)
}

async function archiveNow(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ file: string }>('select pg_walfile_name(pg_switch_wal()) as file')
  for (let i = 0; i < 600 && !readdirSync(archive).includes(rows[0]!.file); i++) await wait(50)
  expect(readdirSync(archive)).toContain(rows[0]!.file)
}

test.skipIf(process.platform === 'win32')(
  'a house goes back to a moment: what was written before it is there, what came after is not',
  async () => {
    give(archive)
    const cluster = join(first, 'cluster')
    await (await startPostgres(openFolder(first))).stop()
    setting(cluster, [
      'archive_mode = on',
      `archive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f'`,
    ])
    running = await startPostgres(openFolder(first))
    const house = await openHouse(running.url, MASTER)
    const account = await makeAccount(house.owner, {
      ...{ name: 'The coordinator', profession: 'coordinator', language: 'en', wholeHouse: true },
    })
    const client = await connect(running.url)
    const before = await describe(house, account, 'Before the base')
    await copyBase(client, cluster)
    const kept = await describe(house, account, 'Kept')
    await wait(50)
    const { rows } = await client.query<{ at: string }>('select clock_timestamp()::text as at')
    await wait(50)
    const undone = await describe(house, account, 'Undone')
    await archiveNow(client)
    await client.end()
    await house.close()
    // The machine is gone; what is left is the base, the archive, and the password kept with the settings.
    const leaving = running
    running = undefined
    await leaving.stop()
    killDatabase(first)

    const restored = join(second, 'cluster')
    mkdirSync(restored, { mode: 0o700 })
    cpSync(base, restored, { recursive: true })
    cpSync(join(first, 'postgres.password'), join(second, 'postgres.password'))
    rmSync(first, { recursive: true })
    mkdirSync(join(restored, 'pg_wal'), { recursive: true })
    setting(restored, [
      'archive_mode = off',
      `restore_command = 'cp ${archive}/%f %p'`,
      `recovery_target_time = '${rows[0]!.at}'`,
      `recovery_target_action = 'promote'`,
    ])
    writeFileSync(join(restored, 'recovery.signal'), '')
    give(restored)
    chmodSync(restored, 0o700)
    running = await startPostgres(openFolder(second))
    const again = await connect(running.url)
    const recovering = async () =>
      (await again.query<{ yes: boolean }>('select pg_is_in_recovery() as yes')).rows[0]!.yes
    for (let i = 0; i < 600 && (await recovering()); i++) await wait(50)
    expect(await recovering()).toBe(false)
    await again.end()

    const back = await openHouse(running.url, MASTER)
    const events = await back.owner
      .transaction()
      .execute((tx) => readLog(tx, openKeys(tx, MASTER, undefined), 0, 1000))
    const about = events.flatMap((event) => event.about)
    expect([about.includes(before), about.includes(kept), about.includes(undone)]).toEqual([
      true,
      true,
      false,
    ])
    expect(await differingTables({ db: back.owner, master: MASTER, close: async () => {} })).toEqual([])
    // It goes on from there.
    expect(await describe(back, account, 'Afterwards')).toBeTruthy()
    await back.close()
  },
  180_000,
)
