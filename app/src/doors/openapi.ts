import { z } from 'zod'
import { toKebab } from '../casefile/asking.ts'
import type { Operation } from '../casefile/operation.ts'
import { operations } from '../operations.ts'

export type Entry = { station: string; verb: string; operation: Operation }

export const allOperations: Entry[] = Object.entries(operations).flatMap(([station, table]) =>
  Object.entries(table as Record<string, Operation>).map(([verb, operation]) => ({
    station,
    verb,
    operation,
  })),
)

export const findOperation = (station: string, verb: string): Entry | undefined =>
  allOperations.find(
    (entry) => entry.station === station && (toKebab(entry.verb) === verb || entry.verb === verb),
  )

/** Whether a file comes with it; asked once for each operation. */
const takingFiles = new Set(
  allOperations
    .filter(({ operation }) =>
      JSON.stringify(z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' })).includes(
        '"sentFile":true',
      ),
    )
    .map(({ operation }) => operation),
)
export const takesFile = ({ operation }: Entry): boolean => takingFiles.has(operation)

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  })
  return rest
}

const no = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/No' } } },
})

function toPath({ station, verb, operation }: Entry) {
  return {
    post: {
      operationId: `${station}.${verb}`,
      summary: operation.summary,
      tags: [station],
      'x-may': operation.may,
      'x-reads': operation.reads ?? false,
      parameters: operation.reads ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }],
      security: operation.may.includes('anyone') ? [{}, { session: [] }] : [{ session: [] }],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(operation.input, 'input') } },
      },
      responses: {
        200: {
          description: 'Done',
          content: { 'application/json': { schema: schemaOf(operation.output, 'output') } },
        },
        400: no('Invalid: which field, and what is wrong with it'),
        403: no('Refusal: not yours to do or to see'),
        409: no('Refusal: the rule it rests on'),
        503: no('Fault: ours or the world’s'),
      },
    },
  }
}

const No = {
  type: 'object',
  required: ['kind', 'sentence'],
  properties: {
    kind: { enum: ['invalid', 'refusal', 'fault'] },
    sentence: { type: 'string', description: 'In the language of Accept-Language: kk, ru, en or ar' },
    code: { type: 'string' },
    rule: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, sentence: { type: 'string' } },
      },
    },
  },
}

/** OpenAPI 3.1, drawn from the one table. Questions are POSTed: names and ids stay out of addresses and logs. */
export function toOpenApi(version: string) {
  return {
    openapi: '3.1.0',
    info: { title: 'Sandsage', version, description: 'Everything that can be asked of the house.' },
    paths: Object.fromEntries(
      allOperations.map((entry) => [`/api/${entry.station}/${toKebab(entry.verb)}`, toPath(entry)]),
    ),
    components: {
      schemas: { No },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          schema: { type: 'string', format: 'uuid' },
          description: 'The same key twice is done once',
        },
      },
      securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
    },
  }
}
