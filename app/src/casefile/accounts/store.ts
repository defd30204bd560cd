import type { Projection } from '../projection.ts'

export const projections: Projection[] = []
