import { Refusal } from '../../platform/refusal.ts'
import type { CaseFile } from '../event.ts'
import { personKinds } from '../model.ts'
import type { Scope } from './model.ts'

/** What an assignment of each scope is written in. */
const kindsOf: Record<Scope, readonly string[]> = {
  operation: ['operation'],
  region: ['operation'],
  family: ['family'],
  file: personKinds,
}

export function requireScopeOf(kind: string, scope: Scope): void {
  if (!kindsOf[scope].includes(kind)) throw new Refusal('wrong-scope')
}

/** Whether somebody works on it on a day: `stateOf({ begins: null, until: null }, now)` is 'now'. */
export function stateOf(
  { begins, until }: { begins: Date | null; until: Date | null },
  now: Date,
): 'now' | 'later' | 'over' {
  if (until && until <= now) return 'over'
  return begins && begins > now ? 'later' : 'now'
}

/** A family is of people, all of its own operation. */
export function requireFamily(operation: string, people: CaseFile[], before: CaseFile | undefined): void {
  if (before && before.kind !== 'family') throw new Refusal('wrong-scope')
  if (before && before.operation !== operation) throw new Refusal('other-operation')
  if (people.some((file) => !(personKinds as readonly string[]).includes(file.kind)))
    throw new Refusal('not-a-person')
  if (people.some((file) => file.operation !== operation)) throw new Refusal('other-operation')
}
