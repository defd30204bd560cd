import { operations as families } from './operations/families.ts'
import { operations as kits } from './operations/kits.ts'

/** Everything that can be asked of this station. */
export const operations = { ...families, ...kits }
