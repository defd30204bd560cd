import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { toKebab } from '../casefile/asking.ts'
import type { Operation } from '../casefile/operation.ts'
import { MOST_BYTES, toSentFile } from '../casefile/operation.ts'
import { Invalid, Refusal } from '../platform/refusal.ts'

/** The part of JSON Schema that command-line fields are derived from. */
export type Schema = {
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: string[]
  anyOf?: Schema[]
  description?: string
  format?: string
  sentFile?: boolean
}

export const inputSchema = (operation: Operation): Schema =>
  z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema

const toCamel = (text: string) => text.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

function schemaAt(schema: Schema | undefined, path: string[]): Schema | undefined {
  const [head, ...rest] = path
  return head === undefined ? schema : schemaAt(schema?.properties?.[head], rest)
}

function readSent(path: string): unknown {
  const content = readFileSync(path)
  if (content.length > MOST_BYTES) throw new Refusal('file-too-large', { most: 24 }, 413)
  return toSentFile(basename(path), content)
}

/** One word of the command line as the value its schema asks for; what does not fit is left for the schema to refuse. */
function toValue(schema: Schema | undefined, text: string | undefined): unknown {
  if (schema?.sentFile && text !== undefined) return readSent(text)
  if (schema?.type === 'boolean')
    return text === undefined || text === 'true' ? true : text === 'false' ? false : text
  if (text === undefined) return true
  if (schema?.type === 'integer' || schema?.type === 'number')
    return Number.isFinite(Number(text)) && text.trim() ? Number(text) : text
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  }
  if (schema?.type === 'array') return text.split(',').map((part) => toValue(schema.items, part.trim()))
  return text
}

function put(target: Record<string, unknown>, path: string[], value: unknown): void {
  const [head, ...rest] = path as [string, ...string[]]
  if (rest.length === 0) target[head] = value
  else {
    target[head] ??= {}
    put(target[head] as Record<string, unknown>, rest, value)
  }
}

/** `--child ID --consent.purpose dna --file list.csv` as the operation's input. `--input FILE` gives the whole as JSON. */
export function toInput(operation: Operation, words: string[]): unknown {
  const schema = inputSchema(operation)
  let input: Record<string, unknown> = {}
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (!word.startsWith('--')) throw new Invalid([{ field: word, code: 'unrecognized-keys' }])
    const [name, inline] = splitOnce(word.slice(2), '=')
    const next = words[i + 1]
    const text = inline ?? (next !== undefined && !next.startsWith('--') ? words[++i] : undefined)
    if (name === 'input')
      input = JSON.parse(readFileSync(text === '-' ? 0 : text!, 'utf8')) as Record<string, unknown>
    else {
      const path = name.split('.').map(toCamel)
      put(input, path, toValue(schemaAt(schema, path), text))
    }
  }
  return input
}

const splitOnce = (text: string, at: string): [string, string | undefined] => {
  const index = text.indexOf(at)
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)]
}

function kindOf(schema: Schema): string {
  if (schema.sentFile) return 'FILE'
  if (schema.enum) return schema.enum.join('|')
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(' or ')
  if (schema.type === 'array') return `${kindOf(schema.items ?? {})},...`
  return schema.format === 'uuid'
    ? 'ID'
    : schema.format === 'date'
      ? 'YYYY-MM-DD'
      : (schema.type ?? 'JSON').toUpperCase()
}

/** The fields of an operation, one line each, those that may be left out in brackets. */
export function fieldLines(schema: Schema, prefix = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = prefix + toKebab(name)
    if (field.properties && !field.sentFile) return fieldLines(field, `${path}.`)
    const line = `--${path} ${kindOf(field)}`
    return [
      `  ${schema.required?.includes(name) ? line : `[${line}]`}${field.description ? `   ${field.description}` : ''}`,
    ]
  })
}
