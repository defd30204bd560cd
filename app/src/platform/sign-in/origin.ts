import { isIP } from 'node:net'

/**
 * The addresses people may come by. Behind a proxy it is what `SANDSAGE_ORIGIN` says and nothing else; on one's own
 * machine also `localhost`, because a passkey belongs to a name and cannot belong to 127.0.0.1 (WebAuthn 2, 5.1.3).
 */
export function originsOf(address: string, env = process.env): string[] {
  if (env.SANDSAGE_ORIGIN) return [new URL(env.SANDSAGE_ORIGIN).origin]
  if (!address) return []
  const url = new URL(address)
  const own = url.origin
  if (!['127.0.0.1', '[::1]'].includes(url.hostname)) return [own]
  url.hostname = 'localhost'
  return [own, url.origin]
}

export type RelyingParty = { origin: string; id: string }

/** Who a passkey made at this origin is for; undefined where none can be made: a strange origin, or a bare number. */
export function relyingPartyAt(origin: string | undefined, origins: string[]): RelyingParty | undefined {
  if (!origin || !origins.includes(origin)) return undefined
  const { hostname } = new URL(origin)
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? undefined : { origin, id: hostname }
}

/** The address to put into a link: by name where there is one, because whoever follows it may make a passkey there. */
export function linkOrigin(address: string, byName: boolean, env = process.env): string {
  const origins = originsOf(address, env)
  const named = byName ? origins.find((origin) => relyingPartyAt(origin, origins)) : undefined
  return named ?? origins[0] ?? address
}

type Headers = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/**
 * Whether a request that carries a cookie comes from a page of ours. Every browser that knows SameSite sends
 * `Origin` with a POST, so silence is no page at all (OWASP, Cross-Site Request Forgery: verifying origin).
 */
export function isFromOwnPage(headers: Headers, origins: string[], env = process.env): boolean {
  const site = one(headers['sec-fetch-site'])
  if (site && site !== 'same-origin') return false
  const origin = one(headers.origin)
  if (!origin) return site === 'same-origin'
  if (origins.includes(origin)) return true
  const host = one(headers.host)
  return !env.SANDSAGE_ORIGIN && (origin === `http://${host}` || origin === `https://${host}`)
}

/** Cookies travel over TLS alone where the house is reached over TLS. */
export const isSecure = (address: string, env = process.env): boolean =>
  (env.SANDSAGE_ORIGIN ?? address).startsWith('https:')
