import type { Description, Names } from '../../casefile/model.ts'

/** Fields of which one side's has to be chosen where both say something else. */
export const chosen = ['names', 'sex', 'birth', 'mother', 'father', 'birthplace', 'place', 'marks'] as const
export type Chosen = (typeof chosen)[number]
export type Choice = Partial<Record<Chosen, 'a' | 'b'>>

const isKnown = (value: unknown): boolean =>
  value !== undefined &&
  value !== 'unknown' &&
  (typeof value !== 'object' || Object.values(value as object).some((one) => one !== undefined))

/** Two spellings in one language are a choice; in two languages they are one name, written twice. */
const clash = (a: Names | undefined, b: Names | undefined): boolean =>
  Object.entries(a ?? {}).some(([language, text]) => {
    const other = b?.[language as keyof Names]
    return text !== undefined && other !== undefined && other !== text
  })

const isNamed = (field: Chosen): field is 'names' | 'mother' | 'father' =>
  field === 'names' || field === 'mother' || field === 'father'

/** The fields in which both say something, and not the same. */
export const openChoices = (a: Description, b: Description): Chosen[] =>
  chosen.filter((field) =>
    isNamed(field)
      ? clash(a[field], b[field])
      : isKnown(a[field]) && isKnown(b[field]) && JSON.stringify(a[field]) !== JSON.stringify(b[field]),
  )

const MOST = { otherNames: 12, companions: 30, languages: 12 }

/**
 * One description of two: what only one side says is taken over, what both say is chosen, lists are put together. A
 * spelling of the name that is not chosen stays as another name. Where `choice` names no side, `first` stands.
 */
export function joinDescriptions(
  a: Description,
  b: Description,
  choice: Choice,
  first: 'a' | 'b' = 'a',
): Description {
  const side = (field: Chosen) => ((choice[field] ?? first) === 'a' ? ([a, b] as const) : ([b, a] as const))
  const names = (field: 'names' | 'mother' | 'father'): Names | undefined => {
    const [one, other] = side(field)
    return one[field] || other[field] ? { ...other[field], ...one[field] } : undefined
  }
  const value = <F extends Chosen>(field: F): Description[F] => {
    const [one, other] = side(field)
    return isKnown(one[field]) ? one[field] : other[field]
  }
  const list = (field: 'otherNames' | 'companions' | 'languages', more: string[] = []) => {
    const all = [...new Set([...(a[field] ?? []), ...(b[field] ?? []), ...more])].slice(0, MOST[field])
    return all.length ? all : undefined
  }
  const joined = names('names')!
  const spelled = new Set(Object.values(joined))
  const left = [a, b].flatMap((one) => Object.values(one.names)).filter((text) => !spelled.has(text))
  return withoutGaps({
    ...{
      names: joined,
      sex: value('sex'),
      birth: value('birth'),
      mother: names('mother'),
      father: names('father'),
    },
    ...{ birthplace: value('birthplace'), place: value('place'), marks: value('marks') },
    ...{ languages: list('languages'), companions: list('companions'), otherNames: list('otherNames', left) },
    deceased: a.deceased || b.deceased || undefined,
  })
}

const withoutGaps = (description: Description): Description =>
  Object.fromEntries(Object.entries(description).filter(([, value]) => value !== undefined)) as Description
