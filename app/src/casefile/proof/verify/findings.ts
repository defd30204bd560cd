/** What verification can find, each with a sentence `log.found.<kind>`. */
export const kinds = [
  'changed',
  'removed',
  'moved',
  'inserted',
  'unplaced',
  'does-not-open',
  'file-missing',
  'file-extra',
  'leaf-changed',
  'leaf-removed',
  'leaf-extra',
  'node-changed',
  'node-removed',
  'node-extra',
  'edge-changed',
  'stray',
  'checkpoint-changed',
  'checkpoint-removed',
  'checkpoint-differs',
  'unsigned',
  'cut',
  'key-changed',
  'export-unreadable',
  'export-unsigned',
  'export-other-log',
  'export-longer',
  'export-differs',
] as const
export type Kind = (typeof kinds)[number]

/** Which field of an event it was, where that can be told; `unknown` where only the hash tells. */
export type Field = 'seq' | 'id' | 'about' | 'type' | 'class' | 'occurred' | 'recorded' | 'by' | 'unknown'

export type Finding = {
  kind: Kind
  /** The event. */
  id?: string
  seq?: number
  /** The place it stands at now, or the other end of a range. */
  to?: number
  index?: number
  level?: number
  /** The checkpoint. */
  number?: number
  field?: Field
  file?: string
}

/** Not wrong by itself, but worth a look. */
export type Notice = { kind: 'waiting' | 'late'; id: string; seq: number }

export type Report = {
  findings: Finding[]
  notices: Notice[]
  counts: { events: number; opened: number; erased: number; checkpoints: number }
  /** More was found than is listed. */
  more: boolean
}
