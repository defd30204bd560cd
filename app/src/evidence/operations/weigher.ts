import { parentPort } from 'node:worker_threads'
import { Refusal } from '../../platform/refusal.ts'
import { conclude } from '../rules/conclude.ts'
import type { Evidence } from '../rules/weigh.ts'
import { recordOf } from './recording.ts'
import { allTables, requireTable } from './tables.ts'

/** What is computed beside the server, because it can take seconds and nobody else should wait for it. */
const work = {
  conclude: ({ evidence, table }: { evidence: Evidence; table: string }) =>
    conclude(evidence, requireTable(table), allTables()),
  record: recordOf,
}
export type Work = typeof work
export type Asked = {
  [K in keyof Work]: { id: number; kind: K; input: Parameters<Work[K]>[0] }
}[keyof Work]

const answerTo = (asked: Asked) =>
  asked.kind === 'conclude' ? work.conclude(asked.input) : work.record(asked.input)

parentPort?.on('message', (asked: Asked) => {
  const { id } = asked
  try {
    parentPort?.postMessage({ id, answer: answerTo(asked) })
  } catch (cause) {
    if (cause instanceof Refusal)
      parentPort?.postMessage({ id, refusal: { code: cause.code, values: cause.values } })
    else
      parentPort?.postMessage({
        id,
        fault: String(cause instanceof Error ? (cause.stack ?? cause.message) : cause),
      })
  }
})
