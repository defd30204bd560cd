import * as oidc from 'openid-client'
import { z } from 'zod'
import { StartProblem } from '../refusal.ts'

/** An identity provider as `SANDSAGE_OIDC` names it: a JSON list of these. */
const Provider = z.object({
  name: z.string().min(1).max(80),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
})
export type Provider = z.infer<typeof Provider>

export function providersFrom(env = process.env): Provider[] {
  if (!env.SANDSAGE_OIDC) return []
  try {
    return z.array(Provider).parse(JSON.parse(env.SANDSAGE_OIDC))
  } catch {
    throw new StartProblem(
      'SANDSAGE_OIDC cannot be read. It is a JSON list, for example: [{"name":"Ministry","issuer":"https://id.example.org","clientId":"sandsage","clientSecret":"..."}]',
    )
  }
}

/** What must come back unchanged; kept at the door between the two halves of signing in. */
export type Pending = { issuer: string; state: string; nonce: string; verifier: string; prove: boolean }
export type Claims = { issuer: string; subject: string; email?: string; provedAt?: Date }

const isLoopback = (url: URL) => ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)

async function configure({ issuer, clientId, clientSecret }: Provider): Promise<oidc.Configuration> {
  const url = new URL(issuer)
  // Only a provider on this very machine may be spoken with in the clear.
  const execute = isLoopback(url) ? [oidc.allowInsecureRequests] : []
  return oidc.discovery(url, clientId, clientSecret, undefined, { execute, timeout: 10 })
}

/** Authorization code with PKCE and nonce. `prove`: the person shows the provider anew who they are. */
export async function askProvider(
  provider: Provider,
  redirect: string,
  prove: boolean,
): Promise<{ url: string; pending: Pending }> {
  const config = await configure(provider)
  const pending = {
    issuer: provider.issuer,
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    prove,
  }
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirect,
    scope: 'openid email',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    ...(prove ? { max_age: '0', prompt: 'login' } : {}),
  })
  return { url: url.href, pending }
}

/** Who the provider says came back. Throws what openid-client throws when state, nonce, code or signature do not hold. */
export async function answerOfProvider(provider: Provider, back: URL, pending: Pending): Promise<Claims> {
  const config = await configure(provider)
  const tokens = await oidc.authorizationCodeGrant(config, back, {
    expectedState: pending.state,
    expectedNonce: pending.nonce,
    pkceCodeVerifier: pending.verifier,
    idTokenExpected: true,
    ...(pending.prove ? { maxAge: 120 } : {}),
  })
  const claims = tokens.claims()!
  const info = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub).catch(() => undefined)
  const { email, email_verified } = { ...info, ...claims }
  return {
    issuer: provider.issuer,
    subject: claims.sub,
    ...(typeof email === 'string' && email_verified === true ? { email } : {}),
    ...(claims.auth_time ? { provedAt: new Date(claims.auth_time * 1000) } : {}),
  }
}
