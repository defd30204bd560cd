/**
 * Compiles scan.ts and writes kinship/src/search/scan.generated.ts, the module as base64.
 *
 *   node kinship/search-kernel/build.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const options = ['--optimizeLevel', '3', '--converge', '--noAssert', '--runtime', 'stub', '--importMemory']

/** The bytes of the compiled kernel. */
export async function compileKernel(): Promise<Uint8Array> {
  const source = readFileSync(join(import.meta.dirname, 'scan.ts'), 'utf8')
  let bytes: Uint8Array | null = null
  const { error, stderr } = await asc.main(
    ['scan.ts', '--outFile', 'scan.wasm', '--enable', 'simd', ...options],
    {
      readFile: (name) => (name === 'scan.ts' ? source : null),
      writeFile: (_name, contents) => {
        if (typeof contents !== 'string') bytes = contents
      },
      listFiles: () => [],
    },
  )
  if (error || !bytes) throw new Error(`The kernel does not compile: ${error?.message} ${stderr.toString()}`)
  return bytes
}

/** The TypeScript module that carries the bytes. */
export function moduleText(bytes: Uint8Array): string {
  const base64 = Buffer.from(bytes).toString('base64')
  return `/** Written by kinship/search-kernel/build.ts from scan.ts; not by hand. */\nexport const scanModule =\n  '${base64}'\n`
}

export const generatedFile = join(import.meta.dirname, '..', 'src', 'search', 'scan.generated.ts')

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(generatedFile, moduleText(await compileKernel()))
