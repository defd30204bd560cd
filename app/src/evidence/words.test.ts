import { expect, test } from 'vitest'
import { missingTranslations } from '../design/languages/completeness.ts'
import { words } from './words.ts'

test('everything is said in all four languages', () => {
  expect(missingTranslations(words, ['evidence.signed-by', 'evidence.chain-step'])).toEqual([])
})
