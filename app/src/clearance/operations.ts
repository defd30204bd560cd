import { beginClearance, stateCircumstances } from './operations/begin.ts'
import { listMatrix, whoCouldFly } from './operations/matrix.ts'
import { meetRequirement, withdrawRequirement } from './operations/meet.ts'
import { getClearance, getRequirement, readPaper } from './operations/requirement.ts'
import { noteWait, setOwner } from './operations/wait.ts'

export const operations = {
  beginClearance,
  stateCircumstances,
  meetRequirement,
  withdrawRequirement,
  noteWait,
  setOwner,
  readPaper,
  getClearance,
  getRequirement,
  listMatrix,
  whoCouldFly,
}
