import { compare } from '@sandsage/names'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { names as chances, OTHER_NAME, sex as sexChance } from './chances.ts'
import { bounded } from './evidence.ts'
import { type Described, ofDescription, ofSought, weigh } from './weigh.ts'

const nothing: Described = {
  kind: 'child',
  names: [],
  otherNames: [],
  sex: 'unknown',
  birth: undefined,
  mother: [],
  father: [],
  birthplace: undefined,
  place: undefined,
  languages: [],
  marks: undefined,
  companions: [],
}
const one = (change: Partial<Described>): Described => ({ ...nothing, ...change })
const about = (a: Partial<Described>, b: Partial<Described>, what: string) =>
  weigh(one(a), one(b)).evidence.filter((piece) => piece.about === what)
const total = (a: Partial<Described>, b: Partial<Described>) => weigh(one(a), one(b)).log10LR

test('two girls of whom nothing else is known weigh 0.99 in 0.5; a girl and a boy 0.01', () => {
  expect(total({ sex: 'female' }, { sex: 'female' })).toBeCloseTo(Math.log10(0.99 / 0.5), 12)
  expect(total({ sex: 'female' }, { sex: 'male' })).toBeCloseTo(
    Math.log10(sexChance.wrong / sexChance.share),
    12,
  )
  expect(total({ sex: 'female' }, { sex: 'unknown' })).toBe(0)
})

test('a bound is one in ten against, and one in a coincidence for', () => {
  expect(bounded(-20, { coincidence: 0, misfit: 0.1 })).toBeCloseTo(-1, 12)
  expect(bounded(20, { coincidence: 0.01, misfit: 0 })).toBeCloseTo(2, 12)
  expect(bounded(0, { coincidence: 0, misfit: 0.3 })).toBeCloseTo(0, 12)
})

test('a given name weighs what the names say, bounded; another one no more against than a name changed', () => {
  const said = compare('Айгерим', 'ايجريم').log10LR
  expect(total({ names: ['Айгерим'] }, { names: ['ايجريم'] })).toBeCloseTo(bounded(said, chances.given), 12)
  const other = total({ names: ['Айгерим'] }, { names: ['Жанна'] })
  expect(other).toBeLessThan(-0.5)
  expect(other).toBeGreaterThan(Math.log10(chances.given.misfit))
})

test('another name of theirs costs a factor of five', () => {
  const said = compare('Айгерим', 'Aigerim').log10LR
  const known = { names: ['Хадиджа'], otherNames: ['Айгерим'] }
  expect(about(known, { names: ['Aigerim'] }, 'given')[0]).toMatchObject({
    code: 'other-name',
    log10LR: expect.closeTo(bounded(said - OTHER_NAME, chances.given), 12),
  })
})

test('a surname that the mother and the father have as well is counted once', () => {
  const family = { names: ['Айша Ахметова'], mother: ['Мадина Ахметова'], father: ['Болат Ахметов'] }
  const alone = about({ names: ['Айша Ахметова'] }, { names: ['Aisha Akhmetova'] }, 'family')
  const all = about(
    family,
    { names: ['Aisha Akhmetova'], mother: ['Madina Akhmetova'], father: ['Bolat Akhmetov'] },
    'family',
  )
  expect(all.map((piece) => piece.code).sort()).toEqual(['counted-once', 'counted-once', 'name-part'])
  const sum = all.reduce((weight, piece) => weight + piece.log10LR, 0)
  expect(sum).toBeCloseTo(alone[0]!.log10LR, 1)
})

test("a mother's own surname is another fact than the child's", () => {
  const a = { names: ['Алихан Сулейменов'], mother: ['Гульмира Есенова'] }
  const b = { names: ['Alikhan Suleimenov'], mother: ['Gulmira Yesenova'] }
  expect(about(a, b, 'family').every((piece) => piece.log10LR > 1)).toBe(true)
})

test("a patronymic meets the father's name", () => {
  const [father] = about(
    { names: ['Сүмейя Нұржанқызы'] },
    { names: ['Sumaya'], father: ['Nurzhan'] },
    'father',
  )
  const said = compare('нұржанқызы', 'Nurzhan').log10LR
  expect(father!.log10LR).toBeCloseTo(bounded(said, chances.father), 12)
  expect(said).toBeGreaterThan(1)
})

test('a kunya beside a given name says nothing', () => {
  expect(about({ mother: ['Умм Айша'] }, { mother: ['Мадина'] }, 'mother')).toEqual([])
})

test('a brother explains what the family alone says; the child itself he does not', () => {
  const asked = { names: ['Алихан Сулейменов'], sex: 'male' as const, mother: ['Гульмира Есенова'] }
  const sister = { names: ['خديجه سليمانوفا'], sex: 'female' as const, mother: ['كلميرا يسنوفا'] }
  const himself = { names: ['اليخان سليمنوف'], sex: 'male' as const, mother: ['كلميرا يسنوفا'] }
  expect(weigh(one(asked), one(sister))).toMatchObject({ sibling: { explains: true } })
  expect(weigh(one(asked), one(himself))).toMatchObject({ sibling: { explains: false } })
})

const word = fc.constantFrom(
  'Айша',
  'عائشة',
  'Aisha',
  'Билал',
  'بلال',
  'Ахметова',
  'أحمدوفا',
  'Yusupova',
  'Нұржанқызы',
)
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const place = fc.option(fc.constantFrom('Багдад', 'سجن الرصافة', 'Mosul', 'Ирак', 'Химки'), {
  nil: undefined,
})
const described: fc.Arbitrary<Described> = fc.record({
  kind: fc.constant('child' as const),
  names: fc.array(name, { maxLength: 2 }),
  otherNames: fc.array(name, { maxLength: 1 }),
  sex: fc.constantFrom('male' as const, 'female' as const, 'unknown' as const),
  birth: fc.option(
    fc.integer({ min: 2010, max: 2024 }).map((from) => ({ from, to: from + 1, kind: 'years' as const })),
    { nil: undefined },
  ),
  mother: fc.array(name, { maxLength: 2 }),
  father: fc.array(name, { maxLength: 1 }),
  birthplace: place,
  place,
  languages: fc.array(fc.constantFrom('Kazakh', 'казахский', 'العربية', 'Klingon'), { maxLength: 2 }),
  marks: fc.option(fc.constantFrom('шрам на левой щеке', 'scar on cheek', 'وحمة'), { nil: undefined }),
  companions: fc.array(name, { maxLength: 2 }),
})

test('whichever comes first, the total is the same, and so is every piece', () => {
  fc.assert(
    fc.property(described, described, (a, b) => {
      const [there, back] = [weigh(a, b), weigh(b, a)]
      expect(there.log10LR).toBeCloseTo(back.log10LR, 9)
      expect(there.sibling.log10LR).toBeCloseTo(back.sibling.log10LR, 9)
      const weights = (of: typeof there) => of.evidence.map((piece) => piece.log10LR.toFixed(9)).sort()
      expect(weights(there)).toEqual(weights(back))
    }),
    { numRuns: 150 },
  )
})

test('what one side does not know weighs exactly nothing', () => {
  fc.assert(
    fc.property(described, (a) => {
      expect(weigh(a, nothing)).toEqual({
        evidence: [],
        log10LR: 0,
        sibling: { log10LR: 0, explains: false },
      })
    }),
    { numRuns: 100 },
  )
})

test('in which letters and order the spellings of one name are listed does not matter', () => {
  fc.assert(
    fc.property(described, described, (a, b) => {
      const turned = { ...a, names: a.names.toReversed(), mother: a.mother.toReversed() }
      expect(weigh(turned, b).log10LR).toBeCloseTo(weigh(a, b).log10LR, 9)
      const marked = (texts: readonly string[]) =>
        texts.map((text) => `\u202b${text.normalize('NFD')}\u202c\u200f`)
      const dressed = {
        ...a,
        names: marked(a.names),
        mother: marked(a.mother),
        companions: marked(a.companions),
      }
      expect(weigh(dressed, b).log10LR).toBeCloseTo(weigh(a, b).log10LR, 9)
    }),
    { numRuns: 100 },
  )
})

test('bad input takes bounded time, whatever it is', () => {
  const long = 'ұ😀\u202eАй '.repeat(2000)
  const bad = [
    '',
    ' ',
    '😀😀',
    '\u202e\u202d',
    'я',
    '12345',
    long,
    'а'.repeat(10_000),
    'e\u0301'.repeat(5000),
    '\ud800\0',
  ]
  const began = performance.now()
  for (const a of bad)
    for (const b of bad) {
      const side = (text: string) =>
        one({
          names: [text],
          mother: [text],
          place: text,
          birthplace: text,
          marks: text,
          languages: [text],
          companions: [text],
        })
      expect(Number.isFinite(weigh(side(a), side(b)).log10LR)).toBe(true)
    }
  // A hundred pairs; on a machine that does nothing else they take under a second.
  expect(performance.now() - began).toBeLessThan(30_000)
})

test('a request and a list become the same type, with what the list says beside', () => {
  const asked = ofSought({ name: 'Айша', sex: 'female', birth: {}, companions: ['Билал'] }, ['Марьям'])
  expect(asked.companions).toEqual(['Билал', 'Марьям'])
  const found = { estimated: false, with: 'مع الأم واخته خديجه' }
  expect(ofDescription({ names: { ar: 'عائشة' }, sex: 'female', birth: {} }, found).companions).toEqual([
    'خديجه',
  ])
})
