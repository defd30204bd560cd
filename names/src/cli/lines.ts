import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { BadInput } from './badInput.ts'

/** Bytes read at a time; only this much of a file, and one line, is in memory. */
const CHUNK = 1 << 20
/** A longer line is no name; a file without line ends would fill the memory. */
const LONGEST_LINE = 100_000

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The pieces of a UTF-8 file, one after the other. */
function* piecesOf(path: string): Generator<string> {
  const file = openSync(path, 'r')
  try {
    if (fstatSync(file).isDirectory()) throw new BadInput(`Cannot read ${path}: it is a folder.`)
    const bytes = new Uint8Array(CHUNK)
    const decoder = new TextDecoder('utf-8', { fatal: true })
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
      yield decoder.decode(bytes.subarray(0, read), { stream: true })
    }
    yield decoder.decode()
  } finally {
    closeSync(file)
  }
}

function* split(pieces: Iterable<string>, path: string): Generator<string> {
  let [rest, number] = ['', 0]
  for (const piece of pieces) {
    // A CR at the very end waits for its LF.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop()!
    for (const line of lines) {
      number++
      yield line
    }
    if (rest.length > LONGEST_LINE) {
      throw new BadInput(
        `Line ${number + 1} of ${path} is longer than ${LONGEST_LINE} characters; one name a line is expected.`,
      )
    }
  }
  if (rest !== '') yield rest.replace(/\r$/, '')
}

/**
 * The lines of a UTF-8 text file, read in pieces; a byte order mark is left out, a line ends in LF, CRLF or CR.
 * Throws `BadInput`, with a sentence, for a file that cannot be read, is not UTF-8 or has no lines.
 */
export function* linesOf(path: string): Generator<string> {
  try {
    yield* split(piecesOf(path), path)
  } catch (error) {
    if (error instanceof BadInput) throw error
    const encoding =
      error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    throw new BadInput(
      encoding
        ? `Cannot read ${path}: it is not UTF-8 text; save it as UTF-8.`
        : `Cannot read ${path}: ${reason(error)}.`,
    )
  }
}
