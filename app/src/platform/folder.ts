import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { StartProblem } from './refusal.ts'

/** Where the house keeps its files on this machine; one house per folder. */
export type Folder = { path: string }

const LEAST_FREE_BYTES = 300 * 1024 * 1024

/** The superuser's home is closed to the unprivileged user PostgreSQL runs as, so it has a place of its own. */
export function defaultFolder(env = process.env): string {
  if (env.SANDSAGE_DATA) return env.SANDSAGE_DATA
  if (process.getuid?.() === 0) return '/var/lib/sandsage'
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'Sandsage')
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'sandsage')
}

export function openFolder(path: string): Folder {
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 })
  } catch (cause) {
    throw new StartProblem(
      `The data folder ${path} cannot be made (${(cause as Error).message}). Set SANDSAGE_DATA to a folder you may write to.`,
    )
  }
  return { path }
}

export function requireSpace(folder: Folder, least = LEAST_FREE_BYTES): void {
  const { bavail, bsize } = statfsSync(folder.path)
  const free = bavail * bsize
  if (free >= least) return
  const [has, needs] = [free, least].map((bytes) => Math.floor(bytes / 1048576))
  throw new StartProblem(
    `The disk of ${folder.path} is full: ${has} MB free, ${needs} MB needed. Free some space, or set SANDSAGE_DATA to a folder on another disk. Nothing was changed.`,
  )
}

/** What was written is on the disk, and not only on its way there. Windows knows no such thing for folders. */
function settle(path: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Written beside and renamed, so a crash leaves the old file or the new one and never half of one; on the disk
 * when this returns, so a power cut does not leave an empty one either.
 */
export function writePrivately(folder: Folder, name: string, content: string | Buffer): void {
  const path = join(folder.path, name)
  writeFileSync(`${path}.new`, content, { mode: 0o600, flush: true })
  chmodSync(`${path}.new`, 0o600)
  renameSync(`${path}.new`, path)
  settle(folder.path)
}

export function readPrivate(folder: Folder, name: string): Buffer | undefined {
  const path = join(folder.path, name)
  return existsSync(path) ? readFileSync(path) : undefined
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

type Running = { pid: number; address?: string; started?: string }

/** When a process started, from the kernel: a process id alone is reused after a restart of the machine. */
function startedAt(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19]
  } catch {
    return undefined
  }
}

export function runningServer(folder: Folder): Running | undefined {
  const text = readPrivate(folder, 'server.json')?.toString()
  if (!text) return undefined
  try {
    const running = JSON.parse(text) as Running
    if (!isAlive(running.pid)) return undefined
    return running.started === undefined || running.started === startedAt(running.pid) ? running : undefined
  } catch {
    return undefined
  }
}

/** One server per folder: the second one is told where the first one answers. */
export function lockFolder(folder: Folder, address?: string): void {
  const running = runningServer(folder)
  if (running && running.pid !== process.pid) {
    const where = running.address ? ` at ${running.address}` : ''
    throw new StartProblem(
      `Sandsage already runs in this data folder (${folder.path})${where}, process ${running.pid}. Open that one, or set SANDSAGE_DATA to start another house beside it.`,
    )
  }
  const mine: Running = { pid: process.pid, address, started: startedAt(process.pid) }
  writePrivately(folder, 'server.json', JSON.stringify(mine))
}

export const unlockFolder = (folder: Folder): void =>
  rmSync(join(folder.path, 'server.json'), { force: true })
