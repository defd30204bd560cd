import { isSame } from '../core/bytes.ts'
import { type EventRow, leafOf } from '../core/leaf.ts'
import type { Field } from './findings.ts'
import type { Leaf, LogSource } from './source.ts'

/** The moment a version 7 id was made (RFC 9562, 5.7), in the writing of the log. */
function momentOf(id: string): string {
  const moment = new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16))
  if (Number.isNaN(moment.getTime())) return ''
  const text = moment.toISOString().slice(0, -1)
  // PostgreSQL leaves out zeros at the end of a fraction, and a fraction of nothing.
  return `${text.replace(/\.?0+$/, (zeros, at: number) => (at < 19 ? zeros : ''))}Z`
}

function writings(files: string[]): string[] {
  const orders =
    files.length > 4
      ? [files]
      : files.reduce<string[][]>(
          (all, file) =>
            all.flatMap((order) =>
              Array.from({ length: order.length + 1 }, (_, at) => order.toSpliced(at, 0, file)),
            ),
          [[]],
        )
  return orders.map((order) => `{${order.join(',')}}`)
}

/**
 * Which single field was changed: each is put back to what it may have been, until the leaf comes out. A detail
 * cannot be guessed, so where nothing fits the answer is `unknown`.
 */
export async function nameField(source: LogSource, row: EventRow, leaf: Leaf): Promise<Field> {
  const { types, classes, accounts } = await source.known()
  const moment = momentOf(leaf.id)
  const files = await source.filesOf(row.seq)
  const tries: [Field, Partial<EventRow>[]][] = [
    ['seq', [{ seq: leaf.seq }]],
    ['id', [{ id: leaf.id }]],
    ['class', classes.map((one) => ({ class: one }))],
    ['type', types.map((type) => ({ type }))],
    ['by', [null, ...accounts].map((by) => ({ by }))],
    ['recorded', [row.occurred, moment].map((recorded) => ({ recorded }))],
    ['occurred', [row.recorded, moment].map((occurred) => ({ occurred }))],
    ['about', writings(files).map((about) => ({ about }))],
  ]
  for (const [field, changes] of tries)
    if (changes.some((change) => isSame(leafOf({ ...row, ...change }), leaf.hash))) return field
  return 'unknown'
}
