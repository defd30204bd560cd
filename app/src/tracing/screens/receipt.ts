import type { Language } from '../../casefile/model.ts'

export type Receipt = {
  number: string
  secret: string
  /** In whose language it is printed; the page's own where the requester filled in the form. */
  language?: Language
  /** Written down by a colleague: for whom, and the request to go on with. */
  name?: string
  request?: string
}

/**
 * The number and the secret between the form and the page of thanks. In memory alone: neither an address nor a
 * shared telephone's storage keeps what only the requester may know.
 */
let receipt: Receipt | undefined

export const keepReceipt = (given: Receipt): void => {
  receipt = given
}
export const receiptOf = (): Receipt | undefined => receipt
