import { type AnswerOf, ask, type InputOf, type Wire } from './casefile/asking.ts'
import type { Operations } from './operations.ts'

/** The table of operations asked from afar, typed: `client(wire)('tracing', 'listRequests', {...})`. */
export const client =
  (wire: Wire) =>
  <S extends keyof Operations, V extends keyof Operations[S] & string>(
    station: S,
    verb: V,
    input: InputOf<Operations[S], V>,
    key?: string,
  ): Promise<AnswerOf<Operations[S], V>> =>
    ask<Operations[S], V>(wire, station, verb, input, key)
