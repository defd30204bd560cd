import { Refusal } from '../refusal.ts'

/** A cell holds 32,767 characters, of which each can be written as a reference of ten. */
const LONGEST_TEXT = 400_000
const LONGEST_TAG = 20_000
const DEEPEST = 100

const broken = (): never => {
  throw new Refusal('sheet-broken')
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five entities of XML and numbered characters; no other can be defined, so none is looked for. */
export const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,5}));/gi, (all, decimal, hex, word) => {
        if (word) return entities[word] ?? all
        const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
      })
    : text

/** The attributes of a tag by their names, without the prefix of a namespace; `&` in them stays as written. */
export function attributesOf(tag: string): Record<string, string> {
  const found: Record<string, string> = Object.create(null)
  for (const [, name, double, single] of tag.matchAll(
    /(?<=\s)(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  ))
    found[name!] ??= double ?? single ?? ''
  return found
}

/** What is met in order; `tag` is all between the angle brackets. Names come without the prefix of a namespace. */
export type Seeing = {
  open(name: string, tag: string): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * Walks through the XML of a workbook once, in time that grows with its length alone and without keeping any of
 * it. Refuses a document type, and tags and texts longer and elements deeper than any workbook has.
 */
export function walkMarkup(xml: string, see: Seeing): void {
  const open: string[] = []
  for (let at = xml.indexOf('<'), from = 0; ; at = xml.indexOf('<', from)) {
    const end = at < 0 ? xml.length : at
    if (end - from > LONGEST_TEXT) throw new Refusal('sheet-unpacks-too-large')
    if (end > from) see.text?.(decoded(xml.slice(from, end)))
    if (at < 0) break
    from = pastTag(xml, at, open, see)
  }
  if (open.length > 0) broken()
}

/** Past the tag, comment, instruction or CDATA that begins here. */
function pastTag(xml: string, at: number, open: string[], see: Seeing): number {
  if (xml.startsWith('<!--', at)) return past(xml, '-->', at + 4)
  if (xml.startsWith('<?', at)) return past(xml, '?>', at + 2)
  if (xml.startsWith('<![CDATA[', at)) {
    const end = past(xml, ']]>', at + 9)
    see.text?.(xml.slice(at + 9, end - 3))
    return end
  }
  if (xml.startsWith('<!', at)) return broken()
  const end = endOfTag(xml, at + 1)
  const tag = xml.slice(at + 1, end)
  const name = /^\/?(?:[^\s:/]+:)?([^\s:/]+)/.exec(tag)?.[1] ?? broken()
  if (tag.startsWith('/')) {
    if (open.pop() !== name) broken()
    see.close?.(name)
    return end + 1
  }
  see.open(name, tag)
  if (tag.endsWith('/')) see.close?.(name)
  else if (open.push(name) > DEEPEST) broken()
  return end + 1
}

function past(xml: string, closing: string, from: number): number {
  const end = xml.indexOf(closing, from)
  if (end < 0) return broken()
  if (end - from > LONGEST_TEXT) throw new Refusal('sheet-unpacks-too-large')
  return end + closing.length
}

/** Where the tag ends: `>` may stand in the value of an attribute. */
function endOfTag(xml: string, from: number): number {
  let quote = ''
  const most = Math.min(xml.length, from + LONGEST_TAG)
  for (let at = from; at < most; at++) {
    const sign = xml[at]!
    if (quote) {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at
    else if (sign === '<') return broken()
  }
  return broken()
}
