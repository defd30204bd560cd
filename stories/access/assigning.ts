import type { Examples } from './examples.ts'

export const examples: Examples = {
  assign: ({ child, worker }) => ({ file: child, assignment: { actor: worker, scope: 'file' } }),
  listAssigned: ({ child }) => ({ file: child }),
  describeFamily: ({ operation, child, relative }) => ({ operation, members: [child, relative] }),
  listFamilies: ({ operation }) => ({ operation }),
}

export const openings: Examples = { listOpenings: ({ child }) => ({ file: child }) }
