import { Readable, Writable } from 'node:stream'
import type pg from 'pg'

/** Rows arrive one by one; they are handed on in pieces of this size. */
const PIECE_BYTES = 128 * 1024

/** What `pg` leaves open to a query of one's own: it calls these as the server's messages come. */
type Answering = {
  submit(connection: pg.Connection): void
  handleRowDescription(): void
  handleCopyInResponse(): void
  handleCopyData(message: { chunk: Buffer }): void
  handleCommandComplete(message: { text: string }): void
  handleReadyForQuery(): void
  handleError(cause: Error): void
}
/** Parts of its connection that its types leave out. */
type Wire = pg.Connection & {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}
const nothing = () => {}
const answering = (own: Partial<Answering> & Pick<Answering, 'submit'>): Answering => ({
  ...{ handleRowDescription: nothing, handleCopyInResponse: nothing, handleCopyData: nothing },
  ...{ handleCommandComplete: nothing, handleReadyForQuery: nothing, handleError: nothing },
  ...own,
})

/** Gathers small pieces into larger ones. A row is copied at once: `pg` uses its buffer again. */
function gatherer(push: (piece: Buffer) => void) {
  let held = Buffer.allocUnsafe(PIECE_BYTES)
  let used = 0
  const flush = () => {
    if (used === 0) return
    push(held.subarray(0, used))
    held = Buffer.allocUnsafe(PIECE_BYTES)
    used = 0
  }
  const add = (row: Buffer) => {
    if (used + row.length > PIECE_BYTES) flush()
    if (row.length > PIECE_BYTES) return push(Buffer.from(row))
    used += row.copy(held, used)
  }
  return { add, flush }
}

/**
 * The rows of a question in COPY's text format (PostgreSQL: "COPY", File Formats), as bytes. Only as fast as
 * they are read: an unread stream stops the server. The connection is busy until the end.
 */
export function copyOut(client: pg.Client, question: string): Readable {
  let wire: Wire | undefined
  const out = new Readable({
    highWaterMark: 4 * PIECE_BYTES,
    read: () => void wire?.stream.resume(),
    // Nobody listens any more: what still comes is let through, or the connection would hang.
    destroy(cause, done) {
      wire?.stream.resume()
      done(cause)
    },
  })
  const { add, flush } = gatherer((piece) => {
    if (!out.destroyed && !out.push(piece)) wire?.stream.pause()
  })
  client.query(
    answering({
      submit(connection) {
        wire = connection as Wire
        connection.query(`copy (${question}) to stdout`)
      },
      handleCopyData: ({ chunk }) => add(chunk),
      handleReadyForQuery() {
        flush()
        if (!out.destroyed) out.push(null)
      },
      handleError: (cause) => void out.destroy(cause),
    }),
  )
  return out
}

/** Bytes in COPY's text format into a table; `rows` is known once the stream has finished. */
export function copyIn(client: pg.Client, into: string): { stream: Writable; rows: () => number } {
  let wire: Wire | undefined
  let problem: Error | undefined
  let rows = 0
  let whenOpen = nothing
  let whenOver = nothing
  let over = false
  client.query(
    answering({
      submit(connection) {
        wire = connection as Wire
        connection.query(`copy ${into} from stdin`)
      },
      handleCopyInResponse: () => whenOpen(),
      handleCommandComplete({ text }) {
        rows = Number(text.split(' ')[1])
      },
      handleError(cause) {
        problem = cause
        whenOpen()
      },
      handleReadyForQuery() {
        over = true
        whenOver()
      },
    }),
  )
  const stream = new Writable({
    construct(done) {
      whenOpen = () => {
        whenOpen = nothing
        done(problem)
      }
    },
    write(chunk: Buffer, _encoding, done) {
      if (problem) return done(problem)
      wire!.sendCopyFromChunk(chunk)
      if (wire!.stream.writableNeedDrain) wire!.stream.once('drain', () => done(problem))
      else done()
    },
    final(done) {
      whenOver = () => done(problem)
      if (over) return done(problem)
      wire!.endCopyFrom()
    },
    destroy(cause, done) {
      if (over || !wire || problem || !cause) return done(cause)
      whenOver = () => done(cause)
      wire.sendCopyFail('the source failed')
    },
  })
  return { stream, rows: () => rows }
}
