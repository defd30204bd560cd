import { examples as accounts } from './accounts.ts'
import { examples as assigning, openings } from './assigning.ts'
import { examples as casefile, session } from './casefile.ts'
import { examples as clearance } from './clearance.ts'
import { examples as emergency } from './emergency.ts'
import { examples as evacuation } from './evacuation.ts'
import { examples as evidence } from './evidence.ts'
import type { Examples } from './examples.ts'
import { examples as merging } from './merging.ts'
import { examples as proof } from './proof.ts'
import { examples as protection } from './protection.ts'
import { examples as publication } from './publication.ts'
import { examples as reintegration } from './reintegration.ts'
import { examples as tracing } from './tracing.ts'
import { examples as training } from './training.ts'

/** One input that its schema takes for every operation, by the name of its station in addresses. */
export const examples: Record<string, Examples> = {
  casefile: { ...casefile, ...assigning, ...openings, ...merging },
  session,
  accounts,
  log: proof,
  protection,
  emergency,
  training,
  tracing,
  evidence,
  clearance,
  evacuation,
  reintegration,
  publication,
}
