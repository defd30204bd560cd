import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** `npm test`: every tier in order; what fails first is said first. Arguments go to the test runner. */
const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (path: string) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url))

const tiers: { name: string; command: string[] }[] = [
  { name: 'form', command: [bin('@biomejs/biome/bin/biome'), 'ci', '--diagnostic-level=error'] },
  ...['kinship', 'kinship/tsconfig.node.json', 'names', 'airlift', 'app', 'checks/pure.json'].map(
    (project) => ({
      name: `types of ${project}`,
      command: [bin('typescript/bin/tsc'), '-p', project],
    }),
  ),
  { name: 'screens', command: [fileURLToPath(new URL('screens.ts', import.meta.url))] },
  { name: 'tests', command: [bin('vitest/vitest.mjs'), 'run', ...process.argv.slice(2)] },
]

for (const { name, command } of tiers) {
  process.stdout.write(`== ${name}\n`)
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    process.stdout.write(`== ${name}: failed\n`)
    process.exit(status ?? 1)
  }
}
