import { ANYONE, professions } from '../../access.ts'
import type { Panel, Screen } from '../../screens/screen.ts'
import { ProofScreen } from './ProofScreen.tsx'

export const screens: Screen[] = [
  {
    path: '/proof',
    title: 'log.title',
    station: 'casefile',
    may: [ANYONE, ...professions],
    component: ProofScreen,
  },
]
export const panels: Panel[] = []
