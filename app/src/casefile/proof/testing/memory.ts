import { hash, randomBytes, randomUUID } from 'node:crypto'
import { newId } from '../../../platform/identity.ts'
import { seal, unseal } from '../../../platform/sealing.ts'
import { append, edgeRoot, emptyEdge } from '../core/edge.ts'
import { type EventRow, idsIn, leafOf } from '../core/leaf.ts'
import type { Hash } from '../core/merkle.ts'
import { writeVerifier } from '../core/note.ts'
import { KEPT_LEVELS } from '../sequencer.ts'
import { signCheckpoint, signerOf } from '../signing.ts'
import type { KeptCheckpoint, Leaf, LogSource, Opening } from '../verify/source.ts'

/** A log as rows in memory, as the tables of the database hold it. */
export type MemoryLog = {
  events: { row: Omit<EventRow, 'sealed'>; bytes: Buffer | null }[]
  leaves: Leaf[]
  nodes: { level: number; index: number; hash: Hash }[]
  checkpoints: KeptCheckpoint[]
  waiting: number[]
  files: { seq: number; file: string }[]
  keys: Map<string, Buffer>
  edge: { origin: string; size: number; hashes: Buffer }
  verifiers: string[]
}

export const signer = signerOf('sandsage-log/memory', randomBytes(32))
const TYPES = ['casefile.described', 'casefile.opened', 'evidence.weighed', 'evacuation.planned']
const CLASSES = ['file', 'opening', 'finding', 'flight']
const START = Date.UTC(2026, 0, 1)

const isoOf = (time: number): string => `${new Date(time).toISOString().replace(/\.?0*Z$/, '')}Z`

function makeEvent(at: number, people: string[], keys: Map<string, Buffer>): MemoryLog['events'][number] {
  const id = newId(START + at * 1000)
  const kind = at % TYPES.length
  const sealedOnes = kind % 2 === 0
  const about = sealedOnes
    ? [people[at % people.length]!]
    : [people[at % people.length]!, people[(at + 1) % people.length]!]
  const key = keys.get(about[0]!) ?? randomBytes(32)
  const bytes = sealedOnes ? seal(key, JSON.stringify({ at }), `event ${id} about ${about[0]}`) : null
  const row = {
    ...{ seq: at * 2 + 1, id, about: `{${about.join(',')}}`, type: TYPES[kind]!, class: CLASSES[kind]! },
    ...{ occurred: isoOf(START + at * 1000 - 5000), recorded: isoOf(START + at * 1000) },
    ...{ by: at % 5 ? people[0]! : null, device: 'web', open: bytes ? null : `{"at": ${at}}` },
  }
  return { row, bytes }
}

/** A whole log of `count` events with a checkpoint every `every`; the last person's key was destroyed. */
export function makeLog(count: number, every: number): MemoryLog {
  const people = Array.from({ length: 6 }, () => randomUUID())
  const keys = new Map(people.slice(0, -1).map((id) => [id, randomBytes(32)]))
  const events = Array.from({ length: count }, (_, at) => makeEvent(at, people, keys))
  const edge = emptyEdge()
  const log: MemoryLog = {
    ...{ events, leaves: [], nodes: [], checkpoints: [], waiting: [], keys },
    files: events.flatMap(({ row }) => idsIn(row.about).map((file) => ({ seq: row.seq, file }))),
    edge: { origin: signer.verifier.name, size: 0, hashes: Buffer.alloc(0) },
    verifiers: [writeVerifier(signer.verifier)],
  }
  for (const event of events) {
    const leaf = leafOf(toRow(event))
    log.leaves.push({ index: edge.size, seq: event.row.seq, id: event.row.id, hash: leaf })
    append(edge, leaf, (node) => node.level % KEPT_LEVELS === 0 && log.nodes.push(node))
    if (edge.size % every === 0 || edge.size === count) {
      const root = edgeRoot(edge)
      const note = signCheckpoint({ origin: signer.verifier.name, size: edge.size, root }, [signer])
      log.checkpoints.push({ number: log.checkpoints.length + 1, size: edge.size, note })
    }
  }
  log.edge = { ...log.edge, size: edge.size, hashes: Buffer.concat(edge.hashes) }
  return log
}

export const toRow = ({ row, bytes }: MemoryLog['events'][number]): EventRow => ({
  ...row,
  sealed: bytes && { sha256: hash('sha256', bytes, 'hex'), bytes: bytes.length },
})

export const copyLog = (log: MemoryLog): MemoryLog => ({
  ...structuredClone({ ...log, keys: undefined, events: undefined, edge: undefined }),
  events: log.events.map(({ row, bytes }) => ({ row: { ...row }, bytes: bytes && Buffer.from(bytes) })),
  edge: { ...log.edge, hashes: Buffer.from(log.edge.hashes) },
  keys: new Map(log.keys),
})

function openingOf(log: MemoryLog, { row, bytes }: MemoryLog['events'][number]): Opening | undefined {
  if (!bytes) return undefined
  const [about = ''] = idsIn(row.about)
  const key = log.keys.get(about)
  if (!key) return 'erased'
  try {
    unseal(key, bytes, `event ${row.id} about ${about}`)
    return 'opens'
  } catch {
    return 'does-not-open'
  }
}

const BATCH = 64

/** The same questions as a database answers, from the arrays. */
export function memorySource(log: MemoryLog): LogSource {
  const bySeq = new Map(log.events.map((event) => [event.row.seq, event]))
  const leaves = log.leaves.toSorted((a, b) => a.index - b.index)
  const placed = new Set(log.leaves.map((leaf) => leaf.seq))
  const pairsOf = (of: { seq: number; file: string }[]) =>
    new Set(of.map(({ seq, file }) => `${seq} ${file}`))
  return {
    tree: async () => log.edge,
    pairs: async (after) =>
      leaves
        .filter((leaf) => leaf.index > after)
        .slice(0, BATCH)
        .map((leaf) => {
          const event = bySeq.get(leaf.seq)
          return { leaf, event: event && { ...toRow(event), opening: openingOf(log, event) } }
        }),
    event: async (id) => {
      const event = log.events.find(({ row }) => row.id === id)
      return event && toRow(event)
    },
    nodes: async (level, from, to) =>
      log.nodes.filter((node) => node.level === level && node.index >= from && node.index < to),
    nodesPerLevel: async () =>
      [...new Set(log.nodes.map((node) => node.level))].map((level) => ({ level, count: 0 })),
    checkpoints: async (after) =>
      log.checkpoints.filter(({ number }) => number > after).sort((a, b) => a.number - b.number),
    verifiers: async () => log.verifiers,
    unplaced: async () =>
      log.events
        .filter(({ row }) => !placed.has(row.seq))
        .sort((a, b) => a.row.seq - b.row.seq)
        .map((event) => ({ row: toRow(event), waiting: log.waiting.includes(event.row.seq), seconds: 1 })),
    strays: async () => log.waiting.filter((seq) => !bySeq.has(seq) || placed.has(seq)),
    async fileDifferences() {
      const wanted = log.events.flatMap(({ row }) => idsIn(row.about).map((file) => ({ seq: row.seq, file })))
      const [is, should] = [pairsOf(log.files), pairsOf(wanted)]
      return [
        ...wanted.filter((one) => !is.has(`${one.seq} ${one.file}`)).map((one) => ({ ...one, extra: false })),
        ...log.files
          .filter((one) => !should.has(`${one.seq} ${one.file}`))
          .map((one) => ({ ...one, extra: true })),
      ]
    },
    known: async () => ({ types: TYPES, classes: CLASSES, accounts: [...log.keys.keys()] }),
    filesOf: async (seq) => log.files.filter((one) => one.seq === seq).map((one) => one.file),
  }
}
