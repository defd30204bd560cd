import { fromBase64, toBase64 } from './bytes.ts'
import type { Hash } from './hash.ts'

/**
 * A proof that travels: C2SP's tlog-proof (c2sp.org/tlog-proof), whose extra data is the text of the leaf.
 * Any program for that format checks it; what it needs of ours is that the record is the extra data itself.
 */
export type Proof = { leaf: Uint8Array; index: number; hashes: Hash[]; note: string }

const FIRST = 'c2sp.org/tlog-proof@v1'
/** A tree of 2^63 leaves has no longer proof. */
const MOST_HASHES = 63

export const writeProof = ({ leaf, index, hashes, note }: Proof): string =>
  [FIRST, `extra ${toBase64(leaf)}`, `index ${index}`, ...hashes.map(toBase64), '', note].join('\n')

/** Undefined for what is no such proof. Line ends that a mail program changed are mended first. */
export function parseProof(text: string): Proof | undefined {
  const whole = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const border = whole.indexOf('\n\n')
  if (border < 0) return undefined
  const [first, extra, index, ...lines] = whole.slice(0, border).split('\n')
  const leaf = fromBase64(/^extra (\S+)$/.exec(extra ?? '')?.[1] ?? '-')
  const place = /^index (0|[1-9]\d{0,14})$/.exec(index ?? '')?.[1]
  const hashes = lines.map(fromBase64)
  if (first !== FIRST || !leaf || place === undefined || hashes.length > MOST_HASHES) return undefined
  if (!hashes.every((hash): hash is Uint8Array<ArrayBuffer> => hash?.length === 32)) return undefined
  return { leaf, index: Number(place), hashes, note: whole.slice(border + 2) }
}
