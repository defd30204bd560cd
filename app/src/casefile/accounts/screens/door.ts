import { startAuthentication } from '@simplewebauthn/browser'
import { ask, Problem, type Table, type Wire } from '../../asking.ts'

/** What the door answers somebody who came in. */
export type Entered = { actor: { id: string; name: string }; settingUp: boolean }
type Asked = { handle: string; options: Parameters<typeof startAuthentication>[0]['optionsJSON'] }

const door = <T>(wire: Wire, verb: string, body: unknown) =>
  ask<Table, string>(wire, 'session', verb, body) as Promise<T>

export const enterByLink = (wire: Wire, token: string) => door<Entered>(wire, 'signIn', { token })
export const enterByPassword = (wire: Wire, typed: { name: string; password: string; code: string }) =>
  door<Entered>(wire, 'password', typed)

/** Undefined when the person closed their device's question. */
export async function enterByPasskey(wire: Wire): Promise<Entered | undefined> {
  const { handle, options } = await door<Asked>(wire, 'passkeyOptions', {})
  const response = await startAuthentication({ optionsJSON: options }).catch(() => undefined)
  return response && door<Entered>(wire, 'passkey', { handle, response })
}

export const toProblem = (cause: unknown): Problem => {
  if (cause instanceof Problem) return cause
  throw cause
}

/** A passkey belongs to a name: at a bare number the same machine is called `localhost`. */
export function namedAddress(place: Location): string | undefined {
  if (!['127.0.0.1', '[::1]'].includes(place.hostname)) return undefined
  const url = new URL(place.href)
  url.hostname = 'localhost'
  return url.href
}
