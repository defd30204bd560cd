import { expect, it } from 'vitest'
import { chartWords } from '../charts/words.ts'
import { missingTranslations } from '../languages/completeness.ts'
import { pedigreeWords } from '../pedigree/words.ts'
import { kitWords } from './words.ts'

it('the words of the kit are there in all four languages', () => {
  expect(missingTranslations(kitWords)).toEqual([])
  expect(missingTranslations(pedigreeWords)).toEqual([])
  expect(missingTranslations(chartWords)).toEqual([])
})
