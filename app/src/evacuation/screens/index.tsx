import type { Screen } from '../../casefile/screens/screen.ts'

export const screens: Screen[] = []
