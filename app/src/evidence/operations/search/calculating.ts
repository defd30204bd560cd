import { parentPort } from 'node:worker_threads'
import { KinshipRefusal } from '@sandsage/kinship'
import { Refusal } from '../../../platform/refusal.ts'
import { type JointEvidence, type PlacedJointly, placeJointly } from '../../rules/joint.ts'
import { type Pairs, type SearchEvidence, weighPairs } from '../../rules/search.ts'
import { type ComparedTogether, compareTogether } from '../../rules/together.ts'
import { searchLoci } from './loci.ts'

/** Runs beside the process that takes pieces of work, so that it stays alive to say so. */
export type Sum =
  | { of: 'pairs'; evidence: SearchEvidence }
  | { of: 'together'; evidence: SearchEvidence }
  | { of: 'joint'; evidence: JointEvidence }
export type SumOf = { pairs: Pairs; together: ComparedTogether; joint: PlacedJointly }

function calculate(sum: Sum): SumOf[Sum['of']] {
  const loci = searchLoci(sum.evidence)
  if (sum.of === 'pairs') return weighPairs(sum.evidence, loci)
  return sum.of === 'together' ? compareTogether(sum.evidence, loci) : placeJointly(sum.evidence, loci)
}

parentPort?.on('message', ({ id, sum }: { id: number; sum: Sum }) => {
  try {
    parentPort?.postMessage({ id, answer: calculate(sum) })
  } catch (cause) {
    const because = cause instanceof Refusal || cause instanceof KinshipRefusal ? cause.message : undefined
    parentPort?.postMessage({ id, because, fault: String((cause as Error).stack ?? cause) })
  }
})
