import type { Examples } from './examples.ts'

// Nobody's: whoever opened somebody's file would rightly see it in the questions that follow.
const someone = '01940000-0000-7000-8000-000000000001'

export const examples: Examples = {
  openInEmergency: () => ({ file: someone, reason: 'She was brought in unconscious tonight' }),
  agreeToEmergency: () => ({ emergency: someone }),
  endEmergency: () => ({ emergency: someone }),
  listEmergencies: () => ({}),
  reviewEmergency: () => ({ emergency: someone, found: 'right', note: 'The hospital confirms it' }),
}
