/** What airlift says when it is asked something it cannot answer: a code for programs, ids for people. */
export class AirliftRefusal extends Error {
  override readonly name = 'AirliftRefusal'
  readonly code: string
  readonly ids: string[]

  constructor(code: string, ids: string[], sentence: string) {
    super(sentence)
    this.code = code
    this.ids = ids
  }
}
