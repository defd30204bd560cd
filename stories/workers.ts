import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestHouse } from './house.ts'

const cli = fileURLToPath(new URL('../app/src/cli.ts', import.meta.url))

/** Processes that only work, as on another machine: they have the database, the key, and nothing else. */
export function openWorkers(world: TestHouse) {
  const data = mkdtempSync(join(tmpdir(), 'sandsage-work-'))
  chmodSync(data, 0o755)
  writeFileSync(join(data, 'master.key'), world.house.master)
  const running = new Set<ChildProcess>()
  const said: string[] = []
  return {
    start() {
      const worker = spawn(process.execPath, [cli, 'work'], {
        env: { ...process.env, SANDSAGE_DATA: data, DATABASE_URL: world.url },
      })
      running.add(worker)
      for (const stream of [worker.stdout, worker.stderr])
        stream.on('data', (part) => said.push(String(part)))
      worker.on('exit', () => running.delete(worker))
      return worker
    },
    /** Asks again and again until there is an answer; what the workers said is told when it does not come. */
    async until<T>(find: () => Promise<T | undefined | false>, seconds: number): Promise<T> {
      for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
        const found = await find()
        if (found) return found
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      throw new Error(
        `it did not come; the workers said: ${said.join('')} the server: ${world.faults.join('; ')}`,
      )
    },
    kill() {
      for (const worker of running) worker.kill('SIGKILL')
    },
    close: () => rmSync(data, { recursive: true, force: true }),
  }
}
