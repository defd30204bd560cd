import { agreeToEmergency, endEmergency, reviewEmergency } from './deciding.ts'
import { listEmergencies } from './listing.ts'
import { openInEmergency } from './opening.ts'

export const operations = {
  openInEmergency,
  agreeToEmergency,
  endEmergency,
  listEmergencies,
  reviewEmergency,
}
