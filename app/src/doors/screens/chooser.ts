import { createContext } from 'react'
import type { Language } from '../../design/languages/language.ts'

/** Changes the language of the whole house on this device. */
export const ChooserContext = createContext<(language: Language) => void>(() => {})
