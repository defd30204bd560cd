import type { Projection } from '../casefile/projection.ts'

export const projections: Projection[] = []
