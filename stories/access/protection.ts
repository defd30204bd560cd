import type { Examples } from './examples.ts'

export const examples: Examples = {
  askErasure: ({ child }) => ({ file: child, what: 'person', ground: 'person-asked' }),
  dropErasure: ({ child }) => ({ file: child, what: 'person' }),
  confirmErasure: ({ child }) => ({ file: child, what: 'person' }),
  sweepAgain: ({ child }) => ({ file: child, what: 'person' }),
  listErasures: () => ({}),
  getStanding: ({ child }) => ({ file: child }),
  holdFile: ({ child }) => ({ file: child, because: 'court' }),
  liftHold: ({ child }) => ({ file: child, because: 'court', why: 'ended' }),
  listHolds: () => ({}),
  listPeriods: () => ({}),
  listDue: ({ operation }) => ({ operation }),
}
