import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KinshipRefusal } from '../refusal.ts'
import { readXml, type XmlElement } from './xml.ts'
import { writeXml, type XmlNode } from './xml-text.ts'

const refusal = (text: string) => {
  try {
    readXml(text)
    return null
  } catch (error) {
    if (!(error instanceof KinshipRefusal)) throw error
    return [error.code, error.message.match(/[Ll]ine (\d+)/)?.[1]]
  }
}

describe('reading', () => {
  test('elements, attributes, text, CDATA, comments, the five entities and numbers', () => {
    const root = readXml(
      '\uFEFF<?xml version="1.0"?>\n<!-- a > b -->\n<a b="1 &lt; 2" c=\'"\'>x &amp; &#x41;&#66;<![CDATA[<&>]]><d/></a >\n',
    )
    expect(root).toMatchObject({ name: 'a', namespace: '', text: 'x & AB<&>', line: 3 })
    expect([...root.attributes]).toEqual([
      ['b', '1 < 2'],
      ['c', '"'],
    ])
    expect(root.children.map(({ name }) => name)).toEqual(['d'])
  })

  test('namespaces by default and by prefix, also for attributes; an inner declaration wins', () => {
    const root = readXml('<a xmlns="u" xmlns:p="v" p:k="1" k="2"><p:b xmlns:p="w"/><c xmlns=""/></a>')
    expect(root.namespace).toBe('u')
    expect([...root.attributes]).toEqual([
      ['{v}k', '1'],
      ['k', '2'],
    ])
    expect(root.children.map(({ name, namespace }) => [name, namespace])).toEqual([
      ['b', 'w'],
      ['c', ''],
    ])
  })
})

describe('what is broken or hostile is refused, and where', () => {
  test('document types and entities are never read', () => {
    expect(refusal('<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY e "x">]>\n<a>&e;</a>')).toEqual([
      'xml-doctype',
      '2',
    ])
    expect(refusal('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toEqual(['xml-doctype', '1'])
    expect(refusal('<a>\n<!ENTITY e "x"></a>')).toEqual(['xml-doctype', '2'])
    expect(refusal('<a>\n&lol;</a>')).toEqual(['xml-entity', '1'])
    expect(refusal('<a>&#0;</a>')).toEqual(['xml-entity', '1'])
    expect(refusal('<a>&#xD800;</a>')).toEqual(['xml-entity', '1'])
    expect(refusal('<a>a & b</a>')).toEqual(['xml-entity', '1'])
  })

  test('cut off anywhere', () => {
    const whole = '<?xml version="1.0"?><a b="1">x<c><![CDATA[y]]></c><!-- z --></a>'
    for (let length = 1; length < whole.length; length++)
      expect(refusal(whole.slice(0, length))).not.toBeNull()
    expect(refusal('<a>\n<b>\n</b>')).toEqual(['xml-truncated', '1'])
    expect(refusal('<a>\n<b')).toEqual(['xml-truncated', '2'])
  })

  test.each([
    '<a></b>',
    '<a/><b/>',
    'x<a/>',
    '<a b=1/>',
    '<a b="1" b="2"/>',
    '<a b="1"c="2"/>',
    '<p:a/>',
    '<1/>',
    '< a/>',
    '</a>',
    '<a b="<"/>',
  ])('%s', (text) => {
    expect(refusal(text)).toEqual(['xml-broken', '1'])
  })

  test('too deep, too many elements, too many references', () => {
    expect(refusal('<a>\n'.repeat(100))).toEqual(['xml-too-deep', '65'])
    expect(refusal(`<a>\n${'<b/>'.repeat(600_000)}</a>`)).toEqual(['too-large', '2'])
    expect(refusal(`<a>\n${'&amp;'.repeat(200_000)}</a>`)).toEqual(['too-large', '1'])
    expect(refusal(`<a ${'b="1" '.repeat(1_000_000)}/>`)).toEqual(['xml-broken', '1'])
  })

  test('any text at all: a document or a refusal, never a fault', () => {
    const piece = fc.constantFrom(
      '<a>',
      '</a>',
      '<b c="d">',
      '<',
      '>',
      '&',
      ';',
      '"',
      '<!--',
      ']]>',
      '<![CDATA[',
      'x',
    )
    fc.assert(fc.property(fc.array(piece), (pieces) => void refusal(pieces.join(''))))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void refusal(text)))
  })
})

describe('writing', () => {
  test('whatever is written is read back', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 })
    const name = fc.constantFrom('a', 'B', 'c-d', 'Ә')
    const attributes = fc.dictionary(name, fc.oneof(text, fc.constantFrom('\t\n"<', '&amp;')), { maxKeys: 3 })
    const { node } = fc.letrec<{ node: XmlNode }>((tie) => ({
      node: fc.record({
        name,
        attributes,
        content: fc.oneof({ maxDepth: 4 }, text, fc.array(tie('node'), { maxLength: 3 })),
      }),
    }))
    const plain = (element: XmlElement): unknown => ({
      name: element.name,
      attributes: Object.fromEntries(element.attributes),
      content: element.children.length > 0 ? element.children.map(plain) : element.text,
    })
    const expected = ({ name: own, attributes: given, content }: XmlNode): unknown => ({
      name: own,
      attributes: { ...given },
      content:
        typeof content === 'string' || content.length === 0
          ? `${content}`
          : content.map((one) => expected(one!)),
    })
    fc.assert(
      fc.property(node, (root) => {
        expect(plain(readXml(writeXml(root)))).toEqual(expected(root))
      }),
    )
  })

  test('a control character has no place in XML', () => {
    expect(() => writeXml({ name: 'a', content: 'x\u0001' })).toThrow(KinshipRefusal)
  })
})
