import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StartProblem } from '../platform/refusal.ts'

const app = join(dirname(fileURLToPath(import.meta.url)), '../..')
const sources = [
  'src',
  'index.html',
  'vite.config.ts',
  '../kinship/src',
  '../kinship/tables',
  '../names/src',
  '../airlift/src',
].map((path) => join(app, path))

function newest(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  return stat.isDirectory()
    ? readdirSync(path).reduce((last, name) => Math.max(last, newest(join(path, name))), 0)
    : stat.mtimeMs
}

/**
 * Builds the screens where there are none yet or a source is newer than they are.
 *
 * They are built beside the old ones and take their place at once: a house that is open from the same folder
 * never serves half of them.
 */
export function buildScreens(tell: (line: string) => void): void {
  // Screens built elsewhere are taken as they are.
  if (process.env.SANDSAGE_DIST) return
  const mark = join(app, 'dist/built')
  if (existsSync(mark) && sources.every((path) => newest(path) <= statSync(mark).mtimeMs)) return
  tell('Building the screens ...')
  const begun = new Date()
  const fresh = join(app, `dist-${process.pid}`)
  const vite = join(app, '../node_modules/vite/bin/vite.js')
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', app, '--outDir', fresh, '--logLevel', 'error'],
    { encoding: 'utf8' },
  )
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new StartProblem(
      `The screens could not be built: ${stderr.trim().split('\n').slice(0, 5).join(' ')}`,
    )
  }
  writeFileSync(join(fresh, 'built'), '')
  // A source saved while they were being built is newer than they are.
  utimesSync(join(fresh, 'built'), begun, begun)
  putInPlace(fresh, join(app, 'dist'))
}

function putInPlace(fresh: string, place: string): void {
  const old = `${fresh}-old`
  if (existsSync(place)) renameSync(place, old)
  renameSync(fresh, place)
  rmSync(old, { recursive: true, force: true })
}
