import { type Formatters, IntlMessageFormat } from 'intl-messageformat'
import type { Language } from './language.ts'
import { isolate } from './language.ts'
import { formatNumber, formatPercent } from './numbers.ts'
import { ordinalCategory, pluralCategory } from './plurals.ts'

/** One sentence in four languages, in ICU message syntax. */
export type Message = Readonly<Record<Language, string>>

/** The words of one folder: write them `{ ... } satisfies Messages`, so that the keys stay known. */
export type Messages = Readonly<Record<string, Message>>

export type MessageValue = string | number | boolean | null | undefined
export type MessageValues = Readonly<Record<string, MessageValue>>

/**
 * The sentence `key` in `language` with its values in place.
 *
 * Numbers, plurals and ordinals are chosen by our own rules, so Node and every browser write the same text.
 * Texts of the other direction (a Kazakh name in an Arabic sentence) come isolated. Throws where a value the
 * sentence needs is missing. `{n, date}` and `{n, time}` are not available: use dates.ts and pass a text.
 *
 * @example translate({ seats: { en: '{n, plural, one {# seat} other {# seats}}', ... } }, 'en', 'seats', { n: 3 })
 * // '3 seats'
 */
export function translate<M extends Messages>(
  messages: M,
  language: Language,
  key: keyof M & string,
  values: MessageValues = {},
): string {
  const message = messages[key]
  if (!message) throw new Error(`No message '${key}'`)
  const format = compiled(language, message[language])
  const filled = format.format(readable(language, values, selectArguments(format)))
  return Array.isArray(filled) ? filled.join('') : String(filled)
}

/** `translate` with messages and language already chosen. */
export type Words<M extends Messages> = (key: keyof M & string, values?: MessageValues) => string

export function wordsOf<M extends Messages>(messages: M, language: Language): Words<M> {
  return (key, values) => translate(messages, language, key, values)
}

const cache = new Map<string, IntlMessageFormat>()

function compiled(language: Language, text: string): IntlMessageFormat {
  const key = `${language}\n${text}`
  const known = cache.get(key)
  if (known) return known
  // The formatters replace Intl entirely, see formatters(); `language` as locale only feeds the parser.
  const made = new IntlMessageFormat(text, language, undefined, {
    ignoreTag: true,
    formatters: formatters(language),
  })
  cache.set(key, made)
  return made
}

// Only the three methods the library calls are there; the cast says so.
function formatters(language: Language): Formatters {
  const category = { cardinal: pluralCategory, ordinal: ordinalCategory }
  return {
    getNumberFormat: (_: unknown, shape?: Intl.NumberFormatOptions) => ({
      format: (n: number) =>
        shape?.style === 'percent'
          ? formatPercent(language, n)
          : formatNumber(language, n, { digits: shape?.maximumFractionDigits }),
    }),
    getPluralRules: (_: unknown, options?: { type?: Intl.PluralRuleType }) => ({
      select: (n: number) => category[options?.type ?? 'cardinal'](language, n),
    }),
    getDateTimeFormat: () => {
      throw new Error('Dates in messages: format them with dates.ts and pass the text')
    },
  } as unknown as Formatters
}

/** The values a sentence chooses by (`{who, select, ...}`): codes, which isolating signs would make other codes. */
function selectArguments(format: IntlMessageFormat): Set<string> {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) look(one)
    else if (typeof value === 'object' && value !== null) {
      const node = value as { type?: unknown; value?: unknown; options?: object }
      if (node.type === SELECT && typeof node.value === 'string') found.add(node.value)
      for (const one of Object.values(value)) look(one)
    }
  }
  look(format.getAst())
  return found
}
/** The parser's number for a select element (@formatjs/icu-messageformat-parser, TYPE.select). */
const SELECT = 5

function readable(
  language: Language,
  values: MessageValues,
  codes: Set<string>,
): Record<string, MessageValue> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && !codes.has(name) ? isolate(value, language) : value,
  ])
  return Object.fromEntries(entries)
}
