import type { Examples } from './examples.ts'

export const examples: Examples = {
  draftFigures: ({ operation }) => ({ operation }),
  publishFigure: ({ operation }) => ({ operation, figure: 'children', reason: 'A new count' }),
  publishAccount: ({ operation }) => ({
    operation,
    account: { language: 'en', title: 'Home', text: 'They came home.', reason: 'First' },
  }),
  readPublicPage: ({ operation }) => ({ operation }),
  reportCorrection: ({ operation }) => ({
    report: {
      page: `/public/${operation}`,
      language: 'en',
      selected: 'cmae',
      before: 'They ',
      after: ' home',
    },
  }),
  listCorrections: () => ({}),
  decideCorrection: ({ child }) => ({ correction: child, verdict: { accepted: true, note: 'Spelling' } }),
}
