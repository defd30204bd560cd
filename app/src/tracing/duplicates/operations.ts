import { doubtApart, listApart, tellApart } from './deciding.ts'
import { findAlike, findDuplicates } from './suggesting.ts'

export const duplicateOperations = { findDuplicates, findAlike, tellApart, doubtApart, listApart }
