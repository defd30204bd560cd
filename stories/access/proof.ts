import type { Examples } from './examples.ts'

export const examples: Examples = {
  checkpoint: () => ({}),
  consistency: () => ({ from: 0, to: 0 }),
  provePaper: ({ child }) => ({ paper: child }),
}
