import type { ReadyName, Role } from '@sandsage/names'
import { names as chances } from './chances.ts'
import type { Described } from './described.ts'
import type { About, Among, Bounds, Evidence } from './evidence.ts'
import { bestOf, isSurname } from './names.ts'
import { meet, ready } from './spelled.ts'

const meetAll = (a: readonly ReadyName[], b: readonly ReadyName[]) =>
  a.flatMap((x) => b.map((y) => ({ met: meet(x, y), cost: 0 })))

type Parent = 'mother' | 'father'

const parent = (a: Described, b: Described, of: Parent, among: Among): Evidence[] => {
  const all = meetAll(a[of].map(ready), b[of].map(ready))
  return [
    ...bestOf({ about: of, of, bounds: chances[of], among }, all, (met) => met.isOwn),
    ...bestOf({ about: 'family', of, bounds: chances.family, among }, all, isSurname),
    ...bestOf(
      { about: `${of}-line`, of, bounds: chances.line, among },
      all,
      (met) => !met.isOwn && !isSurname(met),
    ),
  ]
}

/** The words of names that have one of the roles, each as a name by itself. */
const wordsOf = (names: readonly string[], roles: readonly Role[]): ReadyName[] =>
  names.flatMap((name) =>
    ready(name)
      .parts.filter((part) => roles.includes(part.role))
      .map((part) => ready(part.text)),
  )

type Across = [ReadyName[], ReadyName[]][]

/** One side's words beside the other's of another place: agreement says much, disagreement next to nothing. */
const across = (about: About, bounds: Bounds, among: Among, pairs: Across): Evidence[] =>
  bestOf(
    { about, of: 'across', bounds, among },
    pairs.flatMap(([x, y]) => meetAll(x, y)),
    () => true,
  )

/** A patronymic beside the father's name: Нұржанқызы here, Nurzhan there. */
const fatherAcross = (a: Described, b: Described, among: Among): Evidence[] => {
  const fathers = (one: Described) => wordsOf(one.father, ['given'])
  const beside = (roles: readonly Role[]): Across => [
    [wordsOf(a.names, roles), fathers(b)],
    [fathers(a), wordsOf(b.names, roles)],
  ]
  const sure = across('father', chances.father, among, beside(['patronymic']))
  return sure.length ? sure : across('father', chances.maiden, among, beside(['unknown']))
}

/** The child's surname beside a parent's: they may be one, and need not. */
const surnameAcross = (a: Described, b: Described, among: Among): Evidence[] => {
  const child = (one: Described) => wordsOf(one.names, ['surname'])
  const parents = (one: Described) => wordsOf([...one.mother, ...one.father], ['surname'])
  return across('family', chances.maiden, among, [
    [child(a), parents(b)],
    [parents(a), child(b)],
  ])
}

/**
 * The parents' names. Where one side has only a patronymic or only a parent's surname it is set beside what the
 * other has in its place; `already` is what the names themselves said.
 */
export function weighParents(
  a: Described,
  b: Described,
  among: Among,
  already: readonly Evidence[],
): Evidence[] {
  const direct = [...parent(a, b, 'mother', among), ...parent(a, b, 'father', among)]
  const has = (about: About) => [...already, ...direct].some((one) => one.about === about)
  return [
    ...direct,
    ...(has('father') ? [] : fatherAcross(a, b, among)),
    ...(has('family') ? [] : surnameAcross(a, b, among)),
  ]
}
