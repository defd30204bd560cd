import type { Panel, Screen } from '../../casefile/screens/screen.ts'
import { ClearancePanel } from './ClearancePanel.tsx'
import { ClearanceScreen } from './ClearanceScreen.tsx'

const may = ['coordinator', 'consul', 'lawyer', 'lead', 'doctor'] as const

export const screens: Screen[] = [
  {
    path: '/clearance',
    title: 'clearance.title',
    station: 'clearance',
    may,
    inMenu: true,
    component: ClearanceScreen,
  },
]

export const panels: Panel[] = [{ station: 'clearance', may, component: ClearancePanel }]
