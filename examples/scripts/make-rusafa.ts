import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeRusafa } from './rusafa/make.ts'

/** Writes `examples/rusafa` anew: `node examples/scripts/make-rusafa.ts [folder with the NIST files]`. */
const frequencies =
  process.argv[2] ?? fileURLToPath(new URL('../../../shared/data/frequencies', import.meta.url))
const target = new URL('../rusafa/', import.meta.url)

for (const [name, content] of Object.entries(makeRusafa(frequencies)))
  writeFileSync(new URL(name, target), content)
