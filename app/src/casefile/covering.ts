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

/** On one of these files: an open event names several and identifies no one, and seeing one is enough to read it. */
export const worksOnOne = (files: Statement): Statement =>
  sql`(${whole} or exists (select 1 from sandsage.file_scopes scope where scope.file = any(${files})))`
