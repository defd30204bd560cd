import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leafOf } from '../core/leaf.ts'
import { rootOf } from '../core/merkle.ts'
import { signCheckpoint } from '../signing.ts'
import { copyLog, type MemoryLog, makeLog, memorySource, signer, toRow } from '../testing/memory.ts'
import { tamperings } from '../testing/tampering.ts'
import { verifyLog } from './verify.ts'

const small = makeLog(29, 6)
// Long enough for two kept nodes and for more than one batch.
const large = makeLog(530, 97)
const verify = (log: MemoryLog, exported?: string) => verifyLog(memorySource(log), { exported })

/** Tampers with a copy and asks for the finding that names it. */
async function tamper(log: MemoryLog, name: string, seeds: number[]): Promise<string | undefined> {
  const copy = copyLog(log)
  let at = 0
  const isNamed = tamperings[name]!(copy, (below) => seeds[at++ % seeds.length]! % below)
  const { findings } = await verify(copy)
  // Nothing that was left alone may be accused; only a key speaks of all events of its person.
  const accused = new Set(findings.flatMap(({ id }) => id ?? []))
  const isFair = accused.size <= 2 || name === 'a key exchanged'
  return isFair && findings.some(isNamed) ? undefined : `${name}: ${JSON.stringify(findings)}`
}

test.each([
  ['29 events', small],
  ['530 events', large],
  ['no event', makeLog(0, 1)],
  ['one event', makeLog(1, 1)],
])('a log of %s that nobody touched has nothing to find', async (_, log) => {
  const { findings, notices, counts } = await verify(log)
  expect({ findings, notices }).toEqual({ findings: [], notices: [] })
  expect(counts.events).toBe(log.events.length)
  const sealed = log.events.filter(({ bytes }) => bytes).length
  expect(counts.opened + counts.erased).toBe(sealed)
})

const seeds = fc.array(fc.nat(), { minLength: 4, maxLength: 4 })

describe('whatever single thing is changed behind the back of the log is found and named', () => {
  test.each(Object.keys(tamperings))('%s', async (name) => {
    await fc.assert(
      fc.asyncProperty(seeds, async (some) => {
        expect(await tamper(small, name, some)).toBeUndefined()
      }),
      { numRuns: 70 },
    )
    await fc.assert(
      fc.asyncProperty(seeds, async (some) => {
        expect(await tamper(large, name, some)).toBeUndefined()
      }),
      { numRuns: 4 },
    )
  })
})

test('a node of the tree that was changed, taken or added', async () => {
  const changed = copyLog(large)
  changed.nodes[1]!.hash[3]! ^= 4
  expect((await verify(changed)).findings).toEqual([{ kind: 'node-changed', level: 8, index: 1 }])
  const taken = copyLog(large)
  taken.nodes.shift()
  expect((await verify(taken)).findings).toEqual([{ kind: 'node-removed', level: 8, index: 0 }])
  const added = copyLog(large)
  added.nodes.push({ level: 16, index: 0, hash: new Uint8Array(32) })
  expect((await verify(added)).findings).toEqual([{ kind: 'node-extra', level: 16, index: 0 }])
})

describe('which field it was, where it can be told', () => {
  test.each([
    ['class', { class: 'dna' }],
    ['by', { by: null }],
    ['about', { about: '{}' }],
    ['type', { type: 'casefile.opened' }],
    ['unknown', { device: 'elsewhere' }],
  ] as const)('%s', async (field, change) => {
    const log = copyLog(small)
    const event = log.events[6]!
    Object.assign(event.row, change)
    const { findings } = await verify(log)
    expect(findings).toContainEqual({ kind: 'changed', id: event.row.id, seq: event.row.seq, field })
  })
})

test('a key that was destroyed is no finding; one that was exchanged is', async () => {
  const erased = copyLog(small)
  const [person] = erased.keys.keys()
  erased.keys.delete(person!)
  const { findings, counts } = await verify(erased)
  expect(findings).toEqual([])
  expect(counts.erased).toBeGreaterThan((await verify(small)).counts.erased)
})

describe('a checkpoint that left the house', () => {
  const exported = small.checkpoints[2]!.note
  test('is the beginning of the log', async () => {
    expect((await verify(small, exported)).findings).toEqual([])
  })
  test('shows a log that was written anew and signed anew with the stolen key', async () => {
    const forged = rewrite(copyLog(small), 4)
    expect((await verify(forged)).findings).toEqual([])
    expect((await verify(forged, exported)).findings).toEqual([{ kind: 'export-differs', to: 18 }])
  })
  test('shows a log that was cut', async () => {
    const cut = rewrite(makeCut(copyLog(small), 12), 0)
    expect((await verify(cut)).findings).toEqual([])
    expect((await verify(cut, exported)).findings).toEqual([{ kind: 'export-longer', to: 18, index: 12 }])
  })
  test('of another log, without a signature of ours, or no checkpoint at all is said to be so', async () => {
    const kinds = async (note: string) => (await verify(small, note)).findings.map(({ kind }) => kind)
    expect(await kinds('hello')).toEqual(['export-unreadable'])
    expect(await kinds(exported.replaceAll('sandsage-log', 'other-log'))).toEqual(['export-other-log'])
    expect(await kinds(exported.replace(/AAAA|.(?=.{9}\n$)/, 'x'))).toEqual(['export-unsigned'])
  })
})

/** Somebody with the database and the key: changes an event and makes everything else fit. */
function rewrite(log: MemoryLog, at: number): MemoryLog {
  log.events[at]!.row.device = 'forged'
  log.leaves.forEach((leaf, index) => {
    leaf.hash = leafOf(toRow(log.events[index]!))
  })
  const hashes = log.leaves.map(({ hash }) => hash)
  const origin = signer.verifier.name
  for (const checkpoint of log.checkpoints)
    checkpoint.note = signCheckpoint(
      { origin, size: checkpoint.size, root: rootOf(hashes.slice(0, checkpoint.size)) },
      [signer],
    )
  const fresh = makeEdge(hashes)
  log.edge = { ...log.edge, size: hashes.length, hashes: fresh }
  return log
}

function makeEdge(hashes: Uint8Array[]): Buffer {
  const parts: Uint8Array[] = []
  for (let from = 0; from < hashes.length; ) {
    let width = 1
    while (width * 2 <= hashes.length - from) width *= 2
    parts.push(rootOf(hashes.slice(from, from + width)))
    from += width
  }
  return Buffer.concat(parts)
}

function makeCut(log: MemoryLog, size: number): MemoryLog {
  log.events = log.events.slice(0, size)
  log.leaves = log.leaves.slice(0, size)
  log.checkpoints = log.checkpoints.filter((checkpoint) => checkpoint.size <= size)
  const seqs = new Set(log.events.map(({ row }) => row.seq))
  log.files = log.files.filter(({ seq }) => seqs.has(seq))
  return log
}
