import type { Examples } from './examples.ts'

const seat = { id: '1A', row: 1, column: 'A', kind: 'seat', medical: true, exitRow: false }
const runbook = {
  start: '2026-11-27T06:00:00Z',
  tasks: [{ id: 'drive', names: { en: 'Drive' }, minutes: 60, after: [] }],
}

export const examples: Examples = {
  setAircraft: ({ operation }) => ({ operation, aircraft: [{ id: 'charter', seats: [seat], lapMasks: 1 }] }),
  setMember: ({ operation, relative }) => ({
    ...{ operation, worker: relative },
    member: { professions: ['doctor'], languages: ['kk'], canEscort: true, seatNeeded: true },
  }),
  setParty: ({ operation, child, sibling }) => ({ operation, children: [child, sibling] }),
  stateNeeds: ({ child }) => ({ child, needs: { medicalSeat: true } }),
  planFlight: ({ operation }) => ({ operation }),
  readPlan: ({ operation }) => ({ operation }),
  setRunbook: ({ operation }) => ({ operation, runbook }),
  readRunbook: ({ operation }) => ({ operation }),
  changeTask: ({ operation }) => ({ operation, change: { kind: 'minutes', id: 'drive', minutes: 30 } }),
  countHeads: ({ operation, child }) => ({ operation, gate: 'Prison gate', present: [child] }),
  handOver: ({ child, relative }) => ({
    child,
    handover: {
      gaveName: 'A',
      gaveOffice: 'Prison',
      receivedBy: relative,
      place: 'Baghdad',
      belongings: [],
      documents: [],
      language: 'ar',
      witnesses: ['B'],
    },
  }),
  readHandovers: ({ operation }) => ({ operation }),
  readSetup: ({ operation }) => ({ operation }),
  printManifest: ({ operation }) => ({ operation, language: 'kk' }),
  printAct: ({ child }) => ({ child, language: 'ar' }),
  recordLanding: ({ operation }) => ({ operation }),
}
