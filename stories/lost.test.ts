import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect } from '../app/src/platform/backup/tables.ts'
import { isRunning, postmasterOf, processesIn } from '../app/src/platform/cluster.ts'
import {
  type Folder,
  lockFolder,
  openFolder,
  runningServer,
  unlockFolder,
} from '../app/src/platform/folder.ts'
import { type Postgres, startPostgres } from '../app/src/platform/postgres.ts'
import { judge, nothingSeen, openOwner, readOn } from '../bench/lost/check.ts'
import { askAgain, writeOn } from '../bench/lost/clients.ts'
import { killDatabase, stopInOrder } from '../bench/lost/server.ts'
import { begin, killAndCount } from '../bench/lost.ts'

const tellsProcesses = existsSync('/proc/self/cwd')

test.skipIf(!tellsProcesses)(
  'killed in the middle of writes by 8 clients: nothing acknowledged is lost or doubled, and lists equal a rebuild',
  async () => {
    const result = await killAndCount(6)
    expect(result.lost).toEqual([])
    expect(result.doubled).toEqual([])
    expect(result.differing).toEqual([])
    expect(result.disordered).toEqual([])
    expect(result).toMatchObject({ times: 6, vanished: 0, filedWrongly: 0, refused: [], proof: '' })
    expect(result.acknowledged).toBeGreaterThan(48)
    expect(result.found).toBe(result.acknowledged)
    expect(result.askedAgain).toBeGreaterThan(0)
  },
  240_000,
)

const asRoot = process.getuid?.() === 0
let path: string
let folder: Folder
let cluster: string
let running: Postgres | undefined
let bystander: ChildProcess | undefined

beforeAll(async () => {
  path = mkdtempSync(join(tmpdir(), 'sandsage-leftovers-'))
  chmodSync(path, 0o755)
  folder = openFolder(path)
  cluster = join(path, 'cluster')
  await (await startPostgres(folder)).stop()
})
beforeEach(async () => {
  await running?.stop()
  running = undefined
  bystander?.kill()
})
afterAll(async () => {
  await running?.stop()
  bystander?.kill()
  rmSync(path, { recursive: true, force: true })
})

const answers = async ({ url }: Postgres): Promise<number> => {
  const client = await connect(url)
  const { rows } = await client.query<{ one: number }>('select 1 as one')
  await client.end()
  return rows[0]!.one
}
const leave = (content: string) => writeFileSync(join(cluster, 'postmaster.pid'), content, { mode: 0o600 })

test.each(['', 'garbage', '12'.repeat(9), '\n\n'])(
  'a half-written postmaster.pid (%j) does not keep it from starting',
  async (content) => {
    leave(content)
    running = await startPostgres(folder)
    expect(await answers(running)).toBe(1)
  },
)

test.skipIf(!tellsProcesses)(
  'a postmaster.pid that names another program by now: it starts, and the other one lives',
  async () => {
    bystander = spawn('sleep', ['60'], { cwd: '/', ...(asRoot ? { uid: 65534, gid: 65534 } : {}) })
    leave(`${bystander.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n  1234567   7\nready   \n`)
    running = await startPostgres(folder)
    expect(await answers(running)).toBe(1)
    await running.stop()
    running = undefined
    expect([bystander.exitCode, bystander.signalCode]).toEqual([null, null])
    expect(() => process.kill(bystander!.pid!, 0)).not.toThrow()
  },
)

test.skipIf(!tellsProcesses)(
  'killed under a living server, the database is back at the same address with what it had',
  async () => {
    const told: string[] = []
    running = await startPostgres(folder, (line) => told.push(line))
    const client = await connect(running.url)
    await client.query('create table public.kept (n int); insert into public.kept values (7)')
    const first = postmasterOf(cluster)
    expect(killDatabase(path)).toBeGreaterThan(3)
    for (let i = 0; i < 200 && (postmasterOf(cluster) === first || !isRunning(cluster)); i++) await wait(50)
    for (let i = 0; i < 200 && (await answers(running).catch(() => 0)) === 0; i++) await wait(50)
    const again = await connect(running.url)
    expect((await again.query('select n from public.kept')).rows).toEqual([{ n: 7 }])
    await again.end()
    expect(told).toEqual(['The database ended without being asked to; it is started again.'])
  },
)

test.skipIf(!tellsProcesses)('after stop() it stays stopped, and nothing of it is left', async () => {
  const postgres = await startPostgres(folder)
  await postgres.stop()
  await wait(600)
  expect([isRunning(cluster), processesIn(cluster)]).toEqual([false, []])
})

test.each(['', '{"pid": 1', '{"pid": 999999999, "address": "http://127.0.0.1:1"}', '[]', 'null'])(
  'a half-written server.json (%j) locks nobody out',
  (content) => {
    writeFileSync(join(path, 'server.json'), content)
    expect(runningServer(folder)).toBeUndefined()
    lockFolder(folder, 'http://127.0.0.1:2')
    expect(runningServer(folder)?.pid).toBe(process.pid)
    unlockFolder(folder)
  },
)

/** A disk of its own that can be filled; only the superuser of a Linux machine may make one. */
function smallDisk(megabytes: number): string | undefined {
  const place = mkdtempSync(join(tmpdir(), 'sandsage-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', place], {
      stdio: 'ignore',
    })
    return place
  } catch {
    rmSync(place, { recursive: true })
    return undefined
  }
}

const disk = process.platform === 'linux' && asRoot ? smallDisk(560) : undefined
afterAll(() => {
  if (!disk) return
  execFileSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true })
})

/** Until nothing more goes in, whoever else writes meanwhile: so it always ends with an error. */
function fillUp(place: string): void {
  const filled = spawnSync('dd', ['if=/dev/zero', `of=${join(place, 'filler')}`, 'bs=4096'], {
    stdio: 'ignore',
  })
  expect(filled.status).toBe(1)
}

test.skipIf(!disk)(
  'a full disk: what cannot be kept is not acknowledged, what was acknowledged is there when there is space again',
  async () => {
    const data = join(disk!, 'data')
    mkdirSync(data, { mode: 0o755 })
    const world = await begin(data, 4)
    try {
      let over = false
      const write = () =>
        Promise.all(world.clients.map((client) => writeOn(client, world.wire, world.shared, () => over)))
      setTimeout(() => (over = true), 700)
      await write()
      const before = world.clients.flatMap((client) => client.answered).length
      expect(before).toBeGreaterThan(4)

      fillUp(disk!)
      over = false
      const giveUp = setTimeout(() => (over = true), 30_000)
      await write()
      clearTimeout(giveUp)
      // Every client came to a write that found no space, and got no answer to it.
      expect(world.clients.filter((client) => client.pending)).toHaveLength(4)

      rmSync(join(disk!, 'filler'))
      for (const client of world.clients) await askAgain(client, world.wire)
      const owner = openOwner(data)
      const seen = nothingSeen()
      await readOn(owner, seen)
      await owner.close()
      const verdict = judge(world.clients, seen)
      expect([verdict.lost, verdict.doubled]).toEqual([[], []])
      expect(verdict.found).toBeGreaterThan(before)
    } finally {
      await stopInOrder(world.server)
    }
  },
  180_000,
)

test.skipIf(!disk)('a start on a full disk is told in one sentence, before anything is written', async () => {
  fillUp(disk!)
  const data = join(disk!, 'other')
  mkdirSync(data)
  const cli = new URL('../app/src/cli.ts', import.meta.url).pathname
  const started = spawn(process.execPath, [cli, 'start'], {
    env: { ...process.env, SANDSAGE_DATA: data, PORT: '0' },
  })
  bystander = started
  let text = ''
  started.stderr.on('data', (part) => (text += part))
  const code = await new Promise((resolve) => started.on('exit', resolve))
  expect([code, text.trim()]).toEqual([
    1,
    expect.stringMatching(/^The disk of .* is full: .* Nothing was changed\.$/),
  ])
  expect(existsSync(join(data, 'cluster'))).toBe(false)
  rmSync(join(disk!, 'filler'))
})
