import { refuse } from '../refusal.ts'

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** A text of a laboratory file escapes a sign now and then. */
const mostReferences = 100_000

/** Names as XML 1.0 allows them, but for letters beyond the Unicode letters and digits. */
export function isName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}\p{M}_.:·-]*$/u.test(text)
}

/**
 * Text with its references resolved and its line ends as one `\n`.
 *
 * @example decodeEntities('a &amp; &#x41;', 1) // 'a & A'
 * @throws KinshipRefusal `xml-entity` for any reference but the five entities and numbers of XML characters
 */
export function decodeEntities(raw: string, line: number): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  const pieces: string[] = []
  let from = 0
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at)
    const reference = text.slice(at, end < 0 || end > at + 20 ? at + 20 : end + 1)
    pieces.push(text.slice(from, at), toCharacter(reference, line))
    if (pieces.length > 2 * mostReferences) {
      refuse('too-large', `Line ${line} starts a text with more than ${mostReferences} references: split it.`)
    }
    from = at + reference.length
  }
  return from === 0 ? text : pieces.join('') + text.slice(from)
}

function toCharacter(reference: string, line: number): string {
  const body = /^&([^&]*);$/.exec(reference)?.[1] ?? ''
  if (Object.hasOwn(entities, body)) return entities[body]!
  const digits = /^#(?:(\d{1,7})|x([\da-fA-F]{1,6}))$/.exec(body)
  const code = digits ? Number.parseInt(digits[1] ?? digits[2]!, digits[1] ? 10 : 16) : -1
  if (code >= 0 && code <= 0x10ffff) {
    const character = String.fromCodePoint(code)
    if (!notXml.test(character)) return character
  }
  return refuse(
    'xml-entity',
    `Line ${line} holds the reference "${reference}", which is none of the five entities nor a character.`,
  )
}

/** What XML 1.0 cannot hold in any spelling: controls, lone surrogates and two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const notXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]/u

/** An element to write: `name` with its prefix; an absent attribute or child (`null`) is left out. */
export type XmlNode = {
  name: string
  attributes?: Record<string, string | undefined>
  content: string | (XmlNode | null)[]
}

/**
 * A document of its root, indented by two spaces.
 *
 * @example writeXml({ name: 'a', content: 'x < y' })
 *   // '<?xml version="1.0" encoding="UTF-8"?>\n<a>x &lt; y</a>\n'
 * @throws KinshipRefusal `not-writable` when a text holds a character XML cannot
 */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`
}

function lines({ name, attributes = {}, content }: XmlNode, indent: string): string[] {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(value, name)}"`],
  )
  const start = `${indent}<${name}${written.join('')}`
  if (typeof content === 'string') {
    return [content === '' ? `${start}/>` : `${start}>${escaped(content, name)}</${name}>`]
  }
  const children = content.flatMap((child) => (child ? lines(child, `${indent}  `) : []))
  return children.length === 0 ? [`${start}/>`] : [`${start}>`, ...children, `${indent}</${name}>`]
}

function escaped(text: string, where: string): string {
  if (notXml.test(text)) {
    refuse('not-writable', `A text of <${where}> holds a control character, which XML cannot: remove it.`)
  }
  return text.replace(/[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
