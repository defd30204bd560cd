import { asking } from '../../screens/use.tsx'
import type { operations } from '../operations.ts'

export const log = asking<typeof operations>('log')
