import { toBytes, toText } from './bytes.ts'
import { type Hash, leafHash } from './hash.ts'

/**
 * An event as its row stands in the log. Times are ISO 8601 in UTC as PostgreSQL writes them, to the microsecond.
 * `about` is the array as PostgreSQL writes it, `{a,b}`: the same ids in another shape are another row.
 * What is sealed is bound by its digest and length; an open detail by the text PostgreSQL keeps of it.
 */
export type EventRow = {
  seq: number
  id: string
  about: string
  type: string
  class: string
  occurred: string
  recorded: string
  by: string | null
  device: string
  sealed: { sha256: string; bytes: number } | null
  open: string | null
}

const FIRST = 'sandsage.event/1'

/**
 * The text a leaf is made of: eleven lines, one per field, in this order. No field can hold a line's end (texts
 * are JSON strings, PostgreSQL's JSON has none), so two different rows never give the same text.
 */
export function leafText(row: EventRow): string {
  const detail = row.sealed ? `sealed ${row.sealed.sha256} ${row.sealed.bytes}` : `open ${row.open}`
  return `${FIRST}
seq ${row.seq}
id ${row.id}
about ${row.about}
type ${JSON.stringify(row.type)}
class ${JSON.stringify(row.class)}
occurred ${row.occurred}
recorded ${row.recorded}
by ${row.by ?? '-'}
device ${JSON.stringify(row.device)}
${detail}
`
}

export const leafOf = (row: EventRow): Hash => leafHash(toBytes(leafText(row)))

const PATTERN = new RegExp(
  `^${FIRST}\nseq (\\d+)\nid (\\S+)\nabout ([^\n]*)\ntype ("[^\n]*")\nclass ("[^\n]*")\n` +
    `occurred ([^\n]+)\nrecorded ([^\n]+)\nby (\\S+)\ndevice ("[^\n]*")\n(?:sealed ([0-9a-f]{64}) (\\d+)|open ([^\n]+))\n$`,
)

/** The row a leaf's text speaks of; undefined for what is no such text. */
export function parseLeaf(bytes: Uint8Array): EventRow | undefined {
  try {
    const found = PATTERN.exec(toText(bytes))
    if (!found) return undefined
    const [, seq, id, about, type, eventClass, occurred, recorded, by, device, sum, length, open] = found
    return {
      ...{ seq: Number(seq), id: id!, about: about!, type: JSON.parse(type!) as string },
      ...{ class: JSON.parse(eventClass!) as string, occurred: occurred!, recorded: recorded! },
      ...{ by: by === '-' ? null : by!, device: JSON.parse(device!) as string },
      sealed: sum ? { sha256: sum, bytes: Number(length) } : null,
      open: open ?? null,
    }
  } catch {
    return undefined
  }
}

export const idsIn = (about: string): string[] => about.match(/[0-9a-f-]{36}/g) ?? []

/** A saved paper's event says which digest stands in the log: `casefile.paperSaved` with {paper, sha256, bytes}. */
export function paperIn(row: EventRow): { paper: string; sha256: string; bytes: number } | undefined {
  if (row.type !== 'casefile.paperSaved' || row.open === null) return undefined
  const detail = JSON.parse(row.open) as { paper?: unknown; sha256?: unknown; bytes?: unknown }
  const { paper, sha256, bytes } = detail
  if (typeof paper !== 'string' || typeof sha256 !== 'string' || typeof bytes !== 'number') return undefined
  return { paper, sha256, bytes }
}
