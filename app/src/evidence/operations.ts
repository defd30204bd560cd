import { operations as advice } from './operations/advice.ts'
import { operations as claims } from './operations/claims.ts'
import { operations as dependence } from './operations/dependence.ts'
import { operations as families } from './operations/families.ts'
import { operations as kits } from './operations/kits.ts'
import { operations as profiles } from './operations/profiles.ts'
import { operations as programs } from './operations/programs.ts'
import { operations as reports } from './operations/reports.ts'
import { operations as board } from './operations/search/board.ts'
import { operations as explaining } from './operations/search/explain.ts'
import { operations as searching } from './operations/search/start.ts'
import { operations as signing } from './operations/signing.ts'
import { operations as weighing } from './operations/weighing.ts'

/** Everything that can be asked of this station. */
export const operations = {
  ...advice,
  ...dependence,
  ...families,
  ...kits,
  ...profiles,
  ...programs,
  ...claims,
  ...weighing,
  ...reports,
  ...signing,
  ...searching,
  ...board,
  ...explaining,
}
