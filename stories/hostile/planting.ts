import { createHash } from 'node:crypto'
import { toOpenApi } from '../../app/src/doors/openapi.ts'
import type { Schema } from './inputs.ts'

/** What would run, navigate, be evaluated or turn round, were it taken for anything but text. */
export const seeds = [
  '<img src=x onerror="window.ran=1">',
  '"><svg onload="window.ran=1"></svg>',
  '</script><script>window.ran=1</script>',
  '</title><iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  "javascript:window.ran=1//'-window.ran=1-'",
  '{{7*7}}<%=7*7%>#{7*7}$' + '{7*7}',
  '<style>*{display:none!important}</style><base href="http://127.0.0.1:1/">',
  '#read("/etc/passwd") #import "/etc/passwd": * #link("javascript:1")[x]',
  '=HYPERLINK("http://127.0.0.1:1/","x")',
  '{n, plural, other {x}} {0}',
  '\u202e\u2066edoc\u2067',
]

const inputs = new Map(
  Object.values(toOpenApi('0').paths).map(({ post }) => [
    post.operationId,
    post.requestBody.content['application/json'].schema as Schema,
  ]),
)

/** A text that a person writes, and neither a code, a day, an id nor a file. */
const isFree = (schema: Schema): boolean =>
  schema.type === 'string' && !schema.format && !schema.pattern && !schema.enum && !('const' in schema)

const branches = (schema: Schema): Schema[] => [
  schema,
  ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(branches),
]

type Planted = { value: unknown; fields: string[] }

/** The same text always has the same seed behind it: a name that is written twice is still the same name. */
const seedOf = (text: string): string => seeds[createHash('sha256').update(text).digest()[0]! % seeds.length]!

/** The input with a seed behind each free text, as far as its length allows. */
export function plant(operation: string, input: unknown): Planted {
  const fields: string[] = []
  const walk = (value: unknown, schemas: Schema[], path: string): unknown => {
    if (schemas.some((one) => (one as { sentFile?: boolean }).sentFile)) return value
    if (typeof value === 'string') {
      const free = schemas.find(isFree)
      const planted = `${value} ${seedOf(value)}`
      if (!free || isCode(value) || planted.length > (free.maxLength ?? 1e6)) return value
      fields.push(path)
      return planted
    }
    if (Array.isArray(value))
      return value.map((one) =>
        walk(
          one,
          schemas.flatMap((schema) => branches(schema.items ?? {})),
          path,
        ),
      )
    if (!value || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        walk(
          inner,
          schemas.flatMap((schema) => inside(schema, key)),
          `${path}.${key}`,
        ),
      ]),
    )
  }
  return { value: walk(input, branches(inputs.get(operation) ?? {}), operation), fields }
}

const inside = (schema: Schema, key: string): Schema[] => {
  const own = schema.properties?.[key]
  const more = schema.additionalProperties
  return own ? branches(own) : typeof more === 'object' ? branches(more) : []
}

/** `norstr-west-asia`, `IQ-KZ`, `KZ-30-0001`, `kk`: where a table, a corridor or a kit is named, nothing else will do. */
const isCode = (value: string): boolean =>
  /^[\w.:-]*$/.test(value) && (/[\d_-]/.test(value) || value.length < 4 || value === value.toLowerCase())
