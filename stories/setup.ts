import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openFolder } from '../app/src/platform/folder.ts'
import { startPostgres } from '../app/src/platform/postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

/** One real PostgreSQL for the whole run; every story makes a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const path = mkdtempSync(join(tmpdir(), 'sandsage-test-'))
  chmodSync(path, 0o755)
  const postgres = await startPostgres(openFolder(path))
  project.provide('postgres', postgres.url)
  return async () => {
    await postgres.stop()
    rmSync(path, { recursive: true, force: true })
  }
}
