import { Transform } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { MOST_BYTES } from '../casefile/operation.ts'
import { Invalid, Refusal } from '../platform/refusal.ts'

/** How much somebody may send with one request, and how long they may take for it. */
export type BodyLimit = { bytes: number; ms: number; says: number }

const MEGABYTE = 1024 * 1024
/** Any form of ours, many times over, within a minute. */
const FORM: BodyLimit = { bytes: 2 * MEGABYTE, ms: 60_000, says: 2 }
/** A file of 24 MB in base64, within five minutes: a line of one megabit. */
export const WITH_FILE: BodyLimit = {
  bytes: Math.ceil((MOST_BYTES * 4) / 3) + MEGABYTE,
  ms: 300_000,
  says: MOST_BYTES / MEGABYTE,
}
/** Lists and objects, each of which costs memory however little is in it; no form of ours sends a hundredth. */
const MOST_NESTED = 200_000

const tooLarge = ({ says }: BodyLimit) => new Refusal('file-too-large', { most: says }, 413)

/**
 * Bodies are small and quick unless a route `allows` more for a request it knows, before any of it is read. What
 * comes in is counted as it comes, because a length that is told, or none, may be a lie.
 */
export function limitBodies(
  app: FastifyInstance,
  form: BodyLimit = FORM,
): { allow(request: FastifyRequest, limit: BodyLimit): void } {
  const allowed = new WeakMap<FastifyRequest, BodyLimit>()
  app.addHook('preParsing', async (request, reply, payload) => {
    if (!hasBody(request)) return payload
    const limit = allowed.get(request) ?? form
    if (Number(request.headers['content-length'] ?? 0) > limit.bytes) throw tooLarge(limit)
    const counted = Object.assign(counter(limit), { receivedEncodedLength: 0 })
    payload.on('error', (cause) => counted.destroy(cause))
    // Whoever is answered before all of it was read, or goes away, is waited for no longer.
    reply.raw.once('close', () => counted.destroy())
    return payload.pipe(counted)
  })
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (isTooNested(body)) done(new Invalid([{ field: '', code: 'not-json' }]))
    else parse(request, body, done)
  })
  return { allow: (request, limit) => void allowed.set(request, limit) }
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

function counter(limit: BodyLimit): Transform & { receivedEncodedLength?: number } {
  let bytes = 0
  const late = setTimeout(() => counted.destroy(new Refusal('too-slow', {}, 408)), limit.ms)
  const counted: Transform & { receivedEncodedLength?: number } = new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length
      counted.receivedEncodedLength = bytes
      done(bytes > limit.bytes ? tooLarge(limit) : null, part)
    },
  })
  // It is read by one who listens, or by nobody any more.
  counted.on('error', () => {})
  return counted.once('close', () => clearTimeout(late))
}

function isTooNested(text: string): boolean {
  let nested = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code === 91 || code === 123) && ++nested > MOST_NESTED) return true
  }
  return false
}
