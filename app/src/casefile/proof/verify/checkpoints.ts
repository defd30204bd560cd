import { verifyEd25519 } from '../core/ed25519.ts'
import { parseCheckpoint, parseNote, parseVerifier, signersOf, type Verifier } from '../core/note.ts'
import type { Finding } from './findings.ts'
import type { KeptCheckpoint, LogSource } from './source.ts'
import type { Signed } from './walk.ts'

/** The checkpoints one after the other, each looked at by itself; those that hold are given on. */
export async function* readCheckpoints(
  source: LogSource,
  origin: string,
  verifiers: Verifier[],
  found: (finding: Finding) => void,
): AsyncGenerator<Signed & { number: number }> {
  let last: { number: number; size: number } = { number: 0, size: 0 }
  for (;;) {
    const batch = await source.checkpoints(last.number)
    if (batch.length === 0) return
    for (const kept of batch) {
      for (let number = last.number + 1; number < kept.number; number++) {
        found({ kind: 'checkpoint-removed', number })
        if (number - last.number > 100) break
      }
      const signed = await readOne(kept, origin, verifiers)
      if (!signed || signed.size < last.size) found({ kind: 'checkpoint-changed', number: kept.number })
      else yield { ...signed, number: kept.number }
      last = { number: kept.number, size: Math.max(last.size, signed?.size ?? 0) }
    }
  }
}

async function readOne(
  { note, size }: KeptCheckpoint,
  origin: string,
  verifiers: Verifier[],
): Promise<Signed | undefined> {
  const parsed = parseNote(note)
  const signed = parsed && parseCheckpoint(parsed.text)
  if (!signed || signed.origin !== origin || signed.size !== size) return undefined
  const signers = await signersOf(parsed, verifiers, verifyEd25519)
  // The house signs with its keys and no others: a signature more is a change as well.
  return signers?.length === parsed.signatures.length ? { size, root: signed.root } : undefined
}

export async function readVerifiers(
  source: LogSource,
  found: (finding: Finding) => void,
): Promise<Verifier[]> {
  const written = await source.verifiers()
  return written.flatMap((text) => {
    const verifier = parseVerifier(text)
    if (!verifier) found({ kind: 'key-changed', file: text.slice(0, 80) })
    return verifier ?? []
  })
}

/** A checkpoint that left the house: what it says, or what is wrong with it before the log is even looked at. */
export async function readExport(
  note: string,
  origin: string,
  verifiers: Verifier[],
): Promise<{ signed: Signed } | { finding: Finding }> {
  const parsed = parseNote(note.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'))
  const signed = parsed && parseCheckpoint(parsed.text)
  if (!signed) return { finding: { kind: 'export-unreadable' } }
  if (signed.origin !== origin) return { finding: { kind: 'export-other-log' } }
  const signers = await signersOf(parsed, verifiers, verifyEd25519)
  if (!signers?.length) return { finding: { kind: 'export-unsigned' } }
  return { signed: { size: signed.size, root: signed.root } }
}
