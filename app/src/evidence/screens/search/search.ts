import type { AnswerOf } from '../../../casefile/asking.ts'
import type { operations } from '../../operations.ts'

export type SearchAnswer = AnswerOf<typeof operations, 'getSearch'>
export type BoardRow = SearchAnswer['children'][number]
export type BoardCell = BoardRow['cells'][number]
export type BoardColumn = SearchAnswer['positions'][number]

/** A pair somebody wants to see. */
export type Pair = { child: string; position: string }

/** The families shown side by side; more would not fit any screen, and each child keeps its own best. */
export const MOST_COLUMNS = 40

export type Filter = { least: 'any' | 'towards' | 'supports'; name: string; unclaimed: boolean }
export const everybody: Filter = { least: 'any', name: '', unclaimed: false }

export function isShown({ cells, names }: BoardRow, { least, name, unclaimed }: Filter): boolean {
  const wanted = name.trim().toLocaleLowerCase()
  const named = Object.values(names).some((text) => text?.toLocaleLowerCase().includes(wanted))
  const strong = least === 'any' || cells.some(({ band }) => band === 'supports' || band === least)
  return named && strong && !(unclaimed && cells.some(({ claimed }) => claimed))
}
