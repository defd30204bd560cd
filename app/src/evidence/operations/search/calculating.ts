import { parentPort } from 'node:worker_threads'
import { KinshipRefusal } from '@sandsage/kinship'
import { Refusal } from '../../../platform/refusal.ts'
import type { SearchEvidence } from '../../rules/search.ts'
import { weighPairs } from '../../rules/search.ts'
import { compareTogether, type TogetherEvidence } from '../../rules/together.ts'
import { searchLoci } from './loci.ts'

/** Runs beside the process that takes pieces of work, so that it stays alive to say so. */
export type Sum = { of: 'pairs'; evidence: SearchEvidence } | { of: 'together'; evidence: TogetherEvidence }
export type SumOf<T extends Sum['of']> = T extends 'pairs'
  ? ReturnType<typeof weighPairs>
  : ReturnType<typeof compareTogether>

const calculate = (sum: Sum) =>
  sum.of === 'pairs'
    ? weighPairs(sum.evidence, searchLoci(sum.evidence))
    : compareTogether(sum.evidence, searchLoci(sum.evidence))

parentPort?.on('message', ({ id, sum }: { id: number; sum: Sum }) => {
  try {
    parentPort?.postMessage({ id, answer: calculate(sum) })
  } catch (cause) {
    const because = cause instanceof Refusal || cause instanceof KinshipRefusal ? cause.message : undefined
    parentPort?.postMessage({ id, because, fault: String((cause as Error).stack ?? cause) })
  }
})
