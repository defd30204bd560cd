import { sql } from 'kysely'
import { newId } from '../../platform/identity.ts'
import type { Desk } from './desk.ts'

/** What an owner is told when they next come in; each has its sentence `account.notice.<code>`. */
export type NoticeCode = 'recovered' | 'slowed' | 'wayAdded' | 'wayRemoved'

export const leaveNotice = (
  desk: Desk,
  account: string,
  code: NoticeCode,
  detail: Record<string, string | number> = {},
) =>
  sql`insert into account_notices (id, actor, code, detail) values (${newId()}, ${account}, ${code}, ${JSON.stringify(detail)}::jsonb)`.execute(
    desk.db,
  )
