import type { ReadyName, Role } from '@sandsage/names'
import { names as chances } from './chances.ts'
import type { Described } from './described.ts'
import type { About, Evidence } from './evidence.ts'
import { bestOf, isSurname } from './names.ts'
import { meet, ready } from './spelled.ts'

const meetAll = (a: readonly ReadyName[], b: readonly ReadyName[]) =>
  a.flatMap((x) => b.map((y) => ({ met: meet(x, y), cost: 0 })))

const parent = (a: readonly string[], b: readonly string[], about: 'mother' | 'father'): Evidence[] => {
  const all = meetAll(a.map(ready), b.map(ready))
  return [
    ...bestOf(about, about, all, chances[about], (met) => met.isOwn),
    ...bestOf('family', about, all, chances.family, isSurname),
    ...bestOf(`${about}-line`, about, all, chances.line, (met) => !met.isOwn && !isSurname(met)),
  ]
}

/** The words of names that have one of the roles, each as a name by itself. */
const wordsOf = (names: readonly string[], roles: readonly Role[]): ReadyName[] =>
  names.flatMap((name) =>
    ready(name)
      .parts.filter((part) => roles.includes(part.role))
      .map((part) => ready(part.text)),
  )

/** One side's words beside the other's of another place: agreement says much, disagreement next to nothing. */
const across = (about: About, pairs: [ReadyName[], ReadyName[]][], isCertain: boolean): Evidence[] => {
  const bounds = about === 'father' && isCertain ? chances.father : chances.maiden
  return bestOf(
    about,
    'across',
    pairs.flatMap(([x, y]) => meetAll(x, y)),
    bounds,
    () => true,
  )
}

/** A patronymic beside the father's name: Нұржанқызы here, Nurzhan there. */
const fatherAcross = (a: Described, b: Described): Evidence[] => {
  const fathers = (one: Described) => wordsOf(one.father, ['given'])
  const certain = (one: Described) => wordsOf(one.names, ['patronymic'])
  const chain = (one: Described) => wordsOf(one.names, ['unknown'])
  const sure = across(
    'father',
    [
      [certain(a), fathers(b)],
      [fathers(a), certain(b)],
    ],
    true,
  )
  return sure.length
    ? sure
    : across(
        'father',
        [
          [chain(a), fathers(b)],
          [fathers(a), chain(b)],
        ],
        false,
      )
}

/** The child's surname beside a parent's: they may be one, and need not. */
const surnameAcross = (a: Described, b: Described): Evidence[] => {
  const child = (one: Described) => wordsOf(one.names, ['surname'])
  const parents = (one: Described) => wordsOf([...one.mother, ...one.father], ['surname'])
  return across(
    'family',
    [
      [child(a), parents(b)],
      [parents(a), child(b)],
    ],
    false,
  )
}

/**
 * The parents' names. Where one side has only a patronymic or only a parent's surname it is set beside what the
 * other has in its place; `already` is what the names themselves said.
 */
export function weighParents(a: Described, b: Described, already: readonly Evidence[] = []): Evidence[] {
  const direct = [...parent(a.mother, b.mother, 'mother'), ...parent(a.father, b.father, 'father')]
  const has = (about: About) => [...already, ...direct].some((one) => one.about === about)
  return [
    ...direct,
    ...(has('father') ? [] : fatherAcross(a, b)),
    ...(has('family') ? [] : surnameAcross(a, b)),
  ]
}
