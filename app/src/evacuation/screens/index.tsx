import type { Panel, Screen } from '../../casefile/screens/screen.ts'

export const screens: Screen[] = []
export const panels: Panel[] = []
