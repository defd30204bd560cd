import { sha256 } from './sha256.ts'

/** A SHA-256 digest: 32 bytes. */
export type Hash = Uint8Array

/** RFC 6962, 2.1: SHA-256 of 0x00 and the leaf's bytes, so that a leaf can never pass for a node. */
export function leafHash(leaf: Uint8Array): Hash {
  const bytes = new Uint8Array(leaf.length + 1)
  bytes.set(leaf, 1)
  return sha256(bytes)
}

const pair = new Uint8Array(65)
pair[0] = 1

/** RFC 6962, 2.1: SHA-256 of 0x01, the left and the right hash. */
export function nodeHash(left: Hash, right: Hash): Hash {
  pair.set(left, 1)
  pair.set(right, 33)
  return sha256(pair)
}

/** The root over no leaf at all: SHA-256 of nothing. */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array())
