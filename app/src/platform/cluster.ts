import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A cluster's first process, by the number it wrote into its folder; undefined where that file holds no number. */
export function postmasterOf(cluster: string): number | undefined {
  const path = join(cluster, 'postmaster.pid')
  if (!existsSync(path)) return undefined
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

/** Every process of PostgreSQL works in the folder of its cluster; undefined where the kernel does not tell. */
export function processesIn(cluster: string): number[] | undefined {
  if (!existsSync('/proc/self/cwd') || !existsSync(cluster)) return undefined
  const folder = realpathSync(cluster)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, folder))
}

/** By its name as well: somebody's terminal may stand in the folder too. */
function worksIn(pid: number, folder: string): boolean {
  try {
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether the cluster's first process is alive; another program that got its number is not taken for it. */
export function isRunning(cluster: string): boolean {
  const pid = postmasterOf(cluster)
  if (pid === undefined) return false
  return existsSync('/proc/self/cwd') ? worksIn(pid, realpathSync(cluster)) : exists(pid)
}

/**
 * Clears what a crash left, so that PostgreSQL starts: a file that was half written, or that names a number
 * another program has by now (PostgreSQL would wait for that program, and stopping it would end the wrong one).
 * Processes that outlived their first one end by themselves; those that do not are ended, because PostgreSQL
 * rightly refuses to start beside them.
 */
export async function clearLeftovers(cluster: string, patienceMs = 5000): Promise<void> {
  if (isRunning(cluster)) return
  for (let waited = 0; processesIn(cluster)?.length && waited < patienceMs; waited += 50) await wait(50)
  for (const pid of processesIn(cluster) ?? []) process.kill(pid, 'SIGKILL')
  while (processesIn(cluster)?.length) await wait(20)
  if (processesIn(cluster) || postmasterOf(cluster) === undefined)
    rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/** Looks after a cluster until told to stop: when it ended without being asked to, it is started again. */
export function watch(cluster: string, startAgain: () => Promise<void>): () => Promise<void> {
  let stopped = false
  let restarting: Promise<void> | undefined
  const again = async () => {
    for (let pause = 200; !stopped && !isRunning(cluster); pause = Math.min(2 * pause, 10_000)) {
      await startAgain().catch(() => {})
      if (!isRunning(cluster)) await wait(pause)
    }
    restarting = undefined
  }
  const timer = setInterval(() => {
    if (!stopped && !isRunning(cluster)) restarting ??= again()
  }, 250)
  timer.unref()
  return async () => {
    stopped = true
    clearInterval(timer)
    await restarting
  }
}
