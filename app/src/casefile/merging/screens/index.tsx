import { personKinds } from '../../model.ts'
import type { Panel, Screen } from '../../screens/screen.ts'
import { JoinedPanel } from './JoinedPanel.tsx'

export const screens: Screen[] = []
export const panels: Panel[] = [
  { station: 'casefile', may: ['coordinator', 'consul'], of: personKinds, component: JoinedPanel },
]
