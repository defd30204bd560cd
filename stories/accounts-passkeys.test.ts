import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccountsHouse, openAccountsHouse } from './accounts-world.ts'
import { openAuthenticator } from './authenticator.ts'

let world: AccountsHouse
beforeAll(async () => {
  world = await openAccountsHouse()
})
afterAll(() => world.close())

test('who is invited sets up a passkey before anything else opens, and signs in with it from then on', async () => {
  const { token, account } = await world.invite('Aru')
  const first = await world.comeBy(token)
  const ask = world.withToken(first)
  await expect(ask('casefile', 'listOperations', {})).rejects.toMatchObject({ no: { code: 'set-up-first' } })
  expect(await ask('session', 'who', {})).toMatchObject({ actor: { id: account }, settingUp: true })
  const device = await world.addPasskey(first)
  await ask('casefile', 'listOperations', {})

  const { answer } = await world.showPasskey(device)
  expect(answer.body).toMatchObject({ actor: { id: account, name: 'Aru' }, settingUp: false })
  expect(answer.cookies.sandsage).toBe(answer.body.token)
  expect(answer.body.token).not.toBe(first)
})

const signedUp = async (name: string) => {
  const { token, account } = await world.invite(name)
  const session = await world.comeBy(token)
  return { account, session, device: await world.addPasskey(session) }
}

test('an answer to another origin, another house, without the person, or to another challenge opens nothing', async () => {
  const { device } = await signedUp('Bota')
  const wrong = [
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:1' },
    { rpId: 'evil.example' },
    { verified: false },
    { challenge: Buffer.from('another challenge').toString('base64url') },
  ]
  for (const shown of wrong) {
    const { answer } = await world.showPasskey(device, shown)
    expect(answer, JSON.stringify(shown)).toMatchObject({ status: 403, body: { code: 'passkey-not-known' } })
    expect(answer.cookies.sandsage).toBeUndefined()
  }
  expect((await world.showPasskey(device)).answer.status).toBe(200)
})

test('a page of another origin is not even asked', async () => {
  const asked = await world.visit(
    'session/passkey-options',
    {},
    { headers: { origin: 'https://evil.example' } },
  )
  expect(asked.body).toMatchObject({ code: 'passkey-not-here' })
})

test('a challenge is answered once, whether it was answered rightly or wrongly', async () => {
  const { device } = await signedUp('Daniyar')
  const right = await world.showPasskey(device)
  const again = await world.visit('session/passkey', { handle: right.handle, response: right.response })
  expect(again).toMatchObject({ status: 403, body: { code: 'passkey-late' } })
  const wrong = await world.showPasskey(device, { verified: false })
  const asked = JSON.parse(Buffer.from(wrong.response.response.clientDataJSON, 'base64url').toString()) as {
    challenge: string
  }
  const mended = await world.visit('session/passkey', { handle: wrong.handle, response: device.show(asked) })
  expect(mended).toMatchObject({ status: 403, body: { code: 'passkey-late' } })
})

test('a counter that stands still or goes back is a copied key', async () => {
  const { device } = await signedUp('Erlan')
  expect((await world.showPasskey(device, { counter: 7 })).answer.status).toBe(200)
  for (const counter of [7, 6, 0])
    expect((await world.showPasskey(device, { counter })).answer.status, `counter ${counter}`).toBe(403)
  expect((await world.showPasskey(device, { counter: 8 })).answer.status).toBe(200)
})

test('a key that names another person, a key nobody added, and one made for another account are not taken', async () => {
  const aru = await signedUp('Farida')
  const other = await signedUp('Galym')
  const { answer } = await world.showPasskey(aru.device, {
    user: Buffer.from(other.account).toString('base64url'),
  })
  expect(answer.status).toBe(403)
  expect((await world.showPasskey(openAuthenticator(world.origin))).answer.status).toBe(403)
  // Somebody else's question answered with one's own device, and one's own question with a key that is taken.
  const ask = world.withToken(other.session)
  const mine = await world.withToken(aru.session)('accounts', 'beginPasskey', { origin: world.origin })
  const strange = openAuthenticator(world.origin).make(mine.options as never)
  await expect(
    ask('accounts', 'addPasskey', { handle: mine.handle, name: 'x', response: strange }),
  ).rejects.toMatchObject({ no: { code: 'passkey-not-taken' } })
  const own = await ask('accounts', 'beginPasskey', { origin: world.origin })
  await expect(
    ask('accounts', 'addPasskey', {
      handle: own.handle,
      name: 'x',
      response: aru.device.make(own.options as never),
    }),
  ).rejects.toMatchObject({ no: { code: 'passkey-not-taken' } })
})

test('several keys, named, renamed and taken away, but not the last', async () => {
  const { session, device } = await signedUp('Hadisha')
  const second = await world.addPasskey(session)
  const ask = world.withToken(session)
  const { ways } = await ask('accounts', 'myAccount', {})
  expect(ways.map((way) => way.way)).toEqual(['passkey', 'passkey'])
  await ask('accounts', 'renamePasskey', { way: ways[0]!.id, name: 'Old phone' })
  await ask('accounts', 'removeWay', { way: ways[0]!.id })
  await expect(ask('accounts', 'removeWay', { way: ways[1]!.id })).rejects.toMatchObject({
    no: { code: 'last-way' },
  })
  expect((await world.showPasskey(device)).answer.status).toBe(403)
  expect((await world.showPasskey(second)).answer.status).toBe(200)
  const other = await signedUp('Ilyas')
  await expect(
    world.withToken(other.session)('accounts', 'removeWay', { way: ways[1]!.id }),
  ).rejects.toMatchObject({ no: { code: 'way-not-found' } })
})
