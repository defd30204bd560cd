import { type Checked, checkProof } from '../core/check.ts'
import { canVerifyEd25519, verifyEd25519 } from '../core/ed25519.ts'
import { parseVerifier } from '../core/note.ts'

/** `unsigned`: this browser could not look at the signature, only at all the rest. */
export type Answered = { checked: Checked; unsigned: boolean }

/** Reads both files and checks them here, in the browser. */
export async function checkFiles(proof: File, paper: File | undefined, keys: string[]): Promise<Answered> {
  const unsigned = !(await canVerifyEd25519())
  const question = {
    proof: await proof.text(),
    verifiers: unsigned ? [] : keys.flatMap((key) => parseVerifier(key) ?? []),
    ...(paper ? { paper: new Uint8Array(await paper.arrayBuffer()) } : {}),
  }
  return { checked: await checkProof(question, verifyEd25519), unsigned }
}
