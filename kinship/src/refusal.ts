import type { RefusalDetail } from './types.ts'

/** An expected no: what was asked cannot be computed exactly. Carries a stable code and a sentence. */
export class KinshipRefusal extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'KinshipRefusal'
    this.code = code
  }
}

export function refuse(code: string, message: string): never {
  throw new KinshipRefusal(code, message)
}

/** Runs `compute`; a refusal comes back as data, anything else is a fault and is thrown on. */
export function orRefusal<Result>(compute: () => Result): Result | { refusal: RefusalDetail } {
  try {
    return compute()
  } catch (error) {
    if (error instanceof KinshipRefusal) return { refusal: { code: error.code, message: error.message } }
    throw error
  }
}
