import type { CaseFile } from '../event.ts'
import { descriptionOf } from '../model.ts'

/**
 * Why two files cannot be joined, as the code of a refusal; undefined when they can. `inKeep` and `inOther`: what
 * stands in each that could not go under another id, stations by name and a tracing request as `request`.
 */
export function hindrance(
  keep: CaseFile,
  other: CaseFile,
  inKeep: string[],
  inOther: string[],
): string | undefined {
  if (keep.id === other.id) return 'joined-already'
  if (keep.kind !== other.kind) return 'kinds-differ'
  if (keep.kind !== 'child' && keep.kind !== 'relative') return 'not-to-be-joined'
  if (!descriptionOf(keep) || !descriptionOf(other)) return 'nobody-described'
  if (inOther.length === 0) return undefined
  if (inKeep.includes('request') && inOther.includes('request')) return 'both-have-asked'
  return inKeep.length ? 'both-have-more' : 'other-has-more'
}
