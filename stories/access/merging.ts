import type { Examples } from './examples.ts'

const reason = 'Both name the same mother and the same cell.'

export const examples: Examples = {
  mergeFiles: ({ child, sibling }) => ({ keep: child, other: sibling, reason }),
  unmergeFile: ({ sibling }) => ({ other: sibling, reason }),
  listJoined: ({ child }) => ({ file: child }),
}
