import { erasing } from './operations/erasing.ts'
import { keeping } from './operations/keeping.ts'

export const operations = { ...erasing, ...keeping }
