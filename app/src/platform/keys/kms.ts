import { execFile } from 'node:child_process'
import { StartProblem } from '../refusal.ts'
import type { MasterKeys } from './master-keys.ts'

type Question = { do: 'wrap' | 'unwrap' | 'current'; by?: string; data?: string; context?: string }
type Answer = { current?: string; data?: string }
type Service = (question: Question) => Promise<Answer>

const SECONDS = 10
const gone = (why: string): StartProblem =>
  new StartProblem(
    `The service that keeps the master key did not open it (${why}). Without it nothing personal can be read. Nothing was changed.`,
  )

/**
 * A key service over HTTP: `POST <url>` with `{"do":"wrap","data":<base 64>,"context":...}` answers
 * `{"current":<id>,"data":<base 64>}`; `unwrap` names the key with `by`; `current` answers the id alone.
 */
export function overHttp(url: string, token?: string): Service {
  return async (question) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(question),
      redirect: 'error',
      signal: AbortSignal.timeout(SECONDS * 1000),
    }).catch((cause: Error) => {
      throw gone(`it does not answer: ${cause.message}`)
    })
    if (!response.ok) throw gone(`it answered ${response.status}`)
    return (await response.json()) as Answer
  }
}

/** The same questions to a program, one a call: the question on its standard input, the answer on its output. */
export function overCommand(command: string): Service {
  return (question) =>
    new Promise((resolve, reject) => {
      const program = execFile(command, { timeout: SECONDS * 1000 }, (cause, stdout) => {
        if (cause) return reject(gone(cause.message))
        try {
          resolve(JSON.parse(stdout) as Answer)
        } catch {
          reject(gone('it answered something that is not JSON'))
        }
      })
      program.stdin?.on('error', () => {})
      program.stdin?.end(JSON.stringify(question))
    })
}

const dataOf = ({ data }: Answer): Buffer => {
  if (typeof data !== 'string') throw gone('its answer holds no data')
  return Buffer.from(data, 'base64')
}

/** Asks the service once which key is current; that key stays the current one for this process. */
export async function serviceKeys(service: Service): Promise<MasterKeys> {
  const { current } = await service({ do: 'current' })
  if (!current) throw gone('it named no current key')
  return {
    current,
    wrap: async (key, context) =>
      dataOf(await service({ do: 'wrap', by: current, data: key.toString('base64'), context })),
    unwrap: async (by, wrapped, context) =>
      dataOf(await service({ do: 'unwrap', by, data: wrapped.toString('base64'), context })),
  }
}
