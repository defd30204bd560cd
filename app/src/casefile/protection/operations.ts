import { erasing } from './operations/erasing.ts'
import { keeping } from './operations/keeping.ts'
import { telling } from './operations/telling.ts'

export const operations = { ...erasing, ...keeping, ...telling }
