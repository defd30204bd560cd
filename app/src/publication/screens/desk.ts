import type { operations as casefileOperations } from '../../casefile/operations.ts'
import { asking } from '../../casefile/screens/use.tsx'
import type { operations } from '../operations.ts'

export const publication = asking<typeof operations>('publication')
export const casefile = asking<typeof casefileOperations>('casefile')
