import type { Examples } from './examples.ts'

export const examples: Examples = {
  recordTraining: ({ worker }) => ({ account: worker, course: 'data-protection', on: '2026-01-12' }),
  withdrawTraining: ({ worker }) => ({ account: worker, course: 'data-protection', reason: 'A mistake' }),
  requireCourse: () => ({ course: 'code-of-conduct', from: null }),
  listTraining: () => ({}),
  myTraining: () => ({}),
}
