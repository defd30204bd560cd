import { openAftercare } from './operations/aftercare.ts'
import { agreeFamily, stateSiblings } from './operations/family.ts'
import { addObservation, recordFollowUp } from './operations/follow-up.ts'
import { listFollowUps, listPlacements } from './operations/lists.ts'
import { moveChildren, placeChildren } from './operations/place.ts'
import { listPsychology, notePsychology } from './operations/psychology.ts'

export const operations = {
  stateSiblings,
  agreeFamily,
  placeChildren,
  moveChildren,
  recordFollowUp,
  addObservation,
  listFollowUps,
  listPlacements,
  openAftercare,
  notePsychology,
  listPsychology,
}
