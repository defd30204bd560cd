import type { FastifyInstance } from 'fastify'
import { answerTo, ask } from '../casefile/accounts/challenges.ts'
import { atDesk, type Desk } from '../casefile/accounts/desk.ts'
import { startSession } from '../casefile/accounts/sessions.ts'
import { ownerOfIdentity } from '../casefile/accounts/ways/providers.ts'
import type { House } from '../casefile/house.ts'
import { Refusal } from '../platform/refusal.ts'
import { originsOf } from '../platform/sign-in/origin.ts'
import {
  answerOfProvider,
  askProvider,
  type Pending,
  type Provider,
  providersFrom,
} from '../platform/sign-in/provider.ts'
import { countAsk } from './limiter.ts'
import { cookie, cookieOf, enter, fromOf } from './session.ts'

const COOKIE = 'sandsage_provider'
const CALLBACK = '/api/session/provider/back'
const clerk = { by: null, device: 'web' }

/** The address this browser came by, where it is one of ours: the provider must send it back to the same. */
const ownOrigin = (house: House, host: string | undefined): string => {
  const origins = originsOf(house.address)
  return origins.find((origin) => new URL(origin).host === host) ?? origins[0] ?? house.address
}

function providerAt(issuer: string): Provider {
  const provider = providersFrom().find((one) => one.issuer === issuer)
  if (!provider) throw new Refusal('provider-unknown', {}, 404)
  return provider
}

/** Through an identity provider: there by a link, back by a redirect, bound to this browser by a cookie of ten minutes. */
export function addProvider(app: FastifyInstance, house: House): void {
  // Read once here, so that a mistake in the setting is said when the house opens.
  providersFrom()
  app.get('/api/session/providers', async () => ({
    providers: providersFrom().map(({ name, issuer }) => ({ name, issuer })),
  }))
  app.get<{ Querystring: { issuer?: string; prove?: string } }>(
    '/api/session/provider',
    async (request, reply) => {
      await countAsk(house, request.ip, { what: 'providers', count: 100, perMinutes: 10 })
      const provider = providerAt(String(request.query.issuer))
      const redirect = ownOrigin(house, request.headers.host) + CALLBACK
      const { url, pending } = await askProvider(provider, redirect, request.query.prove === '1')
      const handle = await atDesk(house, clerk, (desk) => ask(desk, 'provider', null, pending))
      // Lax, because it must come back with the provider's redirect; it opens nothing by itself.
      return reply.header('set-cookie', cookie(house, COOKIE, handle, 600, 'Lax')).redirect(url)
    },
  )
  app.get(CALLBACK, async (request, reply) => {
    const handle = cookieOf(house, request, COOKIE)
    const pending =
      handle && (await atDesk(house, clerk, (desk) => answerTo<Pending>(desk, 'provider', null, handle)))
    void reply.header('set-cookie', cookie(house, COOKIE, '', 0, 'Lax'))
    if (!pending) return reply.redirect('/sign-in?no=provider-late')
    const back = new URL(request.url, ownOrigin(house, request.headers.host))
    const claims = await answerOfProvider(providerAt(pending.issuer), back, pending).catch(() => undefined)
    if (!claims) return reply.redirect('/sign-in?no=provider-failed')
    const begun = await atDesk(house, clerk, async (desk: Desk) => {
      const account = await ownerOfIdentity(desk, claims)
      const provedAt = claims.provedAt ?? null
      return account && startSession(desk, account, { how: 'provider', from: fromOf(request), provedAt })
    })
    if (!begun) return reply.redirect('/sign-in?no=provider-stranger')
    await enter(house, request, reply, begun, false)
    return reply.redirect('/')
  })
}
