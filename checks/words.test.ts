import { expect, test } from 'vitest'
import { words as casefile } from '../app/src/casefile/words.ts'
import { words as clearance } from '../app/src/clearance/words.ts'
import { missingTranslations } from '../app/src/design/languages/completeness.ts'
import { words as shell } from '../app/src/doors/words.ts'
import { words as evacuation } from '../app/src/evacuation/words.ts'
import { words as evidence } from '../app/src/evidence/words.ts'
import { registry } from '../app/src/opening.ts'
import { words as publication } from '../app/src/publication/words.ts'
import { words as reintegration } from '../app/src/reintegration/words.ts'
import { words as tracing } from '../app/src/tracing/words.ts'
import { sourcesBelow } from './files.ts'

const all = { shell, casefile, clearance, evacuation, evidence, publication, reintegration, tracing }

test.each(Object.entries(all))(
  '%s says everything in Kazakh, Russian, English and Arabic',
  (_station, words) => {
    expect(missingTranslations(words)).toEqual([])
  },
)

/** Codes a person can meet; each is refused, asked to be mended or waited for in words. */
test('every refusal in the code has its sentence', () => {
  const known = Object.assign({}, ...Object.values(all)) as Record<string, unknown>
  const codes = sourcesBelow('app/src').flatMap(({ text }) =>
    [...text.matchAll(/new Refusal\(\s*'([a-z-]+)'/g)].map((match) => match[1]!),
  )
  expect(codes.filter((code) => !(`refusal.${code}` in known))).toEqual([])
})

test('every event has words for the timeline of a file', () => {
  const known = Object.assign({}, ...Object.values(all)) as Record<string, unknown>
  const types = registry.events.map((event) => event.type)
  expect(types.filter((type) => !(`event.${type}` in known))).toEqual([])
})
