import { IntlMessageFormat } from 'intl-messageformat'
import { type Language, languages } from './language.ts'
import type { Messages } from './messages.ts'

export type TranslationProblem = {
  key: string
  language: Language
  problem: 'missing' | 'unreadable' | 'arguments' | 'plural' | 'same-as-english' | 'wrong-script'
}

type Ast = ReturnType<IntlMessageFormat['getAst']>
type Element = Ast[number]

/**
 * What is not yet said in all four languages, for a folder's completeness test:
 * `expect(missingTranslations(messages)).toEqual([])`.
 *
 * - `missing` empty or absent; `unreadable` not ICU syntax; `arguments` other arguments than the English;
 * - `plural` a category the language needs is not written (few, many in Russian; few in Arabic);
 * - `same-as-english`, `wrong-script` English left standing by accident. `mayBeSame` lists keys that are the
 *   same on purpose (a product's name, `PDF`).
 */
export function missingTranslations(
  messages: Messages,
  mayBeSame: readonly string[] = [],
): TranslationProblem[] {
  return Object.keys(messages).flatMap((key) =>
    languages.flatMap((language) => {
      const problem = problemOf(messages[key] ?? {}, language, mayBeSame.includes(key))
      return problem ? [{ key, language, problem }] : []
    }),
  )
}

function problemOf(
  message: Partial<Record<Language, string>>,
  language: Language,
  maySame: boolean,
): TranslationProblem['problem'] | undefined {
  const text = message[language]
  if (text === undefined || text.trim() === '') return 'missing'
  const ast = parsed(text)
  if (!ast) return 'unreadable'
  const english = parsed(message.en ?? '') ?? []
  if (argumentsOf(ast).join() !== argumentsOf(english).join()) return 'arguments'
  if (!pluralsAreWhole(ast, language)) return 'plural'
  if (language === 'en' || maySame) return undefined
  return strayEnglish(wordsIn(ast), wordsIn(english), language)
}

const OWN_SCRIPT: Record<Language, RegExp> = {
  kk: /\p{Script=Cyrillic}/u,
  ru: /\p{Script=Cyrillic}/u,
  en: /\p{Script=Latin}/u,
  ar: /\p{Script=Arabic}/u,
}

function strayEnglish(text: string, english: string, language: Language) {
  if (!/\p{L}/u.test(english)) return undefined
  if (text === english) return 'same-as-english'
  return OWN_SCRIPT[language].test(text) ? undefined : 'wrong-script'
}

const NEEDED: Record<Language, readonly string[]> = {
  kk: ['other'],
  ru: ['one', 'few', 'many', 'other'],
  en: ['one', 'other'],
  ar: ['few', 'other'],
}

function pluralsAreWhole(ast: Ast, language: Language): boolean {
  return everyElement(ast).every((element) => {
    if (!('pluralType' in element) || element.pluralType !== 'cardinal') return true
    return NEEDED[language].every((category) => category in element.options)
  })
}

function argumentsOf(ast: Ast): string[] {
  const named = everyElement(ast).flatMap((element) => (isNamed(element) ? [element.value] : []))
  return [...new Set(named)].sort()
}

function isNamed(element: Element): element is Element & { value: string } {
  // 0 is a literal: its `value` is the text itself. The pound sign (#) has none.
  return element.type !== 0 && 'value' in element
}

function wordsIn(ast: Ast): string {
  return everyElement(ast)
    .map((element) => (element.type === 0 ? element.value : ''))
    .join(' ')
    .trim()
}

function everyElement(ast: Ast): Element[] {
  return ast.flatMap((element) => {
    const options = 'options' in element ? Object.values(element.options) : []
    return [element, ...options.flatMap((option) => everyElement(option.value))]
  })
}

function parsed(text: string): Ast | undefined {
  try {
    return new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst()
  } catch {
    return undefined
  }
}
