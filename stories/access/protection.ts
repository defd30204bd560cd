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
  askAccess: ({ child }) => ({ file: child, receivedOn: '2026-05-01', identified: 'passport' }),
  releaseAccess: ({ child }) => ({ file: child }),
  giveAccess: ({ child }) => ({ file: child, language: 'kk' }),
  certificate: ({ child }) => ({ file: child, what: 'person', language: 'kk' }),
  listDue: ({ operation }) => ({ operation }),
}
