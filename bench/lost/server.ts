import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isRunning, postmasterOf, processesIn } from '../../app/src/platform/cluster.ts'

const cli = fileURLToPath(new URL('../../app/src/cli.ts', import.meta.url))
const LONGEST_MS = 60_000

export type Server = { process: ChildProcess; output: () => string; ended: Promise<unknown> }
export type Kind = 'server' | 'database' | 'both'
export const kinds: Kind[] = ['server', 'database', 'both']

/** Another house of the same person must not be the one that is killed. */
function withoutOwn({ DATABASE_URL, SANDSAGE_MASTER_KEY, ...env }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return env
}

/** The real server as a person starts it, but for the screens, which nobody looks at here. */
export function spawnServer(data: string): Server {
  const dist = join(data, 'no-screens')
  mkdirSync(dist, { recursive: true })
  writeFileSync(join(dist, 'index.html'), '')
  const env = { SANDSAGE_DATA: data, PORT: '0', SANDSAGE_EXAMPLE: 'accounts', SANDSAGE_DIST: dist }
  const started = spawn(process.execPath, [cli, 'start'], {
    env: { ...withoutOwn(process.env), ...env },
  })
  let text = ''
  for (const stream of [started.stdout, started.stderr])
    stream.on('data', (part) => (text = (text + part).slice(-20_000)))
  const ended = new Promise((resolve) => started.on('exit', resolve))
  return { process: started, output: () => text, ended }
}

/** What `sandsage log verify` says of the log: every event is in its Merkle tree, every checkpoint holds. */
export function verifyLog(data: string): Promise<{ code: number | null; text: string }> {
  const env = { ...withoutOwn(process.env), SANDSAGE_DATA: data, SANDSAGE_LANGUAGE: 'en' }
  const verifying = spawn(process.execPath, [cli, 'log', 'verify'], { env })
  let text = ''
  for (const stream of [verifying.stdout, verifying.stderr]) stream.on('data', (part) => (text += part))
  return new Promise((resolve) => verifying.on('exit', (code) => resolve({ code, text: text.trim() })))
}

export async function addressOf({ process, output }: Server): Promise<string> {
  for (let waited = 0; waited < LONGEST_MS; waited += 20) {
    const address = output().match(/open at (\S+)/)?.[1]
    if (address && output().includes('Ctrl+C')) return address
    if (process.exitCode !== null) break
    await wait(20)
  }
  throw new Error(`the server did not start:\n${output()}`)
}

/** The first process and all its children at once, without a chance to write anything, as when the power goes. */
export function killDatabase(data: string): number {
  const cluster = join(data, 'cluster')
  const first = isRunning(cluster) ? postmasterOf(cluster) : undefined
  const all = (processesIn(cluster) ?? []).sort((a, b) => Number(b === first) - Number(a === first))
  for (const pid of all) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself a moment before.
    }
  }
  return all.length
}

export async function killServer(server: Server): Promise<void> {
  server.process.kill('SIGKILL')
  await server.ended
}

export async function kill(kind: Kind, server: Server, data: string): Promise<void> {
  if (kind !== 'database') server.process.kill('SIGKILL')
  if (kind !== 'server') killDatabase(data)
  if (kind !== 'database') await server.ended
}

export async function stopInOrder(server: Server): Promise<void> {
  server.process.kill('SIGINT')
  await server.ended
}
