import { randomBytes, randomUUID } from 'node:crypto'
import { leafOf as forge } from '../core/leaf.ts'
import type { Finding } from '../verify/findings.ts'
import { type MemoryLog, toRow } from './memory.ts'

/** A change behind the log's back, and what a finding must say to have named it. */
export type Tampering = (log: MemoryLog, pick: (below: number) => number) => (finding: Finding) => boolean

const victim = (log: MemoryLog, pick: (below: number) => number) => log.events[pick(log.events.length)]!
const names = (id: string) => (finding: Finding) => finding.id === id
const flip = (bytes: Uint8Array, bit: number): void => {
  bytes[bit >> 3]! ^= 1 << (bit & 7)
}

const change =
  (
    alter: (row: MemoryLog['events'][number]['row'], log: MemoryLog, pick: (below: number) => number) => void,
  ) =>
  (log: MemoryLog, pick: (below: number) => number) => {
    const { row } = victim(log, pick)
    const { id } = row
    alter(row, log, pick)
    return names(id)
  }

const events: Record<string, Tampering> = {
  'another type': change((row) => {
    row.type = `${row.type}Too`
  }),
  'another known type': change((row) => {
    row.type = row.type === 'casefile.opened' ? 'evidence.weighed' : 'casefile.opened'
  }),
  'another class': change((row) => {
    row.class = row.class === 'file' ? 'dna' : 'file'
  }),
  'another time of the fact, by a microsecond': change((row) => {
    row.occurred = row.occurred.replace(/(\.\d+)?Z$/, '.000001Z')
  }),
  'another time of recording': change((row) => {
    row.recorded = '2019-11-27T06:00:00Z'
  }),
  'another author': change((row) => {
    row.by = row.by === null ? randomUUID() : null
  }),
  'another device': change((row) => {
    row.device += '\n'
  }),
  'another id': change((row) => {
    row.id = randomUUID()
  }),
  'about somebody more': change((row) => {
    row.about = row.about.replace('}', `,${randomUUID()}}`)
  }),
  'about the same in another shape': change((row) => {
    row.about = `{${row.about}}`
  }),
  'another place': change((row, log) => {
    row.seq = log.events.length * 2 + 100
  }),
  'a detail of one bit more or fewer': (log, pick) => {
    const event = victim(log, pick)
    if (event.bytes) flip(event.bytes, pick(event.bytes.length * 8))
    else event.row.open = `${event.row.open} `
    return names(event.row.id)
  },
  'another detail': (log, pick) => {
    const event = victim(log, pick)
    if (event.bytes) event.bytes = randomBytes(event.bytes.length)
    else event.row.open = '{"at": -1}'
    return names(event.row.id)
  },
  'a detail cut short': (log, pick) => {
    const event = victim(log, pick)
    if (event.bytes) event.bytes = event.bytes.subarray(0, event.bytes.length - 1)
    else event.row.open = '{}'
    return names(event.row.id)
  },
  removed: (log, pick) => {
    const [event] = log.events.splice(pick(log.events.length), 1)
    return names(event!.row.id)
  },
  'removed from the index too': (log, pick) => {
    const [event] = log.events.splice(pick(log.events.length), 1)
    log.files = log.files.filter(({ seq }) => seq !== event!.row.seq)
    return names(event!.row.id)
  },
  'two exchanged': (log, pick) => {
    const [one, other] = [victim(log, pick), victim(log, pick)]
    if (one === other) other.row.device = 'elsewhere'
    else [one.row.seq, other.row.seq] = [other.row.seq, one.row.seq]
    return names(one.row.id)
  },
  inserted: (log, pick) => {
    const like = victim(log, pick)
    const row = { ...like.row, id: randomUUID(), seq: like.row.seq + 1 }
    log.events.push({ row, bytes: like.bytes })
    return names(row.id)
  },
  'a sealed detail of somebody else': (log, pick) => {
    const sealed = log.events.filter(({ bytes }) => bytes)
    const [one, other] = [sealed[pick(sealed.length)]!, sealed[pick(sealed.length)]!]
    if (one === other) one.bytes = Buffer.from('nothing')
    else one.bytes = other.bytes
    return names(one.row.id)
  },
  'no longer waiting': (log, pick) => {
    const like = victim(log, pick)
    const row = { ...like.row, id: randomUUID(), seq: 1_000_001 }
    log.events.push({ row, bytes: like.bytes })
    return names(row.id)
  },
}

const at = (index: number) => (finding: Finding) => finding.index === index
const leafOf = (log: MemoryLog, pick: (below: number) => number) => log.leaves[pick(log.leaves.length)]!

const tree: Record<string, Tampering> = {
  'a leaf of one bit': (log, pick) => {
    const leaf = leafOf(log, pick)
    flip(leaf.hash, pick(256))
    return at(leaf.index)
  },
  'a leaf of another id': (log, pick) => {
    const leaf = leafOf(log, pick)
    leaf.id = randomUUID()
    return at(leaf.index)
  },
  'a leaf of another event': (log, pick) => {
    const leaf = leafOf(log, pick)
    leaf.seq = 5_000_000 + pick(1000)
    return at(leaf.index)
  },
  'a leaf gone': (log, pick) => {
    const [leaf] = log.leaves.splice(pick(log.leaves.length), 1)
    return at(leaf!.index)
  },
  'a leaf and its event gone': (log, pick) => {
    const [leaf] = log.leaves.splice(pick(log.leaves.length), 1)
    log.events = log.events.filter(({ row }) => row.seq !== leaf!.seq)
    return at(leaf!.index)
  },
  'a leaf too many': (log, pick) => {
    const leaf = { ...leafOf(log, pick), index: log.leaves.length, seq: 7_000_001, id: randomUUID() }
    log.leaves.push(leaf)
    return at(leaf.index)
  },
  'the edge': (log, pick) => {
    flip(log.edge.hashes, pick(log.edge.hashes.length * 8))
    return ({ kind }) => kind === 'edge-changed'
  },
  'the size, larger': (log, pick) => {
    log.edge.size += 1 + pick(9)
    return ({ kind }) => kind === 'leaf-removed'
  },
  'the size, smaller': (log) => {
    log.edge.size -= 1
    return ({ kind }) => kind === 'leaf-extra'
  },
  'the name of the log': (log) => {
    log.edge.origin += 'x'
    return ({ kind }) => kind === 'checkpoint-changed'
  },
  'what waits without being there': (log, pick) => {
    const seq = 9_000_000 + pick(1000)
    log.waiting.push(seq)
    return (finding) => finding.kind === 'stray' && finding.seq === seq
  },
  'what waits although it has its place': (log, pick) => {
    const { seq } = leafOf(log, pick)
    log.waiting.push(seq)
    return (finding) => finding.kind === 'stray' && finding.seq === seq
  },
  'an entry of the index by file gone': (log, pick) => {
    const [entry] = log.files.splice(pick(log.files.length), 1)
    return ({ kind, seq, file }) => kind === 'file-missing' && seq === entry!.seq && file === entry!.file
  },
  'an entry of the index by file too many': (log, pick) => {
    const entry = { seq: victim(log, pick).row.seq, file: randomUUID() }
    log.files.push(entry)
    return ({ kind, seq, file }) => kind === 'file-extra' && seq === entry.seq && file === entry.file
  },
  'a key exchanged': (log, pick) => {
    const sealed = log.events.filter(({ row, bytes }) => bytes && log.keys.has(row.about.slice(1, 37)))
    const { row } = sealed[pick(sealed.length)]!
    log.keys.set(row.about.slice(1, 37), randomBytes(32))
    return ({ kind, id }) => kind === 'does-not-open' && id === row.id
  },
}

const ofNumber = (number: number) => (finding: Finding) => finding.number === number
const checkpointOf = (log: MemoryLog, pick: (below: number) => number) =>
  log.checkpoints[pick(log.checkpoints.length)]!

const signed: Record<string, Tampering> = {
  'a sign of a checkpoint': (log, pick) => {
    const checkpoint = checkpointOf(log, pick)
    const place = pick(checkpoint.note.length)
    const sign = checkpoint.note[place] === 'A' ? 'B' : 'A'
    checkpoint.note = checkpoint.note.slice(0, place) + sign + checkpoint.note.slice(place + 1)
    return ofNumber(checkpoint.number)
  },
  'the size of a checkpoint': (log, pick) => {
    const checkpoint = checkpointOf(log, pick)
    checkpoint.size += 1
    return ofNumber(checkpoint.number)
  },
  'a checkpoint exchanged with the next': (log, pick) => {
    const place = pick(log.checkpoints.length - 1)
    const [one, other] = [log.checkpoints[place]!, log.checkpoints[place + 1]!]
    ;[one.number, other.number] = [other.number, one.number]
    return ofNumber(one.number)
  },
  'a checkpoint gone from the middle': (log, pick) => {
    const [checkpoint] = log.checkpoints.splice(pick(log.checkpoints.length - 1), 1)
    return ofNumber(checkpoint!.number)
  },
  'the last checkpoint gone': (log) => {
    const checkpoint = log.checkpoints.pop()!
    return ({ kind, to }) => kind === 'unsigned' && to === checkpoint.size
  },
  'a public key': (log) => {
    log.verifiers = [log.verifiers[0]!.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A'))]
    return ({ kind }) => kind === 'checkpoint-changed'
  },
  'an event together with its leaf': (log, pick) => {
    const event = victim(log, pick)
    event.row.device = 'forged'
    const leaf = log.leaves.find(({ seq }) => seq === event.row.seq)!
    leaf.hash = forge(toRow(event))
    return ({ kind, index, to }) => kind === 'checkpoint-differs' && index! <= leaf.index && leaf.index < to!
  },
}

export const tamperings: Record<string, Tampering> = { ...events, ...tree, ...signed }
