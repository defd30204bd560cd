import { refuse } from '../refusal.ts'
import { requireReadable } from './decode-size.ts'
import { decodeEntities, isName } from './xml-text.ts'

/**
 * An element of a document. `name` is local; `namespace` its URI, '' for none. Attributes in a namespace are
 * keyed `{URI}name` (Clark's notation), others by their name. `text` joins the element's own text; `line` from 1.
 */
export type XmlElement = {
  name: string
  namespace: string
  attributes: Map<string, string>
  children: XmlElement[]
  text: string
  line: number
}

type Prefixes = ReadonlyMap<string, string>
type Open = { element: XmlElement; tag: string; prefixes: Prefixes }
type Tag = { element: XmlElement; tag: string; prefixes: Prefixes; isClosed: boolean; end: number }

const mostElements = 500_000
const mostDepth = 64
const mostAttributes = 100
/** Each element that declares a prefix copies those above it. */
const mostPrefixes = 100
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const attribute = /\s+([^\s=<>"'/]+)\s*=\s*("[^"<]*"|'[^'<]*')/y

/**
 * A small strict reader of XML 1.0 with namespaces: elements, attributes, text, CDATA, the five entities and
 * numeric references. A document type is refused outright, so no entity can be defined and nothing outside the
 * file is ever fetched. Depth, size and number of elements are bounded.
 *
 * @example readXml('<a b="1">x &lt; y</a>').text // 'x < y'
 * @throws KinshipRefusal `xml-*`, `too-large`: where in the file, and what to do
 */
export function readXml(text: string): XmlElement {
  requireReadable(text)
  const lineAt = lineCounter(text)
  const open: Open[] = []
  let root: XmlElement | null = null
  let elements = 0
  let at = text.startsWith('\uFEFF') ? 1 : 0
  for (;;) {
    const next = text.indexOf('<', at)
    addText(open.at(-1), text.slice(at, next < 0 ? text.length : next), lineAt(at))
    if (next < 0) break
    const line = lineAt(next)
    if (text[next + 1] === '!' || text[next + 1] === '?') {
      at = skipMarkup(text, next, line, open.at(-1))
    } else if (text[next + 1] === '/') {
      at = closeElement(text, next, line, open)
    } else {
      if (root && open.length === 0) broken(line, 'a second root element starts')
      if (++elements > mostElements)
        refuse('too-large', `At line ${line} the file has more than ${mostElements} elements: split it.`)
      const tag = readTag(text, next, line, open.at(-1)?.prefixes ?? new Map())
      open.at(-1)?.element.children.push(tag.element)
      root ??= tag.element
      if (!tag.isClosed) open.push(tag)
      if (open.length > mostDepth)
        refuse(
          'xml-too-deep',
          `At line ${line} elements nest deeper than ${mostDepth}: no laboratory file does.`,
        )
      at = tag.end
    }
  }
  const last = open.at(-1)
  if (last)
    refuse(
      'xml-truncated',
      `The file ends before <${last.tag}> of line ${last.element.line} is closed: was it cut off?`,
    )
  return root ?? refuse('xml-broken', 'The file has no XML element.')
}

function broken(line: number, what: string): never {
  return refuse('xml-broken', `Line ${line} is not well-formed XML: ${what}.`)
}

/** Counts line ends once, for positions asked in ascending order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1
  let next = text.indexOf('\n')
  return (at) => {
    while (next >= 0 && next < at) {
      line++
      next = text.indexOf('\n', next + 1)
    }
    return line
  }
}

function addText(open: Open | undefined, raw: string, line: number): void {
  if (raw === '') return
  if (open) open.element.text += decodeEntities(raw, line)
  else if (raw.trim() !== '') broken(line, 'text stands outside the root element')
}

/** Past a comment, a processing instruction or CDATA (whose text is kept); any other declaration is refused. */
function skipMarkup(text: string, start: number, line: number, open: Open | undefined): number {
  const [opening, closing] = text.startsWith('<!--', start)
    ? ['<!--', '-->']
    : text.startsWith('<![CDATA[', start)
      ? ['<![CDATA[', ']]>']
      : ['<?', '?>']
  if (!text.startsWith(opening, start)) {
    return refuse(
      'xml-doctype',
      `Line ${line} declares a document type or an entity, which is never read: remove it.`,
    )
  }
  const end = text.indexOf(closing, start + opening.length)
  if (end < 0)
    return refuse('xml-truncated', `Line ${line} starts "${opening}" and never ends it: was it cut off?`)
  if (opening === '<![CDATA[') {
    if (!open) return broken(line, 'text stands outside the root element')
    open.element.text += text.slice(start + opening.length, end).replace(/\r\n?/g, '\n')
  }
  return end + closing.length
}

function closeElement(text: string, start: number, line: number, open: Open[]): number {
  const end = text.indexOf('>', start)
  if (end < 0)
    return refuse('xml-truncated', `Line ${line} starts an end tag and never ends it: was it cut off?`)
  const tag = text.slice(start + 2, Math.min(end, start + 300)).trimEnd()
  const last = open.pop()
  return last?.tag === tag ? end + 1 : broken(line, `</${tag.slice(0, 60)}> closes no open element`)
}

function readTag(text: string, start: number, line: number, outer: Prefixes): Tag {
  const tag = /[^\s/>]{1,300}/y
  tag.lastIndex = start + 1
  const name = tag.exec(text)?.[0] ?? ''
  if (!isName(name)) broken(line, `"<${name.slice(0, 60)}" starts no element`)
  const written = new Map<string, string>()
  let at = start + 1 + name.length
  for (;;) {
    attribute.lastIndex = at
    const found = attribute.exec(text)
    if (!found) break
    const [, key, value] = found
    if (!isName(key!) || written.has(key!) || written.size >= mostAttributes) {
      broken(line, `the attribute "${key!.slice(0, 60)}" of <${name}> is misnamed, doubled or one too many`)
    }
    written.set(key!, decodeEntities(value!.slice(1, -1).replace(/\r\n|[\t\n\r]/g, ' '), line))
    at = attribute.lastIndex
  }
  const closing = /\s*(\/?)>/y
  closing.lastIndex = at
  const close = closing.exec(text)
  if (!close) {
    if (text.indexOf('>', at) < 0)
      refuse('xml-truncated', `Line ${line} starts <${name}> and never ends it: was it cut off?`)
    broken(line, `<${name}> holds what is no attribute`)
  }
  const prefixes = prefixesOf(written, outer)
  if (prefixes.size > mostPrefixes) broken(line, `more than ${mostPrefixes} prefixes are declared`)
  const own = resolve(name, prefixes, prefixes.get('') ?? '', line)
  const element = { ...own, attributes: attributesOf(written, prefixes, line), children: [], text: '', line }
  return { element, tag: name, prefixes, isClosed: close![1] === '/', end: closing.lastIndex }
}

function prefixesOf(written: Map<string, string>, outer: Prefixes): Prefixes {
  const own = [...written].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
  return own.length === 0
    ? outer
    : new Map([...outer, ...own.map(([key, uri]): [string, string] => [key.slice(6), uri])])
}

function attributesOf(written: Map<string, string>, prefixes: Prefixes, line: number): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [key, value] of written) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) continue
    const { name, namespace } = resolve(key, prefixes, '', line)
    attributes.set(namespace === '' ? name : `{${namespace}}${name}`, value)
  }
  return attributes
}

function resolve(written: string, prefixes: Prefixes, otherwise: string, line: number) {
  const [prefix, local, ...rest] = written.includes(':') ? written.split(':') : [null, written]
  if (prefix === null) return { name: written, namespace: otherwise }
  const namespace = prefix === 'xml' ? xmlNamespace : prefixes.get(prefix!)
  if (namespace === undefined || !local || rest.length > 0) {
    return broken(line, `the prefix of "${written.slice(0, 60)}" is not declared`)
  }
  return { name: local, namespace }
}
