import { parentPort } from 'node:worker_threads'
import { Refusal } from '../../platform/refusal.ts'
import { conclude } from '../rules/conclude.ts'
import type { Evidence } from '../rules/weigh.ts'
import { adviceOn } from './advising.ts'
import { recordOf } from './recording.ts'
import { allTables, requireTable } from './tables.ts'

/** What is computed beside the server, because it can take seconds and nobody else should wait for it. */
const work = {
  conclude: ({ evidence, table }: { evidence: Evidence; table: string }) =>
    conclude(evidence, requireTable(table), allTables()),
  record: recordOf,
  advise: adviceOn,
}
export type Work = typeof work
type Asked = { [K in keyof Work]: { kind: K; input: Parameters<Work[K]>[0] } }[keyof Work]

function answerTo(asked: Asked) {
  if (asked.kind === 'conclude') return work.conclude(asked.input)
  return asked.kind === 'record' ? work.record(asked.input) : work.advise(asked.input)
}

parentPort?.on('message', (asked: Asked) => {
  try {
    parentPort?.postMessage({ answer: answerTo(asked) })
  } catch (cause) {
    if (cause instanceof Refusal)
      parentPort?.postMessage({ refusal: { code: cause.code, values: cause.values } })
    else
      parentPort?.postMessage({
        fault: String(cause instanceof Error ? (cause.stack ?? cause.message) : cause),
      })
  }
})
