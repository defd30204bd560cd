import { likelihoodFields, ratioFields } from './likelihood.ts'
import { linkedFields } from './linked.ts'
import { mutationMatrixFields } from './mutation-matrix.ts'
import { relatednessFields } from './relatedness.ts'

/** A case as it stands in the file; every kind checks what it reads. */
export type RawCase = Record<string, unknown>

/** What a kind prints. Infinities are numbers here, and become strings when written. */
export type Fields = Record<string, unknown>

/** Every kind of the case format that is computed; one file each, which reads the case and prints the fields. */
export const kinds: Record<string, (raw: RawCase) => Fields> = {
  likelihood: likelihoodFields,
  likelihoodRatio: ratioFields,
  likelihoodTwoLinkedMarkers: linkedFields,
  mutationMatrix: mutationMatrixFields,
  relatedness: relatednessFields,
}
