import type { EventRow } from '../core/leaf.ts'
import type { Hash } from '../core/merkle.ts'

export type Leaf = { index: number; seq: number; id: string; hash: Hash }

/** Whether what is sealed opens with the key of its person; `erased` where that key was destroyed. */
export type Opening = 'opens' | 'erased' | 'does-not-open'

/** A leaf and the event at its place, where there is one. `opening` is undefined for an open detail. */
export type Pair = { leaf: Leaf; event: (EventRow & { opening?: Opening }) | undefined }

export type KeptCheckpoint = { number: number; size: number; note: string }
export type Unplaced = { row: EventRow; waiting: boolean; seconds: number }
export type FileDifference = { seq: number; file: string; extra: boolean }

/** What is verified, in pieces: a database, or rows in memory. Lists of what should not be are cut at `MOST`. */
export type LogSource = {
  tree(): Promise<{ origin: string; size: number; hashes: Uint8Array }>
  /** Leaves after an index, in order. */
  pairs(after: number): Promise<Pair[]>
  event(id: string): Promise<EventRow | undefined>
  nodes(level: number, from: number, to: number): Promise<{ index: number; hash: Hash }[]>
  nodesPerLevel(): Promise<{ level: number; count: number }[]>
  /** Checkpoints after a number, in order. */
  checkpoints(after: number): Promise<KeptCheckpoint[]>
  verifiers(): Promise<string[]>
  /** Events without a leaf. */
  unplaced(): Promise<Unplaced[]>
  /** Numbers that wait although there is no such event, or although it has its leaf. */
  strays(): Promise<number[]>
  fileDifferences(): Promise<FileDifference[]>
  /** What the fields of an event may have been, to name the one that was changed. */
  known(): Promise<{ types: string[]; classes: string[]; accounts: string[] }>
  filesOf(seq: number): Promise<string[]>
}

/** More of the same would not be read by anybody. */
export const MOST = 1000
