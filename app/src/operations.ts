import { operations as accounts } from './casefile/accounts/operations.ts'
import { operations as assigning } from './casefile/assigning/operations.ts'
import { operations as consent } from './casefile/consenting.ts'
import { operations as custody } from './casefile/custody/operations.ts'
import { operations as emergency } from './casefile/emergency/operations.ts'
import { operations as merging } from './casefile/merging/operations.ts'
import { operations as openings } from './casefile/openings/operations.ts'
import { operations as casefile } from './casefile/operations.ts'
import { operations as proof } from './casefile/proof/operations.ts'
import { operations as protection } from './casefile/protection/operations.ts'
import { operations as session } from './casefile/session.ts'
import { operations as training } from './casefile/training/operations.ts'
import { operations as clearance } from './clearance/operations.ts'
import { operations as evacuation } from './evacuation/operations.ts'
import { operations as evidence } from './evidence/operations.ts'
import { operations as publication } from './publication/operations.ts'
import { operations as reintegration } from './reintegration/operations.ts'
import { operations as tracing } from './tracing/operations.ts'

/** Everything that can be asked of the house: station, verb, operation. */
export const operations = {
  session,
  accounts,
  casefile: { ...casefile, ...assigning, ...openings, ...consent, ...custody, ...merging },
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

export type Operations = typeof operations
