import type { Context } from '../../casefile/context.ts'
import type { CasefileTables } from '../../casefile/store.ts'
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
  const keysOf = new Map(keys.map((row) => [row.child, row]))
  const rowsOf = Map.groupBy(listed, (row) => row.child)
  return people.map(({ id, names, sex, ...born }) => ({
    ...{ child: id, spellings: names, sex },
    ...{ names: keysOf.get(id)?.names ?? [], mothers: keysOf.get(id)?.mothers ?? [] },
    born: { earliest: born.birth_earliest, latest: born.birth_latest },
    in: (rowsOf.get(id) ?? []).sort((a, b) => a.seq - b.seq),
  }))
}
