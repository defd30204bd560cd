import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

export type Source = { path: string; text: string }

const SKIPPED = new Set(['node_modules', 'dist', 'out', '.git', 'tables'])

/** Every source file below a folder, by its path from the root of the project. */
export function sourcesBelow(folder: string): Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : sourcesBelow(path)
    if (!/\.(ts|tsx|mjs)$/.test(entry.name)) return []
    return [{ path: relative('.', path), text: readFileSync(join(root, path), 'utf8') }]
  })
}

export const isTest = ({ path }: Source): boolean => /\.test\.tsx?$|\/testing\//.test(path)

/** What a file imports: relative ones as paths from the root, packages by name. Text inside comments does not count. */
export function importsOf({ path, text }: Source): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const found = [...code.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!)
  return found.map((name) => (name.startsWith('.') ? join(path, '..', name) : name))
}
