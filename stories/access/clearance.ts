import type { Examples } from './examples.ts'

const paper = { name: 'order.pdf', base64: Buffer.from('%PDF order').toString('base64') }

export const examples: Examples = {
  beginClearance: ({ operation, child, sibling }) => ({
    operation,
    children: [{ child, mother: 'lives' }, { child: sibling }],
  }),
  stateCircumstances: ({ child }) => ({ child, mother: 'dead', stays: 'elsewhere' }),
  meetRequirement: ({ child }) => ({
    ...{
      child,
      requirement: 'mother-consent',
      paper,
      on: '2026-11-01',
      signedBy: ['The mother', 'A notary'],
    },
  }),
  withdrawRequirement: ({ child }) => ({
    child,
    requirement: 'mother-consent',
    reason: 'She changed her mind',
  }),
  noteWait: ({ child }) => ({ child, requirement: 'judge', since: '2026-11-03', note: 'Asked the judge' }),
  setOwner: ({ child, worker }) => ({ child, requirement: 'judge', owner: worker }),
  readPaper: ({ child }) => ({ child, requirement: 'mother-consent' }),
  getClearance: ({ child }) => ({ child }),
  getRequirement: ({ child }) => ({ child, requirement: 'mother-consent' }),
  listMatrix: ({ operation }) => ({ operation }),
  whoCouldFly: ({ operation }) => ({ operation }),
}
