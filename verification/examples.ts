import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A case with the values another program computes for it. `relTolerance` is `null` where it simulates. */
export type Example = {
  id: string
  kind: string
  relTolerance?: number | null
  expected: Record<string, unknown>
}

export const defaultFolder = join(import.meta.dirname, '../../shared/data/kinship')

/** The examples of a folder of case files, in the order of the files; none where there is no folder. */
export function readExamples(folder: string): Example[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  return files.flatMap((name): Example[] => JSON.parse(readFileSync(join(folder, name), 'utf8')).cases)
}
