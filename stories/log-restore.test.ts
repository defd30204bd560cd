import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { expect, test } from 'vitest'
import { atLog } from '../app/src/casefile/proof/desk.ts'
import { newestCheckpoint, sequence } from '../app/src/casefile/proof/sequencer.ts'
import { databaseSource } from '../app/src/casefile/proof/verify/database.ts'
import { verifyLog } from '../app/src/casefile/proof/verify/verify.ts'
import { check, choose, fill } from '../app/src/doors/backup/fill.ts'
import { makeBackup } from '../app/src/doors/backup/make.ts'
import { openHouse } from '../app/src/opening.ts'
import { clearanceReady } from './backup-world.ts'
import { newDatabase, openTestHouse } from './house.ts'

test('a restored house has the same tree, signs with the same key, and goes on from the last checkpoint', async () => {
  const world = await openTestHouse()
  const folder = mkdtempSync(join(tmpdir(), 'sandsage-log-'))
  const { master } = world.house
  const identity = await generateX25519Identity()
  const { child } = await clearanceReady(world, 'mark')
  await atLog(world.house, (desk) => sequence(desk))
  // Recorded and not yet in the tree when it is saved.
  await world.as('coordinator')('casefile', 'openFile', { file: child })
  const kept = (await atLog(world.house, ({ tx }) => newestCheckpoint(tx)))!
  const places = { to: join(folder, 'data'), keys: join(folder, 'keys') }
  await makeBackup(world.url, master, {
    ...{ ...places, recipients: [await identityToRecipient(identity)], keep: 30, keepKeysDays: 7 },
    ...{ madeBy: 'test', partBytes: 8192 },
  })
  const source = {
    ...{ data: { path: places.to, master }, keys: { path: places.keys, master }, identities: [identity] },
  }
  const chosen = choose(source)
  await check(source, chosen)
  const url = await newDatabase()
  await fill(url, source, chosen)
  const house = await openHouse(url, master)
  try {
    expect(await atLog(house, ({ tx }) => newestCheckpoint(tx))).toEqual(kept)
    expect(await atLog(house, (desk) => sequence(desk))).toBe(1)
    const report = await house.owner
      .transaction()
      .execute((tx) =>
        verifyLog(databaseSource(tx, master, { types: [], classes: [] }), { exported: kept.note }),
      )
    expect(report).toMatchObject({ findings: [], notices: [] })
    expect(report.counts.events).toBe(kept.size + 1)
  } finally {
    await house.close()
    await world.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
