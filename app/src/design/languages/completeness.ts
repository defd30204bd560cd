import { isPluralElement, isSelectElement, type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { type Language, languages } from './language.ts'
import type { Message, Messages } from './messages.ts'

export type MissingTranslation = {
  key: string
  language: Language
  problem: 'missing' | 'unreadable' | 'arguments' | 'plural' | 'same-as-english' | 'wrong-script'
}
