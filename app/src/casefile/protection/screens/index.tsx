import { personKinds } from '../../model.ts'
import type { Panel, Screen } from '../../screens/screen.ts'
import { ProtectionPanel } from './ProtectionPanel.tsx'
import { ProtectionScreen } from './ProtectionScreen.tsx'

const officers = ['protectionOfficer', 'lead'] as const

export const screens: Screen[] = [
  {
    path: '/protection',
    title: 'protection.title',
    station: 'protection',
    may: officers,
    inMenu: true,
    component: ProtectionScreen,
  },
]
export const panels: Panel[] = [
  { station: 'protection', may: officers, of: personKinds, component: ProtectionPanel },
]
