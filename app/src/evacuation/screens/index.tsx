import type { Panel, Screen } from '../../casefile/screens/screen.ts'
import { DayScreen } from './DayScreen.tsx'
import { FlightPanel } from './FlightPanel.tsx'
import { FlightScreen } from './FlightScreen.tsx'
import { GateScreen } from './GateScreen.tsx'
import { SetupScreen } from './SetupScreen.tsx'

const readers = ['lead', 'coordinator', 'doctor', 'consul'] as const

const screen = (path: string, title: string, may: Screen['may'], component: Screen['component']): Screen => ({
  ...{ path, title, may, component },
  station: 'evacuation',
  inMenu: true,
})

export const screens: Screen[] = [
  screen('/evacuation', 'evacuation.title', readers, FlightScreen),
  screen('/evacuation/runbook', 'evacuation.day-title', readers, DayScreen),
  screen('/evacuation/gate', 'evacuation.gate-title', ['lead', 'doctor'], GateScreen),
  screen('/evacuation/setup', 'evacuation.setup-title', ['lead', 'coordinator'], SetupScreen),
]

export const panels: Panel[] = [{ station: 'evacuation', may: readers, component: FlightPanel }]
