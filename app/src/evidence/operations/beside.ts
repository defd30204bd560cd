import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalValues } from '../../platform/refusal.ts'
import type { Work } from './weigher.ts'

type Answered = {
  answer?: unknown
  refusal?: { code: string; values: RefusalValues }
  fault?: string
}
type Question = {
  kind: keyof Work
  input: unknown
  /** A later question of the same asker takes the place of this one. */
  asker: string | undefined
  resolve: (answer: unknown) => void
  reject: (cause: Error) => void
}
/** One thread and who waits for it; the first of them is being answered. */
type Lane = { worker: Worker | undefined; waiting: Question[]; limit: NodeJS.Timeout | undefined }

/** A large family with theta can take for ever; somebody waits for the answer, perhaps with files locked. */
const MOST_MS = 120_000

const openLane = (): Lane => ({ worker: undefined, waiting: [], limit: undefined })
// Advice may take long and is asked for often: a weighing never waits for it.
const [weighing, advice] = [openLane(), openLane()]

/**
 * Computes in a thread of its own, one question after another, so that the machine stays usable.
 *
 * @param asker of a question asked while somebody tries things out: their next one ends this one
 * @throws Refusal `weighing-too-long`, `asked-anew`, and those of the work itself
 */
export async function askBeside<K extends keyof Work>(
  kind: K,
  input: Parameters<Work[K]>[0],
  asker?: string,
): Promise<ReturnType<Work[K]>> {
  const lane = kind === 'advise' ? advice : weighing
  const answer = await new Promise((resolve, reject) => {
    if (asker !== undefined) giveUp(lane, asker)
    lane.waiting.push({ kind, input, asker, resolve, reject })
    if (lane.waiting.length === 1) begin(lane)
  })
  return answer as ReturnType<Work[K]>
}

/** Ends what the same asker asked before, the one being answered too. */
function giveUp(lane: Lane, asker: string): void {
  const [current, ...queued] = lane.waiting
  for (const one of queued.filter((question) => question.asker === asker)) {
    lane.waiting.splice(lane.waiting.indexOf(one), 1)
    one.reject(new Refusal('asked-anew'))
  }
  if (current?.asker === asker) stop(lane, new Refusal('asked-anew'))
}

function begin(lane: Lane): void {
  const question = lane.waiting[0]
  // Nothing under way: the thread must not keep the program alive.
  if (!question) {
    lane.worker?.unref()
    return
  }
  lane.worker ??= openWorker(lane)
  lane.worker.ref()
  lane.limit = setTimeout(() => stop(lane, new Refusal('weighing-too-long')), MOST_MS)
  lane.worker.postMessage({ kind: question.kind, input: question.input })
}

function openWorker(lane: Lane): Worker {
  const made = new Worker(new URL('./weigher.ts', import.meta.url))
  made.on('message', ({ answer, refusal, fault }: Answered) =>
    next(lane, (question) => {
      if (answer !== undefined) question.resolve(answer)
      else question.reject(refusal ? new Refusal(refusal.code, refusal.values) : new Error(fault))
    }),
  )
  made.on('error', (cause) => stop(lane, cause))
  return made
}

/** Ends the thread and the question it is at; whoever waits behind gets a new one. */
function stop(lane: Lane, cause: Error): void {
  // A thread that is ending still speaks sometimes.
  lane.worker?.removeAllListeners()
  void lane.worker?.terminate()
  lane.worker = undefined
  next(lane, (question) => question.reject(cause))
}

function next(lane: Lane, settle: (question: Question) => void): void {
  clearTimeout(lane.limit)
  const question = lane.waiting.shift()
  if (question) settle(question)
  begin(lane)
}
