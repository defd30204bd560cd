import { parentPort } from 'node:worker_threads'
import { Refusal } from '../../platform/refusal.ts'
import { conclude } from '../rules/conclude.ts'
import type { Evidence } from '../rules/weigh.ts'
import { allTables, requireTable } from './tables.ts'

/** Runs beside the server: a weighing under every table takes seconds, and nobody else should wait for it. */
export type Asked = { id: number; evidence: Evidence; table: string }

parentPort?.on('message', ({ id, evidence, table }: Asked) => {
  try {
    parentPort?.postMessage({ id, conclusion: conclude(evidence, requireTable(table), allTables()) })
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
