import { expect, test } from 'vitest'
import { relationOf } from './relation.ts'

test.each([
  ['анасының шешесі', { above: 2, side: 'mother', sex: 'female' }],
  ['нағашы әжесі', { above: 2, side: 'mother', sex: 'female' }],
  ['бабушка по матери', { above: 2, side: 'mother', sex: 'female' }],
  ["The mother's mother", { above: 2, side: 'mother', sex: 'female' }],
  ['الجدة لأم', { above: 2, side: 'mother', sex: 'female' }],
  ['әжесі', { above: 2, sex: 'female' }],
  ['бабушка', { above: 2, sex: 'female' }],
  ['дедушка по отцу', { above: 2, side: 'father', sex: 'male' }],
  ['тётя по матери', { above: 1, side: 'mother', sex: 'female' }],
  ['тетя', { above: 1, sex: 'female' }],
  ['الخال', { above: 1, side: 'mother', sex: 'male' }],
  ['الخالة', { above: 1, side: 'mother', sex: 'female' }],
  ['العم', { above: 1, side: 'father', sex: 'male' }],
  ['анасы', { above: 1, parent: 'mother', sex: 'female' }],
  ['Мать', { above: 1, parent: 'mother', sex: 'female' }],
  ['her mother', { above: 1, parent: 'mother', sex: 'female' }],
  ['الأم', { above: 1, parent: 'mother', sex: 'female' }],
  ['father', { above: 1, parent: 'father', sex: 'male' }],
  ['әпкесі', { above: 0, sex: 'female' }],
  ['брат', { above: 0, sex: 'male' }],
])('%s is read as what it says', (word, relation) => {
  expect(relationOf(word)).toEqual(relation)
})

test.each(['көрші', 'a neighbour', 'الجارة', '', '🙂', 'мать просила узнать о детях', 'x'.repeat(10_000)])(
  '%j puts nobody above or below',
  (word) => {
    expect(relationOf(word)).toBeUndefined()
  },
)
