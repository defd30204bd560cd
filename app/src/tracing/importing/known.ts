import type { Context } from '../../casefile/context.ts'
import type { CasefileTables } from '../../casefile/store.ts'
import type { Tx } from '../../platform/database.ts'
import type { Known } from './matching.ts'
import type { ImportTables } from './tables.ts'

type Tables = ImportTables & CasefileTables

/** Imports that stand: what was undone brings nobody and changes nobody. */
export const standingImports = (ctx: Context, operation: string) =>
  ctx.db
    .withTables<ImportTables>()
    .selectFrom('tracing_imports')
    .select(['import', 'list', 'headers', 'state', 'began'])
    .where('operation', '=', operation)
    .where('state', 'not in', ['undone', 'undoing'])
    .orderBy('seq')
    .execute()

/**
 * Hashes and row numbers of a whole operation, in two questions. The wall asks for every row by itself, which for
 * 20,000 children takes as long as all the rest; so it is asked once for each child (`people`), and what is fetched
 * here is used for those it let through alone.
 */
async function hashesOf(tx: Tx, operation: string, imports: string[]) {
  const db = tx.withTables<ImportTables>()
  const keys = await db
    .selectFrom('tracing_identities')
    .select(['child', 'names', 'mothers'])
    .where('operation', '=', operation)
    .execute()
  const listed = imports.length
    ? await db
        .selectFrom('tracing_imported')
        .select(['child', 'import', 'row', 'external', 'said', 'seq'])
        .where('import', 'in', imports)
        .execute()
    : []
  return { keys, listed }
}

/** Every child of an operation by what read tables hold of it: no file is opened and none is locked. */
export async function gatherKnown(ctx: Context, operation: string, imports: string[]): Promise<Known[]> {
  const db = ctx.db.withTables<Tables>()
  const people = await db
    .selectFrom('people')
    .select(['id', 'names', 'sex', 'birth_earliest', 'birth_latest'])
    .where('operation', '=', operation)
    .where('kind', '=', 'child')
    .where('set_aside', 'is', null)
    .orderBy('id')
    .execute()
  const { keys, listed } = await ctx.asCounter((tx) => hashesOf(tx, operation, imports))
  const keysOf = new Map(keys.map((row) => [row.child, row]))
  const rowsOf = Map.groupBy(listed, (row) => row.child)
  return people.map(({ id, names, sex, ...born }) => ({
    ...{ child: id, spellings: names, sex },
    ...{ names: keysOf.get(id)?.names ?? [], mothers: keysOf.get(id)?.mothers ?? [] },
    born: { earliest: born.birth_earliest, latest: born.birth_latest },
    in: (rowsOf.get(id) ?? []).sort((a, b) => a.seq - b.seq),
  }))
}
