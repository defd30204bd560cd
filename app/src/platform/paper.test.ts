import fc from 'fast-check'
import { expect, test } from 'vitest'
import { literal, setPaper } from './paper.ts'

const set = (text: string) =>
  setPaper({
    language: 'en',
    title: text,
    body: `#assert(type(${literal(text).slice(1)}) == str)\n${literal(text)}`,
  })
/** What a PDF does when it is opened or clicked, as named in its objects (ISO 32000-1, 12.6.4). */
const acts = /\/(URI|JavaScript|JS|Launch|GoToR|SubmitForm|EmbeddedFile|OpenAction)\b/

test.each([
  '#read("/etc/passwd")',
  '#import "/etc/passwd": *',
  '#link("javascript:app.alert(1)")[x]',
  'https://example.org/',
  '" + read("/etc/passwd") + "',
  '\\" + read("/etc/passwd") + \\"',
  '#eval("1+1") $x^2$ *b* _i_ = Heading',
  '[#set page(width: 1pt)]',
  '#pagebreak() '.repeat(20),
  '`raw` <label> @label // /* comment',
  '\u202egnirts\u2066',
])('a paper takes text as text: %s', (text) => {
  const paper = set(text)
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
  expect(paper.toString('latin1')).not.toMatch(acts)
  // One page: nothing in it set a page of its own.
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

test('whatever is written, the paper is made', () => {
  const written = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'"\\#[]{}()$*_`@<>/=-') }),
  )
  fc.assert(
    fc.property(written, (text) => set(text.toWellFormed()).length > 0),
    { numRuns: 60 },
  )
})
