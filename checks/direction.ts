import { importsOf, isTest, type Source } from './files.ts'

/** The house from left to right: a room imports from its left and from itself. */
export const order = [
  ['kinship', 'names', 'airlift', 'platform', 'design'],
  ['casefile'],
  ['tracing'],
  ['evidence'],
  ['clearance'],
  ['evacuation'],
  ['reintegration'],
  ['publication'],
  ['doors'],
] as const

const stations = order.slice(2, 8).flat() as string[]
const sciences = ['kinship', 'names', 'airlift']

/** Which room a path or a package name belongs to; undefined for packages that are not ours. */
export function roomOf(path: string): string | undefined {
  const science = path.match(/^@sandsage\/(\w+)/)?.[1] ?? path.match(/^(kinship|names|airlift)\//)?.[1]
  if (science) return science
  const room = path.match(/^app\/src\/([^/]+)/)?.[1]
  if (!room) return undefined
  return order.flat().includes(room as never) ? room : 'doors'
}

const place = (room: string): number =>
  order.findIndex((rooms) => (rooms as readonly string[]).includes(room))

/** Why this import may not be, in a sentence; undefined when it may. */
export function wrongImport(from: string, to: string): string | undefined {
  const [here, there] = [roomOf(from), roomOf(to)]
  if (!here || here === there) return undefined
  if (sciences.includes(here) && to.startsWith('.') === false && there)
    return `${from}: a science imports nothing of ours (${to})`
  if (!there) return undefined
  if (place(there) >= place(here))
    return `${from}: ${here} may not import from ${there} (${to}), which stands to its right or beside it`
  if (stations.includes(here) && stations.includes(there) && !/\/model\.ts$/.test(to))
    return `${from}: across stations only model.ts may be imported (${to})`
  return undefined
}

export const wrongDirections = (sources: Source[]): string[] =>
  sources
    .filter((source) => !isTest(source))
    .flatMap((source) => importsOf(source).flatMap((name) => wrongImport(source.path, name) ?? []))
