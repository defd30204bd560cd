import type { z } from 'zod'
import type { Operation } from './operation.ts'

/** What came back instead of an answer: one of the three kinds of no, already in the asker's language. */
export type No =
  | { kind: 'invalid'; sentence: string; fields: { field: string; code: string; sentence: string }[] }
  | { kind: 'refusal'; code: string; sentence: string; rule?: string }
  | { kind: 'fault'; sentence: string; id?: string }

export class Problem extends Error {
  readonly no: No
  constructor(no: No) {
    super(no.sentence)
    this.name = 'Problem'
    this.no = no
  }
}

export type Table = Record<string, Operation>
export type InputOf<T extends Table, V extends keyof T> = z.input<T[V]['input']>
export type AnswerOf<T extends Table, V extends keyof T> = z.output<T[V]['output']>

export type Wire = {
  base: string
  language: string
  token?: string
  /** Said where the house cannot be reached at all. */
  unreachable: string
}

/** One question over HTTP. `key` makes asking twice the same as asking once. */
export async function ask<T extends Table, V extends keyof T & string>(
  wire: Wire,
  station: string,
  verb: V,
  input: InputOf<T, V>,
  key?: string,
): Promise<AnswerOf<T, V>> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'accept-language': wire.language,
  }
  if (wire.token) headers.authorization = `Bearer ${wire.token}`
  if (key) headers['idempotency-key'] = key
  const response = await fetch(`${wire.base}/api/${station}/${toKebab(verb)}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(input),
  }).catch(() => {
    throw new Problem({ kind: 'fault', sentence: wire.unreachable })
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return body as AnswerOf<T, V>
  throw new Problem((body as No | undefined) ?? { kind: 'fault', sentence: wire.unreachable })
}

/** listOperations -> list-operations: how a verb is written in an address and on the command line. */
export const toKebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
