import type { Because } from '@sandsage/airlift'
import { expect, test } from 'vitest'
import { requirementIds } from '../clearance/corridors.ts'
import { languages } from '../design/languages/language.ts'
import { becauseIn, lacksIn } from './saying.ts'
import { words } from './words.ts'

const name = (id: string) => `name of ${id}`

// A record, so that a reason new to the planner does not compile here before it has its words.
const reasons: Record<Because['code'], Because[]> = {
  'not-ready': [{ code: 'not-ready', because: ['needs-judge'] }],
  'party-waits': [{ code: 'party-waits', party: 'p', for: ['brother'] }],
  'party-split': [{ code: 'party-split', party: 'p', reason: 'The hospital asked.' }],
  'no-seat': [{ code: 'no-seat', needed: 3, free: 2 }],
  'no-seat-near': [{ code: 'no-seat-near' }],
  'no-stretcher': [{ code: 'no-stretcher' }],
  'no-medical-seat': [{ code: 'no-medical-seat' }],
  'no-lap': [{ code: 'no-lap' }],
  'no-escort': [
    { code: 'no-escort' },
    { code: 'no-escort', profession: 'nurse' },
    { code: 'no-escort', languages: ['ar'] },
  ],
  'no-profession': [{ code: 'no-profession', professions: ['doctor'] }],
  'no-helper': [{ code: 'no-helper' }],
  'no-arrangement': [{ code: 'no-arrangement' }],
  'not-needed': [{ code: 'not-needed' }],
}

test.each(languages)('every reason of the planner is a sentence of its own in %s', (language) => {
  const all = Object.values(reasons).flat()
  const said = all.map((reason) => becauseIn(language, reason, name))
  expect(new Set(said).size).toBe(all.length)
  const unknown = becauseIn(language, { code: 'invented' }, name)
  expect(unknown).toContain('invented')
  for (const one of said) expect(one).not.toContain('invented')
})

test('whom a child waits for is named, and what is missing is said', () => {
  expect(becauseIn('en', reasons['party-waits'][0]!, name)).toContain('name of brother')
  expect(becauseIn('en', reasons['not-ready'][0]!, name)).toContain('judge')
  expect(becauseIn('en', reasons['no-seat'][0]!, name)).toMatch(/3 .*2 free/)
})

test('every requirement of clearance has its words here, missing, expired and expiring', () => {
  for (const id of requirementIds)
    for (const form of ['needs', 'expired', 'expires'])
      expect(words).toHaveProperty([`evacuation.lacks.${form}-${id}`])
  const other = lacksIn('en', ['needs-something-new'])
  expect(lacksIn('en', ['clearance-not-begun'])).not.toBe(other)
  expect(other).not.toBe('')
})
