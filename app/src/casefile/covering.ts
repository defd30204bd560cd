import { type RawBuilder, sql } from 'kysely'

type Statement = RawBuilder<unknown>

/**
 * Every role stands behind this: without a statement of the house of whom the transaction stands for, there is
 * nothing to see and nothing to add. Asked once a question, as are the others below (decision 0063).
 */
export const proven = sql`(select sandsage.stands())`
const whole = sql`(select sandsage.whole())`

/** Whoever asks works on this file: on the whole house, or on a scope that covers it. */
export const worksOn = (file: Statement): Statement =>
  sql`(${whole} or exists (select 1 from sandsage.file_scopes scope where scope.file = ${file}))`

/**
 * On one of these files: an open event names several and identifies no one, and seeing one is enough to read it. Most
 * events name one file, which is asked as plainly as above; the others each by its own key, because an array as a whole
 * has the planner go through every file of the operation for every event (decision 0065).
 */
export const worksOnOne = (files: Statement): Statement => sql`(${worksOn(sql`${files}[1]`)}
  or (cardinality(${files}) > 1 and exists (select 1 from unnest(${files}) as named(file)
    cross join lateral (select 1 from sandsage.file_scopes scope where scope.file = named.file limit 1) one)))`
