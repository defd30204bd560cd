import type { Panel, Screen } from '../../casefile/screens/screen.ts'
import { AftercarePanel } from './AftercarePanel.tsx'
import { FollowUpsScreen } from './FollowUpsScreen.tsx'
import { HomesScreen } from './HomesScreen.tsx'
import { PsychologyPanel } from './PsychologyPanel.tsx'

const may = ['socialWorker', 'coordinator', 'lawyer', 'lead'] as const
const station = 'reintegration'

export const screens: Screen[] = [
  {
    path: '/reintegration',
    title: 'reintegration.title',
    station,
    may,
    inMenu: true,
    component: FollowUpsScreen,
  },
  {
    path: '/reintegration/homes',
    title: 'reintegration.placementTitle',
    station,
    may,
    inMenu: true,
    component: HomesScreen,
  },
]

export const panels: Panel[] = [
  { station, may, component: AftercarePanel },
  { station, may: ['psychologist'], component: PsychologyPanel },
]
