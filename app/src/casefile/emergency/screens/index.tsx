import type { Panel, Screen } from '../../screens/screen.ts'
import { workers } from './asking.ts'
import { EmergencyScreen } from './EmergencyScreen.tsx'
import { WaitingCount } from './WaitingCount.tsx'

export const screens: Screen[] = [
  {
    path: '/emergency',
    title: 'emergency.title',
    station: 'emergency',
    may: workers,
    inMenu: true,
    mark: WaitingCount,
    component: EmergencyScreen,
  },
]
export const panels: Panel[] = []
