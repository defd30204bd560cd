/** The three kinds of no. See docs/decisions/0002-three-kinds-of-no.md. */

export type RefusalValues = Record<string, string | number | boolean>

/**
 * An expected no: the house understood and will not do it, for a stated reason.
 * `code` names both the sentence (`refusal.<code>`) and the rule (`rule.<code>`) in the message files.
 */
export class Refusal extends Error {
  readonly code: string
  readonly values: RefusalValues
  readonly status: 403 | 404 | 408 | 409 | 413 | 429
  constructor(code: string, values: RefusalValues = {}, status: 403 | 404 | 408 | 409 | 413 | 429 = 409) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.values = values
    this.status = status
  }
}

/** What the door could not read: which field, and the code of what is wrong with it. HTTP 400. */
export type FieldProblem = { field: string; code: string; values?: RefusalValues }

export class Invalid extends Error {
  readonly problems: FieldProblem[]
  constructor(problems: FieldProblem[]) {
    super(problems.map((problem) => `${problem.field}: ${problem.code}`).join('; '))
    this.name = 'Invalid'
    this.problems = problems
  }
}

/** A sentence for the person who starts the program; printed alone, without a stack. */
export class StartProblem extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'StartProblem'
  }
}

export const refuse = (code: string, values?: RefusalValues): never => {
  throw new Refusal(code, values)
}
