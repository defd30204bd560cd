import { afterAll, beforeAll, expect, test } from 'vitest'
import { MOST_SESSIONS } from '../app/src/casefile/accounts/sessions.ts'
import { makeSignInLink } from '../app/src/casefile/session.ts'
import { words as casefile } from '../app/src/casefile/words.ts'
import { translate } from '../app/src/design/languages/messages.ts'
import { enter, executable, openBrowser, openPage } from './browser.ts'
import { openTestHouse, type TestHouse } from './house.ts'

let world: TestHouse
beforeAll(async () => {
  world = await openTestHouse()
})
afterAll(() => world.close())

const ORIGIN = 'https://sandsage.example'
const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${world.base}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const comeIn = async () => {
  const link = await makeSignInLink(world.house, world.accounts.lawyer)
  const answer = await post('session/sign-in', { token: link.split('#')[1] })
  return answer.headers.get('set-cookie')!
}
const who = async (cookie: string, origin: string) =>
  ((await (await post('session/who', {}, { cookie, origin })).json()) as { actor: object | null }).actor

test('over https the cookie is of this host alone, and one that was set without TLS counts for nothing', async () => {
  process.env.SANDSAGE_ORIGIN = ORIGIN
  try {
    const set = await comeIn()
    expect(set).toMatch(/^__Host-sandsage=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/)
    const [pair] = set.split(';') as [string]
    expect(await who(pair, ORIGIN)).toMatchObject({ profession: 'lawyer' })
    // What another host of the domain, or somebody on the line, can set has no such name.
    expect(await who(pair.replace('__Host-', ''), ORIGIN)).toBeNull()
    const out = await post('session/sign-out', {}, { cookie: pair, origin: ORIGIN })
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-sandsage=; .*Max-Age=0; Secure$/)
    expect(await who(pair, ORIGIN)).toBeNull()
  } finally {
    delete process.env.SANDSAGE_ORIGIN
  }
})

test('on one’s own machine, without TLS, the cookie has its plain name', async () => {
  const [pair] = (await comeIn()).split(';') as [string]
  expect(pair).toMatch(/^sandsage=/)
  expect(await who(pair, world.base)).toMatchObject({ profession: 'lawyer' })
})

test('one session more than may be ends the one that was used least lately, and its person reads of it', async () => {
  const tokens: string[] = []
  for (let at = 0; at < MOST_SESSIONS; at++) tokens.push(await world.signIn(world.accounts.doctor))
  const mine = (token: string) => world.withToken(token)('accounts', 'myAccount', {})
  const { sessions, mostSessions } = await mine(tokens.at(-1)!)
  expect(sessions).toHaveLength(MOST_SESSIONS)
  expect(mostSessions).toBe(MOST_SESSIONS)
  const newest = await world.signIn(world.accounts.doctor)
  const after = (await mine(newest)).sessions
  expect(after).toHaveLength(MOST_SESSIONS)
  expect(after.some(({ here }) => here)).toBe(true)
  // The first of all is the one that the world opened the doctor's account with.
  const signedIn = await Promise.all(
    [world.tokens.doctor, ...tokens, newest].map(
      async (token) => (await world.withToken(token)('session', 'who', {})).actor !== null,
    ),
  )
  expect(signedIn).toEqual([false, false, ...Array(MOST_SESSIONS).fill(true)])
  const { entries } = await world.withToken(newest)('accounts', 'accountHistory', {
    account: world.accounts.doctor,
  })
  expect(entries.filter(({ detail }) => detail.because === 'tooMany')).toHaveLength(2)
})

test.skipIf(!executable)(
  'whoever signs out leaves nothing half written in the tab',
  async () => {
    const description = {
      ...{ names: { en: 'Somewhere' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
      ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
    }
    await world.as('coordinator')('casefile', 'describeOperation', { description })
    const browser = await openBrowser()
    const { page, problems } = await openPage(browser)
    await enter(page, world, world.accounts.coordinator)
    await page.goto(`${world.base}/tracing/requests/new`)
    await page.locator('main input').first().fill('Айша')
    const kept = () => page.evaluate(() => JSON.stringify(sessionStorage))
    await expect.poll(kept).toContain('Айша')
    const leave = page.getByRole('button', { name: 'Sign out' })
    // Without the house nobody is signed out, and is told so; what was written is gone all the same.
    await page.context().setOffline(true)
    await leave.click()
    await page.getByText(translate(casefile, 'en', 'no.unreachable')).waitFor()
    expect(await kept()).not.toContain('Айша')
    await page.context().setOffline(false)
    await leave.click()
    await page.waitForURL((url) => url.pathname === '/')
    expect(await kept()).not.toContain('Айша')
    expect(problems).toEqual([])
    await browser.close()
  },
  60_000,
)
