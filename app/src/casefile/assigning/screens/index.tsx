import './assigning.css'
import { professions } from '../../access.ts'
import { personKinds } from '../../model.ts'
import type { Panel, Screen } from '../../screens/screen.ts'
import { AccessScreen } from './AccessScreen.tsx'
import { AssignmentsScreen } from './AssignmentsScreen.tsx'
import { WorkersPanel } from './WorkersPanel.tsx'

const those = ['coordinator', 'lead'] as const

export const screens: Screen[] = [
  {
    path: '/assignments',
    title: 'assigning.title',
    station: 'casefile',
    may: those,
    inMenu: true,
    component: AssignmentsScreen,
  },
  {
    path: '/access',
    title: 'access.title',
    station: 'accounts',
    may: professions,
    inMenu: true,
    component: AccessScreen,
  },
]
export const panels: Panel[] = [{ station: 'casefile', may: those, of: personKinds, component: WorkersPanel }]
