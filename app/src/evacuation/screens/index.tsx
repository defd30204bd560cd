import type { Panel, Screen } from '../../casefile/screens/screen.ts'
import { FlightScreen } from './FlightScreen.tsx'

export const screens: Screen[] = [
  {
    path: '/evacuation',
    title: 'evacuation.title',
    station: 'evacuation',
    may: ['lead', 'coordinator', 'doctor', 'consul'],
    inMenu: true,
    component: FlightScreen,
  },
]
export const panels: Panel[] = []
