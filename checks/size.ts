import { isTest, type Source } from './files.ts'

/** Message files and generated tables are data: their length is the length of what there is to say. */
const isData = (path: string): boolean =>
  /(^|\/)words(\/|\.ts)|\/(tables|weights|calibration)[^/]*\.ts$|\.generated\.ts$|\/data\//.test(path)

const MOST_LINES = 300
const USUAL_LINES = 200
/** "Mostly" under 200: at most one file in ten may be longer. */
const MOST_LONG_FILES = 0.1

export function wrongSizes(sources: Source[]): string[] {
  const counted = sources
    .filter((source) => !isTest(source) && !isData(source.path))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length }))
  const tooLong = counted
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path}: ${lines} lines, ${MOST_LINES} at most`)
  const long = counted.filter(({ lines }) => lines > USUAL_LINES)
  const share = long.length / Math.max(1, counted.length)
  return share > MOST_LONG_FILES
    ? [
        ...tooLong,
        `${long.length} of ${counted.length} files are over ${USUAL_LINES} lines: ${long.map(({ path }) => path).join(', ')}`,
      ]
    : tooLong
}
