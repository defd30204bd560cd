import type { Examples } from './examples.ts'

const home = { kind: 'foster', place: 'The Omarovs', address: '1 Sage Street, Atyrau' }
const place = ({ child, sibling }: { child: string; sibling: string }) => ({
  ...{ children: [child, sibling], on: '2020-12-12', home, reason: 'They know them and speak Kazakh' },
})

export const examples: Examples = {
  stateSiblings: ({ child, sibling }) => ({ children: [child, sibling], are: true }),
  agreeFamily: ({ child, relative }) => ({
    ...{
      children: [child],
      relative,
      answer: 'agrees',
      on: '2020-11-20',
      terms: 'A room of her own',
      language: 'kk',
    },
  }),
  placeChildren: place,
  moveChildren: (ids) => ({ ...place(ids), endReason: 'The month at the centre is over' }),
  recordFollowUp: ({ child }) => ({
    ...{
      child,
      on: '2021-01-12',
      month: 1,
      seenBy: 'Aigul',
      words: 'She laughs again',
      matters: { school: 'well' },
    },
  }),
  addObservation: ({ child }) => ({ child, text: 'Asks for her mother at night' }),
  listFollowUps: ({ operation }) => ({ operation }),
  listPlacements: ({ operation }) => ({ operation }),
  openAftercare: ({ child }) => ({ child }),
  notePsychology: ({ child }) => ({ child, text: 'Sleeps through the night since she has her own bed' }),
  listPsychology: ({ child }) => ({ child }),
}
