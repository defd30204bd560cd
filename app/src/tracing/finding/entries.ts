/** Under what somebody is known in the index. A request of which nobody is in the lists yet has a row as well. */
export const fields = ['name', 'other', 'mother'] as const
export type Field = (typeof fields)[number]

export type Entry = {
  /** The file, and for a request which of those it asks for: `<file>` or `<file>#<place>`. */
  id: string
  operation: string | null
  kind: string
  earliest: number | null
  latest: number | null
  names: { field: Field; text: string }[]
  /** Joined into another file: found under its names, and no duplicate of anybody. */
  aside: boolean
}

/** Whose names may be found: everybody's, or those of some operations and some single files. */
export type Scope = { operations: string[]; files: string[] } | null

export const inScope = (scope: Scope, { id, operation }: Pick<Entry, 'id' | 'operation'>): boolean =>
  scope === null ||
  (operation !== null && scope.operations.includes(operation)) ||
  scope.files.includes(id.slice(0, 36))

/** One search: the words, years of birth if some were named; `kind` where only one will do. */
export type Wanted = { words: string[]; years: number[]; scope: Scope; top: number; kind?: string }

export type Why = { field: Field; how: 'sounds' | 'begins'; text: string } | { field: 'born'; how: 'in' }
export type Found = { id: string; log10LR: number; why: Why[] }
