import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Whether whoever asks works on all of these files, an emergency of theirs left aside. */
export async function worksLastingly(db: Tx, files: string[]): Promise<boolean> {
  const { rows } = await sql<{
    yes: boolean
  }>`select sandsage.works_lastingly(${files}::uuid[]) as yes`.execute(db)
  return rows[0]!.yes
}

/** Refuses what would outlast an emergency of whoever sees these files by nothing else; the wall holds it too. */
export async function requireLasting(db: Tx, files: string[]): Promise<void> {
  if (!(await worksLastingly(db, files))) throw new Refusal('emergency-ends')
}
