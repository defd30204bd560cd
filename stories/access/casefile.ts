import type { Examples } from './examples.ts'

const names = { en: 'Somebody' }

export const examples: Examples = {
  describeOperation: ({ operation }) => ({
    operation,
    description: {
      names,
      from: 'IQ',
      to: 'KZ',
      corridor: 'IQ-KZ',
      flightAt: '2026-11-27T06:00:00Z',
      takesRequests: true,
    },
  }),
  listOperations: () => ({}),
  describePerson: ({ child, operation }) => ({
    ...{ id: child, kind: 'child', operation },
    description: { names, sex: 'female', birth: { earliest: 2019, latest: 2020 } },
  }),
  listPeople: ({ operation }) => ({ operation }),
  openFile: ({ child }) => ({ file: child }),
  home: ({ operation }) => ({ operation }),
  giveConsent: ({ child, relative }) => ({
    person: child,
    consent: {
      purpose: 'travel',
      givenBy: relative,
      on: '2026-11-01',
      place: 'Baghdad',
      language: 'kk',
      witness: 'A consul',
      copyLeft: true,
    },
  }),
  withdrawConsent: ({ child }) => ({ person: child, purpose: 'travel', on: '2026-11-02' }),
  listConsents: ({ child }) => ({ person: child }),
  noteCustody: ({ relative }) => ({ relative, place: 'A prison in Baghdad', since: '2017-11-27' }),
  getCustody: ({ relative }) => ({ file: relative }),
}

export const session: Examples = { who: () => ({}), colleagues: () => ({}) }
