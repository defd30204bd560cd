import { acceptImport } from '../importing/operations/accepting.ts'
import {
  cancelImport,
  getImport,
  listImports,
  redoImport,
  undoImport,
} from '../importing/operations/listing.ts'
import { lookAtList } from '../importing/operations/looking.ts'
import { mendList, planImport } from '../importing/operations/planning.ts'

/** Lists: looked at, taken in, corrected, taken back. */
export const importOperations = {
  lookAtList,
  planImport,
  mendList,
  acceptImport,
  listImports,
  getImport,
  cancelImport,
  undoImport,
  redoImport,
}
