import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, makeKernel } from './kernel.ts'
import { lanes } from './kernel-twin.ts'
import { scanModule } from './scan.generated.ts'

const int16 = fc.oneof(fc.integer({ min: -32768, max: 32767 }), fc.constantFrom(-32768, 32767, 0))

test('the SIMD kernel reports what its plain twin reports, saturation included', () => {
  const property = fc.property(
    fc.integer({ min: 1, max: 40 }),
    fc.constantFrom(4, 8, 24),
    fc.array(int16, { minLength: 5 * lanes, maxLength: 5 * lanes }),
    fc.array(int16, { minLength: lanes, maxLength: lanes }),
    fc.array(fc.nat(4), { minLength: 40 * 24, maxLength: 40 * 24 }),
    (profiles, width, numbers, limits, rows) => {
      const cells = Uint16Array.from(rows.slice(0, profiles * width))
      const reports = [true, false].map((isSimdAllowed) => {
        const kernel = makeKernel({ cells, width, rows: 5, most: profiles }, isSimdAllowed)
        kernel.setTable(Int16Array.from(numbers))
        const from = Math.floor(profiles / 3)
        const reported = kernel.scan(from, profiles - from, Int16Array.from(limits))
        return [...kernel.found().subarray(0, 2 * reported)]
      })
      expect(reports[0]).toEqual(reports[1])
    },
  )
  fc.assert(property, { numRuns: 300 })
})

test('one locus, row 1 = [5, -3, 0, ...], limits 4: a profile at row 1 is reported for query 0 alone', () => {
  const table = new Int16Array(2 * lanes)
  table.set([5, -3], lanes)
  const kernel = makeKernel({ cells: Uint16Array.of(0, 0, 0, 0, 1, 0, 0, 0), width: 4, rows: 2, most: 2 })
  kernel.setTable(table)
  expect(kernel.scan(0, 2, new Int16Array(lanes).fill(4))).toBe(1)
  expect([...kernel.found().subarray(0, 2)]).toEqual([1, 1])
})

test('a host that refuses WebAssembly gets the plain twin', () => {
  const own = Reflect.get(globalThis, 'WebAssembly')
  const refusing = { ...own, Memory: own.Memory, Module: () => undefined }
  try {
    for (const host of [undefined, refusing]) {
      Reflect.set(globalThis, 'WebAssembly', host)
      expect(makeKernel({ cells: new Uint16Array(4), width: 4, rows: 1, most: 1 }).kind).toBe('plain')
    }
  } finally {
    Reflect.set(globalThis, 'WebAssembly', own)
  }
  expect(makeKernel({ cells: new Uint16Array(4), width: 4, rows: 1, most: 1 }).kind).toBe('simd')
})

const compiler = fileURLToPath(new URL('../../../node_modules/assemblyscript', import.meta.url))

test.skipIf(!existsSync(compiler))('the committed kernel is what its source compiles to', async () => {
  const { compileKernel, generatedFile, moduleText } = await import('../../search-kernel/build.ts')
  const { readFileSync } = await import('node:fs')
  const bytes = await compileKernel()
  expect([...bytesOf(scanModule)]).toEqual([...bytes])
  expect(readFileSync(generatedFile, 'utf8')).toBe(moduleText(bytes))
})
