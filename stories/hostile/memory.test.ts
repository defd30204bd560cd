import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { type Bomb, texts } from './bombs/texts.ts'
import { workbooks } from './bombs/workbooks.ts'

/** With every reader of the science too: SANDSAGE_ALL_READERS=1, two minutes more. */
const READERS = process.env.SANDSAGE_ALL_READERS ? ['all'] : []
/** The modules alone take 60 MB; so 256 MB are left for a file of 24 MB and all that is made of it. */
const HEAP_MB = 320
/** With the bytes themselves, which lie outside the heap: the file, what it unpacks to (48 MB), and copies of both. */
const MOST_MEMORY = 1_300_000_000
/** On two cores that do other things too. */
const SLOWEST_MS = 20_000

const folder = mkdtempSync(join(tmpdir(), 'sandsage-bombs-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Line = { path?: string; reader?: string; ended?: string; ms?: number; peak?: number }

/** Reads all of them in one process of little memory; the last line of one that died names what it died of. */
async function readWithLittle(paths: string[]): Promise<{ lines: Line[]; code: number | string | null }> {
  const program = fileURLToPath(new URL('./bombs/read.ts', import.meta.url))
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, program, ...READERS], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.stdin.end(paths.join('\n'))
  let said = ''
  let silent = Date.now()
  child.stdout.on('data', (part) => {
    said += part
    silent = Date.now()
  })
  const watch = setInterval(() => Date.now() - silent > 3 * SLOWEST_MS && child.kill('SIGKILL'), 1000)
  const code = await new Promise<number | string | null>((resolve) =>
    child.on('close', (status, signal) => resolve(status ?? signal)),
  )
  clearInterval(watch)
  const lines = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  return { lines, code }
}

test.each([
  ['texts', texts],
  ['workbooks', workbooks],
])(
  'no %s that somebody made for it takes the memory or the time of the house',
  async (what, bombs: Bomb[]) => {
    const paths = bombs.map(({ bytes }, at) => {
      const path = join(folder, `${what}-${at}`)
      writeFileSync(path, bytes())
      return path
    })
    const nameOf = (path = '') => bombs[paths.indexOf(path)]?.name
    const { lines, code } = await readWithLittle(paths)
    const last = lines.at(-1)
    expect(code, `died reading ${nameOf(last?.path)} by ${last?.reader}`).toBe(0)
    const wrong = lines.filter(
      ({ ended, ms = 0 }) => ended && (!/^(read|no: [a-z-]+)$/.test(ended) || ms > SLOWEST_MS),
    )
    expect(wrong.map((line) => ({ ...line, path: nameOf(line.path) }))).toEqual([])
    const ended = lines.filter((line) => line.ended)
    const slowest = Math.max(...ended.map(({ ms }) => ms!))
    process.stderr.write(
      `${what}: ${bombs.length} files, ${ended.length} readings, ${ended.filter((line) => line.ended !== 'read').length} refused, slowest ${slowest} ms, peak ${Math.round(last!.peak! / 1e6)} MB\n`,
    )
    expect(last!.peak).toBeLessThan(MOST_MEMORY)
  },
  600_000,
)
