import { toHex } from './bytes.ts'
import { leafHash } from './hash.ts'
import { type EventRow, paperIn, parseLeaf } from './leaf.ts'
import { verifyInclusion } from './merkle.ts'
import {
  parseCheckpoint,
  parseNote,
  signersOf,
  type Verifier,
  type VerifyEd25519,
  writeVerifier,
} from './note.ts'
import { parseProof } from './proof.ts'
import { sha256 } from './sha256.ts'

/** Why a proof is none, in the order it is read. Each has a sentence `log.no.<reason>`. */
export type WhyNot =
  | 'not-a-proof'
  | 'not-an-event'
  | 'not-a-checkpoint'
  | 'not-in-tree'
  | 'signature-wrong'
  | 'other-log'
  | 'other-paper'
  | 'no-paper'

export type Checked =
  | { holds: false; why: WhyNot }
  | {
      holds: true
      event: EventRow
      index: number
      size: number
      origin: string
      /** The keys whose signatures hold; empty when no key was given, and then nobody vouches for the log. */
      signers: string[]
      paper?: { sha256: string; bytes: number }
    }

export type Question = {
  proof: string
  /** Keys one trusts. None given: the proof is only checked against its own checkpoint. */
  verifiers?: readonly Verifier[]
  /** The bytes of a paper that the proof should speak of. */
  paper?: Uint8Array
}

/** Whether a proof holds, without a server or a database. */
export async function checkProof(question: Question, verify: VerifyEd25519): Promise<Checked> {
  const no = (why: WhyNot): Checked => ({ holds: false, why })
  const proof = parseProof(question.proof)
  if (!proof) return no('not-a-proof')
  const event = parseLeaf(proof.leaf)
  if (!event) return no('not-an-event')
  const note = parseNote(proof.note)
  const checkpoint = note && parseCheckpoint(note.text)
  if (!checkpoint) return no('not-a-checkpoint')
  if (!verifyInclusion({ ...checkpoint, index: proof.index }, leafHash(proof.leaf), proof.hashes))
    return no('not-in-tree')
  const verifiers = question.verifiers ?? []
  const signers = await signersOf(note, verifiers, verify)
  if (!signers) return no('signature-wrong')
  // A witness may sign along; the log itself has to.
  const isItsOwn = signers.some(({ name }) => name === checkpoint.origin)
  if (verifiers.length > 0 && !isItsOwn) return no('other-log')
  const recorded = paperIn(event)
  const why = question.paper && differsFrom(question.paper, recorded)
  if (why) return no(why)
  return {
    ...{ holds: true, event, index: proof.index, size: checkpoint.size, origin: checkpoint.origin },
    signers: signers.map(writeVerifier),
    ...(recorded ? { paper: { sha256: recorded.sha256, bytes: recorded.bytes } } : {}),
  }
}

function differsFrom(paper: Uint8Array, recorded: ReturnType<typeof paperIn>): WhyNot | undefined {
  if (!recorded) return 'no-paper'
  return recorded.bytes === paper.length && recorded.sha256 === toHex(sha256(paper))
    ? undefined
    : 'other-paper'
}
