import { z } from 'zod'
import { type CaseFile, eventType, lastOf } from '../../casefile/event.ts'
import { Sex } from '../../casefile/model.ts'

/** A person's file, or `x-1` for somebody the drawing needs but of whom nothing is known or will be asked. */
export const DrawnId = z.union([
  z.uuid(),
  z.string().regex(/^x-[1-9][0-9]{0,2}$/, { error: 'not-a-drawn-id' }),
])

/** One row of a family: both parents are drawn, or neither. Ids only: names stay in each person's own file. */
export const DrawnPerson = z.object({
  id: DrawnId,
  father: DrawnId.nullable(),
  mother: DrawnId.nullable(),
  sex: Sex,
  deceased: z.boolean().optional(),
})
export type DrawnPerson = z.infer<typeof DrawnPerson>

/** A thousand generations are not drawn by hand: more rows than this is a mistake. */
export const FamilyDrawing = z.object({ people: z.array(DrawnPerson).min(1).max(200) })
export type FamilyDrawing = z.infer<typeof FamilyDrawing>

/** About the family's file and everybody drawn in it. Amended by another one, which replaces it as a whole. */
export const familyDrawn = eventType('evidence.familyDrawn', {
  class: 'file',
  sealed: false,
  detail: FamilyDrawing,
})

export const isUnnamed = (id: string): boolean => id.startsWith('x-')
export const namedIn = (people: DrawnPerson[]): string[] =>
  people.map(({ id }) => id).filter((id) => !isUnnamed(id))

export const familyOf = (family: CaseFile): DrawnPerson[] | undefined =>
  lastOf(family, familyDrawn)?.detail.people

/** The place in the log of the drawing that stands: a weighing of an older one is out of date. */
export const drawingOf = (family: CaseFile): number | undefined => lastOf(family, familyDrawn)?.seq
