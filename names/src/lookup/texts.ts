/** Many texts in few bytes: one byte a character where all of a text's fit in it, else two. */
export type Texts = {
  bytes: Uint8Array
  /** Where a text begins, doubled, with 1 added when it has two bytes a character; one more entry than texts. */
  starts: Uint32Array
}

export type TextsDraft = { bytes: Uint8Array; used: number; starts: Uint32Array; count: number }

export const newTexts = (): TextsDraft => ({
  bytes: new Uint8Array(1 << 16),
  used: 0,
  starts: new Uint32Array(1 << 10),
  count: 0,
})

const grown = <T extends Uint8Array | Uint32Array>(array: T, need: number, make: (n: number) => T): T => {
  if (need <= array.length) return array
  const larger = make(Math.max(need, Math.ceil(array.length * 1.6)))
  larger.set(array)
  return larger
}

const isNarrow = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 255) return false
  return true
}

export const addText = (draft: TextsDraft, text: string): void => {
  const narrow = isNarrow(text)
  draft.bytes = grown(draft.bytes, draft.used + 2 * text.length, (n) => new Uint8Array(n))
  draft.starts = grown(draft.starts, draft.count + 2, (n) => new Uint32Array(n))
  draft.starts[draft.count++] = 2 * draft.used + (narrow ? 0 : 1)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    draft.bytes[draft.used++] = code & 255
    if (!narrow) draft.bytes[draft.used++] = code >> 8
  }
  draft.starts[draft.count] = 2 * draft.used
}

export const toTexts = ({ bytes, used, starts, count }: TextsDraft): Texts => ({
  bytes: bytes.slice(0, used),
  starts: starts.slice(0, count + 1),
})

/**
 * The text at a place, as it was added.
 * Example: after `addText(draft, 'Әли')`, `textAt(toTexts(draft), 0) === 'Әли'`.
 */
export const textAt = ({ bytes, starts }: Texts, at: number): string => {
  const step = 1 + (starts[at]! & 1)
  const end = starts[at + 1]! >>> 1
  const codes: number[] = []
  for (let i = starts[at]! >>> 1; i < end; i += step) {
    codes.push(step === 1 ? bytes[i]! : bytes[i]! | (bytes[i + 1]! << 8))
  }
  return codes.length < 10_000
    ? String.fromCharCode(...codes)
    : codes.map((c) => String.fromCharCode(c)).join('')
}
