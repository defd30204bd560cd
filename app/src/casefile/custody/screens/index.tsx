import type { Panel, Screen } from '../../screens/screen.ts'
import { CustodyPanel } from './CustodyPanel.tsx'

export const screens: Screen[] = []
export const panels: Panel[] = [
  { station: 'protection', may: ['consul', 'lawyer'], of: ['relative'], component: CustodyPanel },
]
