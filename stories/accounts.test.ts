import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { type AccountsHouse, openAccountsHouse } from './accounts-world.ts'

let world: AccountsHouse
let second: string
beforeAll(async () => {
  world = await openAccountsHouse()
  const other = await makeAccount(world.house.owner, {
    name: 'Another',
    profession: 'administrator',
    language: 'en',
  })
  second = await world.signIn(other)
})
afterAll(() => world.close())

const reason = 'The telephone was lost on the road'
const admin = () => world.as('administrator')
const no = (code: string) => ({ no: { code } })
const operation = {
  ...{ names: { en: 'Somewhere' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
  ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
}
/** Invited, with a passkey; signed in with it. */
const signedUp = async (name: string, profession = 'lawyer') => {
  const { token, account } = await world.invite(name, profession)
  const first = await world.comeBy(token)
  const device = await world.addPasskey(first)
  return { account, device, token: first }
}

test('an invitation is a link that works once, is replaced by a newer one, and is not renewed after it was used', async () => {
  const { account, token } = await world.invite('Alua')
  const { link } = await admin()('accounts', 'renewInvitation', { account })
  expect((await world.visit('session/sign-in', { token })).body).toMatchObject({ code: 'link-used' })
  await world.comeBy(link.split('#')[1]!)
  const third = await admin()('accounts', 'renewInvitation', { account })
  const session = await world.comeBy(third.link.split('#')[1]!)
  expect((await world.visit('session/sign-in', { token: link.split('#')[1] })).body).toMatchObject({
    code: 'link-used',
  })
  await world.addPasskey(session)
  await expect(admin()('accounts', 'renewInvitation', { account })).rejects.toMatchObject(
    no('already-set-up'),
  )
  const { accounts } = await admin()('accounts', 'listAccounts', {})
  expect(accounts.find((one) => one.id === account)).toMatchObject({
    ...{ name: 'Alua', state: 'working', ways: 1, contact: 'Alua@example.org', wholeHouse: false },
  })
})

test('sessions are listed with device and shortened address, and ended singly and all', async () => {
  const { device, token } = await signedUp('Botagoz')
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  const two = (await world.showPasskey(device, {}, { headers: { 'user-agent': agent } })).answer.body
    .token as string
  const three = (await world.showPasskey(device)).answer.body.token as string
  const { sessions } = await world.withToken(two)('accounts', 'myAccount', {})
  expect(sessions).toHaveLength(3)
  expect(sessions.filter((one) => one.here)).toEqual([
    expect.objectContaining({ how: 'passkey', device: 'Firefox, Linux', address: '127.0.0.x' }),
  ])
  const first = sessions.find((one) => one.how === 'link')!
  await world.withToken(two)('accounts', 'endSession', { session: first.id })
  expect(await world.withToken(token)('session', 'who', {})).toMatchObject({ actor: null })
  await expect(world.withToken(two)('accounts', 'endSession', { session: first.id })).rejects.toMatchObject(
    no('session-not-found'),
  )
  expect(await world.withToken(two)('accounts', 'endSessionsElsewhere', {})).toEqual({ ended: 1 })
  expect(await world.withToken(three)('session', 'who', {})).toMatchObject({ actor: null })
  const others = await signedUp('Cholpan')
  await expect(
    world.withToken(others.token)('accounts', 'endSession', {
      session: sessions.find((one) => one.here)!.id,
    }),
  ).rejects.toMatchObject(no('session-not-found'))
  await world.withToken(two)('accounts', 'endSessionsElsewhere', { here: true })
  expect(await world.withToken(two)('session', 'who', {})).toMatchObject({ actor: null })
})

test('a session ends after an hour of silence and after twelve hours; being seen is written at most once a minute', async () => {
  const { account, token } = await signedUp('Dana')
  const set = (what: string) =>
    sql`update sessions set ${sql.raw(what)} where actor = ${account}`.execute(world.house.owner)
  const seen = async () =>
    (
      await sql<{
        age: number
      }>`select extract(epoch from now() - max(seen))::float8 as age from sessions where actor = ${account}`.execute(
        world.house.owner,
      )
    ).rows[0]!.age
  const here = async () => (await world.withToken(token)('session', 'who', {})).actor !== null
  await set(`seen = now() - interval '50 seconds'`)
  expect(await here()).toBe(true)
  expect(await seen(), 'not written yet').toBeGreaterThan(45)
  await set(`seen = now() - interval '59 minutes'`)
  expect(await here()).toBe(true)
  expect(await seen(), 'written').toBeLessThan(30)
  await set(`seen = now() - interval '61 minutes'`)
  expect(await here()).toBe(false)
  await set(`seen = now(), expires = now() - interval '1 second'`)
  expect(await here()).toBe(false)
})

test('signing in anew ends the session one had, and no token given from outside is ever taken', async () => {
  const { device } = await signedUp('Esen')
  const planted = { sandsage: 'A'.repeat(40) }
  const one = (await world.showPasskey(device, {}, { cookies: planted })).answer
  expect(one.cookies.sandsage).not.toBe(planted.sandsage)
  expect((await world.visit('session/who', {}, { cookies: planted })).body.actor).toBeNull()
  const two = (await world.showPasskey(device, {}, { cookies: { sandsage: one.cookies.sandsage! } })).answer
  expect(two.cookies.sandsage).not.toBe(one.cookies.sandsage)
  const who = (cookie: string) => world.visit('session/who', {}, { cookies: { sandsage: cookie } })
  expect((await who(one.cookies.sandsage!)).body.actor).toBeNull()
  expect((await who(two.cookies.sandsage!)).body.actor).not.toBeNull()
})

test('what must be proved anew is refused five minutes after signing in, and not after showing the passkey again', async () => {
  const { device, token, account } = await signedUp('Farid', 'administrator')
  const ask = (with_: string) =>
    world.withToken(with_)('accounts', 'askForAccount', { account, what: 'wholeHouse', reason })
  await sql`update sessions set proved = now() - interval '5 minutes 1 second' where actor = ${account}`.execute(
    world.house.owner,
  )
  await expect(ask(token)).rejects.toMatchObject(no('prove-again'))
  await expect(
    world.withToken(token)('accounts', 'beginPasskey', { origin: world.origin }),
  ).rejects.toMatchObject(no('prove-again'))
  const again = (await world.showPasskey(device)).answer.body.token as string
  expect(await ask(again)).toMatchObject({ request: expect.any(String) })
})

test('a cookie works for our own pages alone; a bearer token needs none of it', async () => {
  const token = await world.signIn(world.accounts.lawyer)
  const cookies = { sandsage: token }
  const who = (headers: Record<string, string>) => world.visit('session/who', {}, { cookies, headers })
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
  ])
    expect(
      (await who(headers as unknown as Record<string, string>)).status,
      JSON.stringify(headers),
    ).toBeGreaterThanOrEqual(400)
  expect((await who({ 'sec-fetch-site': 'same-origin' })).body.actor).not.toBeNull()
  expect((await who({ origin: world.base })).body.actor).not.toBeNull()
  expect(
    (
      await world.visit(
        'session/who',
        {},
        { headers: { origin: 'https://evil.example', authorization: `Bearer ${token}` } },
      )
    ).body.actor,
  ).not.toBeNull()
})

test('another profession ends sessions and assignments at once, and so does the end of the work', async () => {
  const { id } = await world.as('coordinator')('casefile', 'describeOperation', { description: operation })
  const { account, token, device } = await signedUp('Gani')
  await world.as('coordinator')('casefile', 'assign', {
    file: id,
    assignment: { actor: account, scope: 'operation' },
  })
  const works = async () =>
    (
      await sql`select 1 from assignments where actor = ${account} and (until is null or until > now())`.execute(
        world.house.owner,
      )
    ).rows.length
  expect(await works()).toBe(1)
  await admin()('accounts', 'changeProfession', { account, profession: 'doctor', reason })
  expect(await works()).toBe(0)
  expect((await world.withToken(token)('session', 'who', {})).actor).toBeNull()
  const doctor = (await world.showPasskey(device)).answer
  expect(doctor.body.actor).toMatchObject({ profession: 'doctor' })

  await world.as('coordinator')('casefile', 'assign', {
    file: id,
    assignment: { actor: account, scope: 'operation' },
  })
  await rebuild(world.house)
  expect(await works(), 'a rebuild ends nothing that was assigned afterwards').toBe(1)
  await admin()('accounts', 'endAccount', { account, reason })
  expect(await works()).toBe(0)
  await rebuild(world.house)
  expect(await works(), 'and opens nothing again').toBe(0)
  expect((await world.withToken(doctor.body.token as string)('session', 'who', {})).actor).toBeNull()
  expect((await world.showPasskey(device)).answer.status).toBe(403)
  const { accounts } = await world.as('coordinator')('session', 'colleagues', {})
  expect(accounts.map((one) => one.id)).not.toContain(account)
})

test('nobody changes or ends their own account, and the last administrator stays', async () => {
  const account = world.accounts.administrator
  await expect(
    admin()('accounts', 'changeProfession', { account, profession: 'geneticist', reason }),
  ).rejects.toMatchObject(no('not-oneself'))
  await expect(admin()('accounts', 'endAccount', { account, reason })).rejects.toMatchObject(
    no('not-oneself'),
  )
})

test('recovery takes two administrators; the link takes the old ways away, and the owner is told', async () => {
  const { account, token, device } = await signedUp('Hamit', 'geneticist')
  await expect(admin()('accounts', 'renewInvitation', { account })).rejects.toMatchObject(
    no('already-set-up'),
  )
  const { request } = await admin()('accounts', 'askForAccount', { account, what: 'recovery', reason })
  await expect(
    admin()('accounts', 'askForAccount', { account, what: 'recovery', reason }),
  ).rejects.toMatchObject(no('already-asked'))
  await expect(admin()('accounts', 'answerRequest', { request, approve: true })).rejects.toMatchObject(
    no('own-request'),
  )
  const waiting = await world.withToken(second)('accounts', 'listAccounts', {})
  expect(waiting.requests).toContainEqual(
    expect.objectContaining({ id: request, name: 'Hamit', reason, by: 'The administrator', own: false }),
  )
  const { link } = await world.withToken(second)('accounts', 'answerRequest', { request, approve: true })
  expect((await world.withToken(token)('session', 'who', {})).actor).toBeNull()
  await expect(
    world.withToken(second)('accounts', 'answerRequest', { request, approve: true }),
  ).rejects.toMatchObject(no('request-not-found'))

  const back = await world.comeBy(link!.split('#')[1]!)
  expect((await world.showPasskey(device)).answer.status, 'the lost key').toBe(403)
  const ask = world.withToken(back)
  await expect(ask('casefile', 'listOperations', {})).rejects.toMatchObject(no('set-up-first'))
  await world.addPasskey(back)
  const { notices } = await ask('accounts', 'myAccount', {})
  expect(notices.map((one) => one.code)).toEqual(['recovered'])
  await ask('accounts', 'readNotices', { notices: notices.map((one) => one.id) })
  expect((await ask('accounts', 'myAccount', {})).notices).toEqual([])

  const history = await world.as('protectionOfficer')('accounts', 'accountHistory', { account })
  expect(history.entries.map((one) => one.type).reverse()).toEqual([
    'account.invited',
    'account.linkMade',
    'account.sessionBegan',
    'account.wayAdded',
    'account.asked',
    'account.answered',
    'account.sessionsEnded',
    'account.linkMade',
    'account.wayRemoved',
    'account.sessionBegan',
    'account.wayAdded',
  ])
  expect(history.entries.find((one) => one.type === 'account.answered')).toMatchObject({ by: 'Another' })
  await expect(world.as('lawyer')('accounts', 'accountHistory', { account })).rejects.toMatchObject(
    no('not-allowed'),
  )
})

test('an administrator about whom something is asked does not decide it either, and a declined request changes nothing', async () => {
  const account = world.accounts.administrator
  const { request } = await world.withToken(second)('accounts', 'askForAccount', {
    account,
    what: 'recovery',
    reason,
  })
  await expect(admin()('accounts', 'answerRequest', { request, approve: true })).rejects.toMatchObject(
    no('own-request'),
  )
  const third = await makeAccount(world.house.owner, {
    name: 'Third',
    profession: 'administrator',
    language: 'en',
  })
  expect(
    await world.withToken(await world.signIn(third))('accounts', 'answerRequest', {
      request,
      approve: false,
    }),
  ).toEqual({})
  expect((await admin()('session', 'who', {})).actor).not.toBeNull()
})

test('who is invited sees nothing until assigned; the whole house opens by two', async () => {
  await world.as('coordinator')('casefile', 'describeOperation', { description: operation })
  const { id, link } = await admin()('accounts', 'invite', {
    ...{ name: 'Indira', profession: 'coordinator', language: 'kk', contact: 'by hand' },
    wholeHouseBecause: 'Leads every operation this year',
  })
  const token = await world.comeBy(link.split('#')[1]!)
  await world.addPasskey(token)
  const open = () => world.withToken(token)('casefile', 'describeOperation', { description: operation })
  await expect(open()).rejects.toMatchObject(no('not-allowed'))
  const { requests } = await world.withToken(second)('accounts', 'listAccounts', {})
  const request = requests.find((one) => one.account === id)!
  await expect(
    admin()('accounts', 'answerRequest', { request: request.id, approve: true }),
  ).rejects.toMatchObject(no('own-request'))
  await world.withToken(second)('accounts', 'answerRequest', { request: request.id, approve: true })
  await open()
})

test('the doorkeeper’s role reads and writes what is about accounts and nothing else', async () => {
  const { asActor } = await import('../app/src/platform/database.ts')
  const { houseRoles } = await import('../app/src/casefile/access.ts')
  const as = <T>(query: string) =>
    asActor(world.house.db, houseRoles.doorkeeper, '', (tx) => sql.raw<T>(query).execute(tx))
  const { rows } = await as<{ class: string }>('select distinct class from events')
  expect(rows).toEqual([{ class: 'account' }])
  expect((await as<{ kind: string }>('select distinct kind from files')).rows).toEqual([{ kind: 'account' }])
  for (const query of [
    'select * from people',
    'select * from papers',
    'select * from keystore.keys',
    `update events set type = 'account.x'`,
    'delete from events',
    `insert into files (id, kind) values (gen_random_uuid(), 'child')`,
    `insert into events (id, about, type, class, occurred_at, device, open) values (gen_random_uuid(), array[gen_random_uuid()], 'x', 'dna', now(), 'x', '{}')`,
    `insert into assignments (id, actor, scope) select gen_random_uuid(), id, 'house' from accounts limit 1`,
  ])
    await expect(as(query), query).rejects.toMatchObject({ code: 'not-allowed' })
})

test('a session is found by one indexed question', async () => {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (analyze, buffers off, timing off, summary off)
    select a.id from sessions s join accounts a on a.id = s.actor where s.hash = 'x'`.execute(
    world.house.owner,
  )
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Scan using sessions_pkey/)
})
