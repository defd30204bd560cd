import { expect, test } from 'vitest'
import { verdictOf } from './audit.ts'

test.each([
  [
    '{"metadata":{"vulnerabilities":{"low":2,"high":0,"critical":0,"total":2}}}',
    'known vulnerabilities: 2 low',
    false,
  ],
  [
    '{"metadata":{"vulnerabilities":{"high":1,"critical":0,"total":1}}}',
    'known vulnerabilities: 1 high',
    true,
  ],
  ['{"metadata":{"vulnerabilities":{"total":0}}}', 'known vulnerabilities: none', false],
  ['{"message":"405"}', 'known vulnerabilities: the list could not be asked', false],
  ['', 'known vulnerabilities: the list could not be asked', false],
])('%s', (answer, sentence, fails) => {
  expect(verdictOf(answer)).toEqual({ sentence, fails })
})
