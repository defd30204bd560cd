import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useRef } from 'react'
import { type AnswerOf, ask, type InputOf, Problem, type Table, type Wire } from '../asking.ts'
import type { Actor } from '../house.ts'

type Surroundings = {
  wire: Wire
  actor: Actor | null
  operation: string | undefined
  chooseOperation(id: string): void
}
const Here = createContext<Surroundings | undefined>(undefined)

export const HereProvider = ({ value, children }: { value: Surroundings; children: ReactNode }) => (
  <Here.Provider value={value}>{children}</Here.Provider>
)

/** Who is signed in, the operation they look at, and the wire to the house. */
export function useHere(): Surroundings {
  const here = useContext(Here)
  if (!here) throw new Error('a screen outside the house')
  return here
}

/**
 * The questions of one station, typed by its own table:
 * `const tracing = asking<typeof operations>('tracing')`, then in a component
 * `const requests = tracing.useAnswer('listRequests', { operation })` and
 * `const decide = tracing.useDoing('decideCandidate')`, `decide.mutate(input)`.
 */
export function asking<T extends Table>(station: string) {
  return {
    /** Asked when the screen opens, and again after anything was done. `input` undefined: not yet. */
    useAnswer<V extends keyof T & string>(verb: V, input: InputOf<T, V> | undefined) {
      const { wire } = useHere()
      return useQuery<AnswerOf<T, V>, Problem>({
        queryKey: [station, verb, input, wire.language],
        queryFn: () => ask<T, V>(wire, station, verb, input as InputOf<T, V>),
        enabled: input !== undefined,
        retry: (count, problem) => count < 2 && problem instanceof Problem && problem.no.kind === 'fault',
      })
    },
    /** Done once however often the button is pressed: a form keeps its key until it was answered. */
    useDoing<V extends keyof T & string>(verb: V) {
      const { wire } = useHere()
      const queries = useQueryClient()
      const key = useRef<string | undefined>(undefined)
      return useMutation<AnswerOf<T, V>, Problem, InputOf<T, V>>({
        mutationFn: (input) => {
          key.current ??= crypto.randomUUID()
          return ask<T, V>(wire, station, verb, input, key.current)
        },
        onError: (problem) => {
          // After a clear no the next try is another request; after silence it must be the same one.
          if (problem.no.kind !== 'fault') key.current = undefined
        },
        onSuccess: () => {
          key.current = undefined
          return queries.invalidateQueries()
        },
      })
    },
  }
}
