import type { Panel, Screen } from '../../screens/screen.ts'
import { TrainingScreen } from './TrainingScreen.tsx'

export const screens: Screen[] = [
  {
    path: '/accounts/training',
    title: 'training.title',
    station: 'accounts',
    may: ['administrator', 'lead', 'protectionOfficer'],
    inMenu: true,
    component: TrainingScreen,
  },
]
export const panels: Panel[] = []
