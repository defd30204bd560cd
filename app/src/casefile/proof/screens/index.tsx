import type { Panel, Screen } from '../../screens/screen.ts'

export const screens: Screen[] = []
export const panels: Panel[] = []
