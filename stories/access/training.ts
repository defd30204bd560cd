import type { Examples } from './examples.ts'

export const examples: Examples = {
  recordTraining: ({ worker }) => ({ account: worker, course: 'dataProtection', on: '2026-01-12' }),
  withdrawTraining: ({ worker }) => ({ account: worker, course: 'dataProtection', reason: 'A mistake' }),
  requireCourse: () => ({ course: 'codeOfConduct', from: null }),
  listTraining: () => ({}),
  myTraining: () => ({}),
}
