import { asking } from '../../screens/use.tsx'
import type { operations } from '../operations.ts'

export const protection = asking<typeof operations>('protection')
