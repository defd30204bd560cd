export type Receipt = { number: string; secret: string }

/**
 * The number and the secret between the form and the page of thanks. In memory alone: neither an address nor a
 * shared telephone's storage keeps what only the requester may know.
 */
let receipt: Receipt | undefined

export const keepReceipt = (given: Receipt): void => {
  receipt = given
}
export const receiptOf = (): Receipt | undefined => receipt
