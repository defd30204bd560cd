import fc from 'fast-check'

/** What a JSON schema of the OpenAPI description says, as far as inputs are made from it. */
export type Schema = {
  type?: string
  format?: string
  pattern?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  propertyNames?: Schema
  additionalProperties?: Schema | boolean
  items?: Schema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

/** `@id 7` stands for an id that is only known when the request is sent; see `toBody`. */
const someId = fc.oneof(
  { weight: 8, arbitrary: fc.nat(10_000).map((place) => `@id ${place}`) },
  { weight: 1, arbitrary: fc.uuid({ version: [1, 4, 7] }) },
  { weight: 1, arbitrary: fc.constant('00000000-0000-4000-8000-000000000000') },
)

const strings = [
  ...['', ' ', '\u0000', 'А\u0000Б', '\ud800', 'a\udfffb', '\u202e\u2066', '\ufeff', '\r\n\r\nX: y'],
  ...[
    "' or 1=1 --",
    '"; drop table events; --',
    '\\',
    '%',
    '$1',
    '$' + '{7*7}',
    '{{7*7}}',
    '%s%n',
    '{0, plural,',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '=HYPERLINK("http://x","y")',
    '#read("/etc/passwd")',
  ],
  ...['../../../etc/passwd', '..%2f..%2f', 'file:///etc/passwd', 'http://169.254.169.254/', 'C:\\con'],
  ...['__proto__', 'constructor', 'toString', 'null', 'NaN', '1e308', '-1', '0x10', '١٢٣'],
  ...['0000-01-01', '9999-12-31', '2026-02-30', '-000001-01-01T00:00:00Z', '+275760-09-13T00:00:00Z'],
  ...['9999-12-31T23:59:59.999999999Z', '0001-01-01T00:00:00Z', '2026-11-27T06:00:00+23:59', '24:00:00'],
  ...['@id 0', '@id 3', '018f0000-0000-7000-8000-000000000000', '{018f0000-0000-7000-8000-000000000000}'],
  ...[
    '\u0301'.repeat(3000),
    'ﷺ'.repeat(2000),
    'a'.repeat(70_000),
    '1'.repeat(400),
    'ა'.repeat(300),
    '👨‍👩‍👧‍👦'.repeat(40),
  ],
]

const deep = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner, _, at) => (at % 2 ? [inner] : { a: inner }), 'end')

/** Nothing a form of ours would send. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: someId },
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...strings) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      ...[null, true, false, 0, -0, -1, 0.5, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, 2 ** 63, 1e21],
      ...[[], {}, [[]], [null], deep(60), deep(3000)],
      ...[
        JSON.parse('{"__proto__":{"admin":true}}'),
        { constructor: { prototype: { a: 1 } } },
        { length: 1e9 },
      ],
      JSON.parse('{"toString":1,"valueOf":1,"toJSON":1,"then":1,"hasOwnProperty":1}'),
    ),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<unknown> },
)

/** Words of the schema's own alphabet: what is asked for, at the edges of its length, or beyond them. */
function text(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid') return someId
  if (schema.format === 'date')
    return fc
      .date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2100-01-01') })
      .map((at) => at.toISOString().slice(0, 10))
  if (schema.format === 'date-time')
    return fc
      .date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2100-01-01') })
      .map((at) => at.toISOString())
  if (schema.format === 'base64')
    return fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('base64')),
      fc
        .constantFrom(
          'a;b;c\n1;2;3\n',
          '<?xml version="1.0"?><a/>',
          '%PDF-1.7',
          'PK\u0003\u0004',
          '\u0000'.repeat(5000),
        )
        .map((file) => Buffer.from(file).toString('base64')),
    )
  if (schema.pattern) return matching(schema.pattern)
  const { minLength = 0, maxLength = 60 } = schema
  const most = Math.max(minLength, Math.min(maxLength, 20_000))
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.string({
        unit: 'grapheme',
        minLength,
        maxLength: Math.max(minLength, Math.min(most, 60)),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'я'.repeat(most),
        'я'.repeat(most + 1),
        'А\u0000Б'.slice(0, most),
        '\ud800x'.slice(0, most),
      ),
    },
  )
}

function matching(pattern: string): fc.Arbitrary<unknown> {
  try {
    const made = fc.stringMatching(new RegExp(pattern, 'u'))
    fc.sample(made, 1)
    return made
  } catch {
    return fc.constantFrom('AB-123', 'KZ12', '1')
  }
}

function number({ type, minimum = -1e6, maximum = 1e6 }: Schema): fc.Arbitrary<unknown> {
  const [min, max] = [Math.max(minimum, -(2 ** 31)), Math.min(maximum, 2 ** 31)]
  return type === 'integer'
    ? fc.oneof(fc.integer({ min: Math.ceil(min), max: Math.floor(max) }), fc.constantFrom(minimum, maximum))
    : fc.double({ min, max, noNaN: true })
}

function object(schema: Schema, evil: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema
  const fields = Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, inputOf(of, evil)]))
  const known = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) })
  if (typeof additionalProperties !== 'object') return known
  const key = schema.propertyNames ? inputOf(schema.propertyNames, 0) : fc.string({ maxLength: 20 })
  const more = fc.dictionary(key as fc.Arbitrary<string>, inputOf(additionalProperties, evil), { maxKeys: 4 })
  return fc.tuple(known, more).map(([some, others]) => ({ ...others, ...some }))
}

function plain(schema: Schema, evil: number): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map((one) => inputOf(one, evil)))
  if (schema.type === 'string') return text(schema)
  if (schema.type === 'integer' || schema.type === 'number') return number(schema)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'null') return fc.constant(null)
  if (schema.type === 'array')
    return fc.array(inputOf(schema.items ?? {}, evil), {
      minLength: Math.min(schema.minItems ?? 0, 3),
      maxLength: Math.max(Math.min(schema.maxItems ?? 3, 3), schema.minItems ?? 0),
    })
  return schema.type === 'object' ? object(schema, evil) : hostile
}

/** An input as the schema asks for it, of whose every part `evil` in a hundred are something else entirely. */
export function inputOf(schema: Schema, evil: number): fc.Arbitrary<unknown> {
  if (evil === 0) return plain(schema, 0)
  return fc.oneof(
    { weight: 100 - evil, arbitrary: plain(schema, evil) },
    { weight: evil, arbitrary: hostile },
  )
}

/** A good input with one part of it exchanged, left out or repeated: what gets past the first check. */
export function bent(good: unknown): fc.Arbitrary<unknown> {
  const places = pathsOf(good)
  return fc
    .tuple(fc.constantFrom(...places), hostile, fc.constantFrom('exchange', 'exchange', 'leave', 'repeat'))
    .map(([path, evil, how]) => change(good, path, evil, how))
}

const pathsOf = (value: unknown, path: string[] = []): string[][] => [
  path,
  ...(value && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))
    : []),
]

function change(value: unknown, path: string[], evil: unknown, how: string): unknown {
  const [key, ...rest] = path
  if (key === undefined)
    return how === 'repeat' ? Array.from({ length: 500 }, () => value) : how === 'leave' ? undefined : evil
  if (Array.isArray(value))
    return value.map((inner, at) => (String(at) === key ? change(inner, rest, evil, how) : inner))
  const fields = { ...(value as Record<string, unknown>) }
  const next = change(fields[key], rest, evil, how)
  if (next === undefined) delete fields[key]
  else fields[key] = next
  return fields
}

/** Everything wrong at once, whatever is asked for. */
export const anything = hostile

/** The input as JSON, every place-holder of an id exchanged for one that the house gave out. */
export const toBody = (value: unknown, known: readonly string[]): string =>
  (JSON.stringify(value) ?? '').replaceAll(/@id (\d+)/g, (_, place) => known[Number(place) % known.length]!)
