import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { ANYONE, professions } from '../access.ts'
import type { Context } from '../context.ts'
import { operation, SentFile, toSentFile } from '../operation.ts'
import { toBase64 } from './core/bytes.ts'
import { parseCheckpoint, parseNote } from './core/note.ts'
import { proveConsistency, proveEvent } from './proving.ts'
import { newestCheckpoint, type StoredCheckpoint } from './sequencer.ts'

const everybody = [ANYONE, ...professions] as const
const Size = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

async function requireCheckpoint(ctx: Context): Promise<StoredCheckpoint> {
  const newest = await newestCheckpoint(ctx.db)
  if (!newest) throw new Refusal('log-not-signed')
  return newest
}

const Key = z.object({
  /** `name+id+key`, as programs for signed notes take it. */
  verifier: z.string(),
  began: z.string(),
  ended: z.string().nullable(),
})

const checkpoint = operation({
  summary: 'The newest signed checkpoint of the log and the public keys it is checked with',
  may: everybody,
  input: z.object({}),
  output: z.object({
    /** A C2SP checkpoint: origin, size and root, and the signature over them. */
    note: z.string(),
    origin: z.string(),
    size: z.number(),
    root: z.string(),
    at: z.string(),
    keys: z.array(Key),
  }),
  reads: true,
  async run(ctx) {
    const { note, size, at } = await requireCheckpoint(ctx)
    const signed = parseCheckpoint(parseNote(note)?.text ?? '')
    if (!signed) throw new Error('the newest checkpoint is not a signed note')
    const { rows } = await sql<{ verifier: string; began: Date; ended: Date | null }>`
      select verifier, began, ended from log_keys order by began desc, verifier`.execute(ctx.db)
    const keys = rows.map(({ verifier, began, ended }) => ({
      ...{ verifier, began: began.toISOString(), ended: ended?.toISOString() ?? null },
    }))
    const { origin, root } = signed
    return { note, origin, size, root: toBase64(root), at: at.toISOString(), keys }
  },
})

const consistency = operation({
  summary: 'The proof that the log of one size is the beginning of the log of a later size',
  may: everybody,
  input: z.object({ from: Size, to: Size }),
  output: z.object({
    /** SHA-256 hashes in base 64, in the order of RFC 6962, section 2.1.2. */
    hashes: z.array(z.string()),
    /** The signed checkpoints of these sizes, where there are any. */
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
  reads: true,
  async run(ctx, { from, to }) {
    const { size } = await requireCheckpoint(ctx)
    if (from > to || to > size) throw new Refusal('log-not-that-long', { from, to, size })
    const hashes = await ctx.asSequencer(({ tx }) => proveConsistency(tx, from, to))
    const { rows } = await sql<{ size: number; note: string }>`
      select distinct on (size) size, note from log_checkpoints where size in (${from}, ${to})
      order by size, number desc`.execute(ctx.db)
    const noteOf = (wanted: number) => rows.find((row) => row.size === wanted)?.note ?? null
    return { hashes: hashes.map(toBase64), from: noteOf(from), to: noteOf(to) }
  },
})

/** The event that a paper was saved with, as far as the asker may see both. */
async function eventOfPaper(ctx: Context, paper: string): Promise<{ id: string; sha256: string }> {
  const { rows } = await sql<{ about: string; sha256: string }>`
    select about, sha256 from papers where id = ${paper}`.execute(ctx.db)
  if (!rows[0]) throw new Refusal('paper-not-found', {}, 404)
  const { about, sha256 } = rows[0]
  const found = await sql<{ id: string }>`
    select id from events where seq = any(array(select seq from event_files where file = ${about}))
      and type = 'casefile.paperSaved' and open ->> 'paper' = ${paper} and open ->> 'sha256' = ${sha256}`.execute(
    ctx.db,
  )
  if (!found.rows[0]) throw new Refusal('paper-not-in-log')
  return { id: found.rows[0].id, sha256 }
}

const provePaper = operation({
  summary: 'The proof that a paper stands in the log, to be kept and handed on together with it',
  may: professions,
  input: z.object({ paper: z.uuid() }),
  output: z.object({ file: SentFile, sha256: z.string() }),
  reads: true,
  async run(ctx, { paper }) {
    const { id, sha256 } = await eventOfPaper(ctx, paper)
    const proof = await ctx.asSequencer((desk) => proveEvent(desk, id))
    if (!proof) throw new Refusal('paper-not-in-log')
    return { file: toSentFile(`paper-${sha256.slice(0, 12)}.tlog-proof`, proof), sha256 }
  },
})

export const operations = { checkpoint, consistency, provePaper }
