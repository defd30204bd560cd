import { createServer, type Server } from 'node:http'
import { sql } from 'kysely'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccountsHouse, openAccountsHouse } from './accounts-world.ts'

type Person = { sub: string; email?: string; verified?: boolean }

let world: AccountsHouse
let ministry: Server
let issuer: string
/** Who stands before the ministry's own sign-in page. */
let person: Person
const people = new Map<string, Person>()

beforeAll(async () => {
  world = await openAccountsHouse()
  ministry = createServer()
  await new Promise<void>((resolve) => ministry.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(ministry.address() as { port: number }).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'sandsage',
        client_secret: 'a secret between the two',
        redirect_uris: [`${world.base}/api/session/provider/back`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['of this run'] },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        email: people.get(sub)?.email,
        email_verified: people.get(sub)?.verified ?? false,
      }),
    }),
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  })
  ministry.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/')) void interact(provider, request, response)
    else void provider.callback()(request, response)
  })
  process.env.SANDSAGE_OIDC = JSON.stringify([
    { name: 'The ministry', issuer, clientId: 'sandsage', clientSecret: 'a secret between the two' },
  ])
})
afterAll(async () => {
  delete process.env.SANDSAGE_OIDC
  ministry.close()
  await world.close()
})

/** The ministry's page: whoever stands there signs in and agrees. */
async function interact(
  provider: Provider,
  request: Parameters<Provider['interactionDetails']>[0],
  response: Parameters<Provider['interactionDetails']>[1],
) {
  const { prompt, params, grantId } = await provider.interactionDetails(request, response)
  if (prompt.name === 'login')
    return provider.interactionFinished(request, response, { login: { accountId: person.sub } })
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: person.sub, clientId: String(params.client_id) })
  grant!.addOIDCScope('openid email')
  return provider.interactionFinished(request, response, { consent: { grantId: await grant!.save() } })
}

/** A browser: follows redirects with a jar for each host; `meddle` changes an address before it is visited. */
async function browse(
  start: string,
  meddle: (url: URL) => URL = (url) => url,
  jar = new Map<string, string>(),
) {
  let url = new URL(start)
  for (let hops = 0; hops < 15; hops++) {
    const cookies = [...jar]
      .filter(([key]) => key.startsWith(url.host))
      .map(([key, value]) => `${key.split(' ')[1]}=${value}`)
    const response = await fetch(url, { redirect: 'manual', headers: { cookie: cookies.join('; ') } })
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split(/=(.*)/s) as [string, string]
      if (value) jar.set(`${url.host} ${name}`, value)
      else jar.delete(`${url.host} ${name}`)
    }
    const next = response.headers.get('location')
    if (!next) return { url, status: response.status, jar }
    url = new URL(next, url)
    if (url.host === new URL(world.base).host && !url.pathname.startsWith('/api'))
      return { url, status: 302, jar }
    url = meddle(url)
  }
  throw new Error('it went in circles')
}

const enter = (who: Person, meddle?: (url: URL) => URL, more = '') => {
  person = who
  people.set(who.sub, who)
  return browse(`${world.base}/api/session/provider?issuer=${encodeURIComponent(issuer)}${more}`, meddle)
}
const sessionOf = (jar: Map<string, string>) => jar.get(`${new URL(world.base).host} sandsage`)
const invite = async (name: string, identity: { subject?: string; email?: string }) =>
  (
    await world.as('administrator')('accounts', 'invite', {
      ...{ name, profession: 'consul', language: 'ru', contact: 'the ministry' },
      identity: { issuer, ...identity },
    })
  ).id
const accounts = async () => (await sql`select 1 from accounts`.execute(world.house.owner)).rows.length

test('who was invited under their number comes in, and whoever was not makes nothing', async () => {
  const account = await invite('Arman', { subject: 'arman-17' })
  const { url, jar } = await enter({ sub: 'arman-17' })
  expect(url.pathname).toBe('/')
  const { actor, settingUp } = await world.withToken(sessionOf(jar)!)('session', 'who', {})
  expect(actor).toMatchObject({ id: account, name: 'Arman' })
  expect(settingUp).toBe(false)
  const before = await accounts()
  const stranger = await enter({ sub: 'stranger', email: 'stranger@example.org', verified: true })
  expect(stranger.url.search).toBe('?no=provider-stranger')
  expect(sessionOf(stranger.jar)).toBeUndefined()
  expect(await accounts()).toBe(before)
})

test('an e-mail address counts only when verified, binds the number at first, and opens nothing to another number', async () => {
  const account = await invite('Bibi', { email: 'Bibi@Ministry.example' })
  const claims = { sub: 'bibi-1', email: 'bibi@ministry.example' }
  expect((await enter({ ...claims, verified: false })).url.search).toBe('?no=provider-stranger')
  const { jar } = await enter({ ...claims, verified: true })
  expect((await world.withToken(sessionOf(jar)!)('session', 'who', {})).actor).toMatchObject({ id: account })
  expect((await enter({ ...claims, sub: 'bibi-2', verified: true })).url.search).toBe('?no=provider-stranger')
  const again = await enter({ sub: 'bibi-1', email: 'changed@ministry.example', verified: true })
  expect(sessionOf(again.jar)).toBeDefined()
})

test('a changed state, a code of another sign-in and an answer in another browser open nothing', async () => {
  await invite('Chingiz', { subject: 'chingiz' })
  const back = (url: URL) => url.pathname.endsWith('/provider/back')
  const changed = await enter({ sub: 'chingiz' }, (url) => {
    if (back(url)) url.searchParams.set('state', 'another')
    return url
  })
  expect(changed.url.search).toBe('?no=provider-failed')
  let taken: URL | undefined
  const late = await enter({ sub: 'chingiz' }, (url) => {
    if (!back(url)) return url
    taken = new URL(url)
    url.searchParams.set('code', 'guessed')
    return url
  })
  expect(late.url.search).toBe('?no=provider-failed')
  expect((await browse(taken!.href)).url.search, 'without the cookie').toBe('?no=provider-late')
  const other = await enter({ sub: 'chingiz' }, (url) => {
    // The answer somebody else got, put into this browser: its code belongs to another verifier and state.
    if (back(url)) url.searchParams.set('code', taken!.searchParams.get('code')!)
    return url
  })
  expect(other.url.search).toBe('?no=provider-failed')
})

test('a provider’s sign-in is fresh only when the person proved themselves there now', async () => {
  const account = await invite('Dias', { subject: 'dias' })
  const proved = async () =>
    (
      await sql<{ proved: boolean }>`select proved > now() - interval '5 minutes' as proved from sessions
        where actor = ${account} order by began desc limit 1`.execute(world.house.owner)
    ).rows[0]!.proved
  await enter({ sub: 'dias' })
  expect(await proved()).not.toBe(true)
  await enter({ sub: 'dias' }, undefined, '&prove=1')
  expect(await proved()).toBe(true)
})

test('an ended account is no account to the provider either', async () => {
  const account = await invite('Erkin', { subject: 'erkin' })
  await enter({ sub: 'erkin' })
  await world.as('administrator')('accounts', 'endAccount', { account, reason: 'Moved to another ministry' })
  expect((await enter({ sub: 'erkin' })).url.search).toBe('?no=provider-stranger')
})
