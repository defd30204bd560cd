import { isSame } from '../core/bytes.ts'
import type { Verifier } from '../core/note.ts'
import { KEPT_LEVELS } from '../sequencer.ts'
import { readCheckpoints, readExport, readVerifiers } from './checkpoints.ts'
import type { Finding, Report } from './findings.ts'
import { type LogSource, MOST, type Unplaced } from './source.ts'
import { type Signed, type Walker, walker } from './walk.ts'

/** An event waits a second for its place as a rule. */
const LONGEST_WAIT_SECONDS = 60

export type Options = {
  progress?: (events: number) => void
  /** A checkpoint that was exported once: today's log must be its continuation. */
  exported?: string
  /** Keys to check signatures with, instead of those that stand in the database itself. */
  verifiers?: Verifier[]
}

/** Verifies a whole log, in one pass and bounded memory. Everything that is not as it was is named. */
export async function verifyLog(source: LogSource, options: Options = {}): Promise<Report> {
  const report: Report = {
    ...{ findings: [], notices: [], more: false },
    counts: { events: 0, opened: 0, erased: 0, checkpoints: 0 },
  }
  const found = (finding: Finding): void => {
    if (report.findings.length < MOST) report.findings.push(finding)
    else report.more = true
  }
  const { origin, size, hashes } = await source.tree()
  const verifiers = options.verifiers ?? (await readVerifiers(source, found))
  const orphans = await source.unplaced()
  const exported = options.exported ? await readExport(options.exported, origin, verifiers) : undefined
  if (exported && 'finding' in exported) found(exported.finding)
  const outside = exported && 'signed' in exported ? exported.signed : undefined
  const walk = walker(
    {
      ...{ source, found, progress: options.progress ?? (() => {}) },
      noticed: (notice) => report.notices.length < MOST && report.notices.push(notice),
    },
    size,
    orphans,
  )
  const checkpoints = readCheckpoints(source, origin, verifiers, found)
  report.counts.checkpoints = await passOver(source, walk, { checkpoints, outside, found, options, size })
  await walk.end()
  Object.assign(report.counts, walk.counts)
  if (!isSame(Buffer.concat(walk.edge().hashes), hashes)) found({ kind: 'edge-changed' })
  await lookBeside(source, report, found, orphans, size)
  return report
}

type Pass = {
  checkpoints: AsyncGenerator<Signed & { number: number }>
  outside: Signed | undefined
  found: (finding: Finding) => void
  options: Options
  size: number
}

/** Leaf by leaf, stopping at the size of every signed root. Answers how many checkpoints held. */
async function passOver(source: LogSource, walk: Walker, pass: Pass): Promise<number> {
  const { checkpoints, outside, found, options, size } = pass
  let next = await checkpoints.next()
  let held = 0
  let last = 0
  let isCompared = false
  const stop = async () => {
    while (!next.done && next.value.size === walk.size()) {
      await walk.compare(next.value)
      last = next.value.size
      held++
      next = await checkpoints.next()
    }
    if (outside && !isCompared && outside.size === walk.size()) {
      isCompared = true
      if (!(await walk.compare(outside))) found({ kind: 'export-differs', to: outside.size })
    }
  }
  await stop()
  for (let after = -1; ; ) {
    const pairs = await source.pairs(after)
    if (pairs.length === 0) break
    for (const pair of pairs) {
      await walk.take(pair)
      await stop()
    }
    await compareNodes(source, walk, found)
    after = pairs.at(-1)!.leaf.index
    options.progress?.(walk.counts.events)
  }
  for (; !next.done; next = await checkpoints.next())
    found({ kind: 'cut', number: next.value.number, to: next.value.size, index: walk.size() })
  if (last < size) found({ kind: 'unsigned', index: last, to: size })
  if (outside && outside.size > size) found({ kind: 'export-longer', to: outside.size, index: size })
  return held
}

async function compareNodes(
  source: LogSource,
  walk: Walker,
  found: (finding: Finding) => void,
): Promise<void> {
  const nodes = walk.takeNodes()
  for (const level of new Set(nodes.map((node) => node.level))) {
    const own = nodes.filter((node) => node.level === level)
    const kept = await source.nodes(level, own[0]!.index, own.at(-1)!.index + 1)
    for (const { index, hash } of own) {
      const there = kept.find((node) => node.index === index)
      if (!there) found({ kind: 'node-removed', level, index })
      else if (!isSame(there.hash, hash)) found({ kind: 'node-changed', level, index })
    }
  }
}

/** What is beside the tree: nodes too many, events without a leaf, what waits, the index by file. */
async function lookBeside(
  source: LogSource,
  report: Report,
  found: (finding: Finding) => void,
  orphans: Unplaced[],
  size: number,
): Promise<void> {
  for (const { level } of await source.nodesPerLevel()) {
    const wanted = level % KEPT_LEVELS === 0 && level > 0 ? Math.floor(size / 2 ** level) : 0
    const extra = [
      ...(await source.nodes(level, -MOST, 0)),
      ...(await source.nodes(level, wanted, Number.MAX_SAFE_INTEGER)),
    ]
    for (const { index } of extra) found({ kind: 'node-extra', level, index })
  }
  const named = new Set(report.findings.filter(({ kind }) => kind !== 'does-not-open').map(({ id }) => id))
  for (const { row, waiting, seconds } of orphans) {
    const { id, seq } = row
    if (waiting && seconds <= LONGEST_WAIT_SECONDS) report.notices.push({ kind: 'waiting', id, seq })
    else if (waiting) found({ kind: 'unplaced', id, seq })
    else if (!named.has(id)) found({ kind: 'inserted', id, seq })
  }
  for (const seq of await source.strays()) found({ kind: 'stray', seq })
  for (const { seq, file, extra } of await source.fileDifferences())
    found({ kind: extra ? 'file-extra' : 'file-missing', seq, file })
}
