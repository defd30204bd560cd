import { personKinds } from '../../model.ts'
import type { Panel, Screen } from '../../screens/screen.ts'
import { OpeningsPanel } from './OpeningsPanel.tsx'

export const screens: Screen[] = []
export const panels: Panel[] = [
  {
    station: 'casefile',
    may: ['coordinator', 'lead', 'protectionOfficer'],
    of: personKinds,
    component: OpeningsPanel,
  },
]
