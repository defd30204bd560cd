/** One request as it is written down: never an address, a header, a path or an input. */
export type RequestLine = {
  at: string
  request: string
  operation: string
  outcome: Outcome
  status: number
  ms: number
  /** Whose profession asked; null for anyone. Not who. */
  profession: string | null
}

export type Outcome = 'done' | 'invalid' | 'refusal' | 'fault'

export const outcomeOf = (status: number): Outcome =>
  status < 400 ? 'done' : status >= 500 ? 'fault' : [400, 413].includes(status) ? 'invalid' : 'refusal'

type Coded = Error & { code?: unknown; constraint?: unknown; table?: unknown }

/**
 * A fault as text: its kind, PostgreSQL's code and constraint, and the places in the sources. The message is left
 * out, because messages quote what they choke on: a name, a date of birth, half a file.
 */
export function describeFault(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause
  const { name, code, constraint, table, stack = '' } = cause as Coded
  const known = [code, constraint, table].filter(
    (part) => typeof part === 'string' && /^[\w-]{1,80}$/.test(part),
  )
  // Only what has the form of a place: a message may run over several lines.
  const places = stack.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
  return [[name, ...known].join(' '), ...places].join('\n')
}

/** Whether requests are written down: asked for, or going to a file or a collector and not before somebody's eyes. */
export const writesRequests = (isTerminal: boolean, wish = process.env.SANDSAGE_LOG): boolean =>
  wish === 'json' || (wish !== 'off' && !isTerminal)
