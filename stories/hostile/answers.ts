import type { Asker } from '../../app/src/casefile/access.ts'
import type { HostileWorld } from './world.ts'

/** No input makes the house think longer than this on a machine that does other things too. */
const SLOWEST_MS = 20_000

export type Answered = { path: string; asker: Asker; status: number; text: string; ms: number }

/** Asks over HTTP and keeps the answer as it came. */
export async function send(world: HostileWorld, path: string, asker: Asker, body: string): Promise<Answered> {
  const token = world.tokenOf(asker)
  const begun = performance.now()
  const answer = await fetch(`${world.base}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body,
  })
  const text = await answer.text()
  return { path, asker, status: answer.status, text, ms: performance.now() - begun }
}

/** What must never come back, whatever was asked. */
export function wrongWith({ status, text, ms }: Answered): string | undefined {
  if (ms > SLOWEST_MS) return `took ${Math.round(ms)} ms`
  if (status === 200) return isObject(text) ? undefined : 'an answer that is no object'
  if (status >= 500) return 'a fault'
  if (/\bat .+\.[jt]s:\d|node_modules|\bselect .+ from\b|violates|syntax error at|relation "/.test(text))
    return 'tells of its inside'
  const { kind, sentence } = (isObject(text) ? JSON.parse(text) : {}) as { kind?: string; sentence?: string }
  return ['invalid', 'refusal'].includes(kind ?? '') && sentence ? undefined : 'none of the three kinds of no'
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

export const shown = ({ path, asker, status, ms, text }: Answered, what: string, input: string) =>
  `${what}: ${path} as ${asker}, ${status} after ${Math.round(ms)} ms\n  ${input.slice(0, 1500)}\n  ${text.slice(0, 300)}`
