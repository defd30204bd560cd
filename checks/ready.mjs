// Runs before `npm start` and `npm test`, on whatever Node the machine has (20 or later): installs what is missing.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const manifests = [
  'package.json',
  'package-lock.json',
  ...['kinship', 'names', 'airlift', 'app'].map((name) => `${name}/package.json`),
]
const wanted = manifests
  .reduce((hash, name) => hash.update(readFileSync(join(root, name))), createHash('sha256'))
  .update(`${process.platform}-${process.arch}`)
  .digest('hex')
const mark = join(root, 'node_modules/.sandsage-installed')

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Sandsage needs Node 20 or later to start from; this is ${process.versions.node}.`)
  process.exit(1)
}
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  console.error('Installing what Sandsage is made of (about a minute the first time) ...')
  // `install` and not `ci`: some platforms' builds of optional packages are missing from the registry, and `ci` insists on them.
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const { status } = spawnSync(
    npm[0],
    [...npm.slice(1), 'install', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: npm.length === 1 && process.platform === 'win32',
    },
  )
  if (status !== 0) {
    console.error(
      'The installation did not finish. Check the network and the free space on the disk, then run the same command again.',
    )
    process.exit(1)
  }
  writeFileSync(mark, wanted)
}
