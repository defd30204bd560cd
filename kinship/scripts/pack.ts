/**
 * The package as it is published: JavaScript and types in dist/, since Node strips no types below node_modules.
 *
 *   node kinship/scripts/pack.ts FOLDER      then: npm publish FOLDER
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const kinship = fileURLToPath(new URL('..', import.meta.url))
const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))

type Manifest = { exports: Record<string, string>; bin: Record<string, string>; [field: string]: unknown }

if (process.argv[2]) pack(resolve(process.argv[2]))
else process.stderr.write('Say where to: node kinship/scripts/pack.ts FOLDER\n')

function pack(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const arguments_ = [
    compiler,
    '-p',
    join(kinship, 'tsconfig.package.json'),
    '--outDir',
    join(folder, 'dist'),
  ]
  const { status } = spawnSync(process.execPath, arguments_, { stdio: 'inherit' })
  if (status !== 0) throw new Error('The package does not compile.')
  for (const part of ['tables', 'README.md'])
    cpSync(join(kinship, part), join(folder, part), { recursive: true })
  const manifest = JSON.parse(readFileSync(join(kinship, 'package.json'), 'utf8')) as Manifest
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(published(manifest), null, 2)}\n`)
}

/** The manifest with every source file replaced by what was made of it. */
function published(manifest: Manifest): Manifest {
  const made = (path: string) => path.replace('./src/', './dist/').replace(/\.ts$/, '')
  const exports = Object.entries(manifest.exports).map(([door, path]) => [
    door,
    { types: `${made(path)}.d.ts`, default: `${made(path)}.js` },
  ])
  const bin = Object.entries(manifest.bin).map(([name, path]) => [name, `${made(path)}.js`])
  return {
    ...manifest,
    exports: Object.fromEntries(exports),
    bin: Object.fromEntries(bin),
    files: ['dist', 'tables', 'README.md'],
  }
}
