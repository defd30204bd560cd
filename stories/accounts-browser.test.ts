import { sql } from 'kysely'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { words } from '../app/src/casefile/accounts/words.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { translate } from '../app/src/design/languages/messages.ts'
import { codeAt } from '../app/src/platform/sign-in/one-time-code.ts'
import { type AccountsHouse, openAccountsHouse, PASSWORD } from './accounts-world.ts'
import { enter, executable, findBarriers, openBrowser, openPage, sidewaysOf, speak } from './browser.ts'

const said = (key: keyof typeof words, language: 'kk' | 'ru' | 'en' | 'ar' = 'en', values = {}) =>
  translate(words, language, key, values)
const reason = 'The telephone fell into the river'

/** A phone that verifies its owner by a touch, in Chromium itself. */
async function giveAuthenticator(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return cdp
}

describe.skipIf(!executable)('accounts in a real browser', () => {
  let world: AccountsHouse
  let browser: Browser
  beforeAll(async () => {
    world = await openAccountsHouse()
    browser = await openBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })
  const press = (page: Page, key: keyof typeof words, language: 'kk' | 'en' = 'en') =>
    page
      .getByRole('button', { name: said(key, language), exact: true })
      .first()
      .click()
  const inEnglish = async (page: Page, path: string) => {
    await page.goto(world.origin)
    await speak(page, 'en')
    await page.goto(world.origin + path)
  }

  test('an administrator invites, the person makes a passkey, and signs in with it on the next day', async () => {
    const admin = await openPage(browser)
    await enter(admin.page, { ...world, base: world.origin }, world.accounts.administrator)
    await speak(admin.page, 'en')
    await admin.page.goto(`${world.origin}/accounts`)
    await press(admin.page, 'accounts.invite')
    await admin.page.getByLabel(said('accounts.invite.name')).fill('Botagoz Sarsen')
    await admin.page.getByLabel(said('accounts.invite.contact')).fill('in person')
    await admin.page.getByRole('button', { name: said('accounts.invite.profession') }).click()
    await admin.page.getByRole('option', { name: 'Lawyer' }).click()
    await press(admin.page, 'accounts.invite.send')
    const link = (await admin.page.locator('.accounts-link code').textContent())!
    await press(admin.page, 'accounts.done')
    expect(admin.problems).toEqual([])

    const { page, problems } = await openPage(browser, { width: 390 })
    await giveAuthenticator(page)
    await inEnglish(page, new URL(link).pathname + new URL(link).hash)
    await page.waitForURL(/set-up/)
    await page.goto(`${world.origin}/tracing/queue`)
    await page.waitForURL(/set-up/)
    await press(page, 'accounts.passkey.add')
    await page.getByLabel(said('accounts.passkey.name')).fill('My phone')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: said('accounts.passkey.add') })
      .click()
    await page.getByText(said('accounts.setup.enough')).first().waitFor()
    await press(page, 'accounts.done')
    await page.waitForURL(`${world.origin}/`)

    await sql`update sessions set seen = now() - interval '1 day'
      where actor = (select id from accounts where name = 'Botagoz Sarsen')`.execute(world.house.owner)
    await page.goto(`${world.origin}/sign-in`)
    await press(page, 'accounts.passkey.use')
    await page.waitForURL(`${world.origin}/`)
    await page.goto(`${world.origin}/account`)
    await page.getByText('My phone').waitFor()
    expect(await sidewaysOf(page)).toBeLessThanOrEqual(0)
    expect(problems).toEqual([])
  }, 120_000)

  test('a password with an app’s codes is set up and opens; a wrong one says so and keeps the name', async () => {
    const { page, problems } = await openPage(browser)
    const { token } = await world.invite('Camila')
    await inEnglish(page, `/sign-in#${token}`)
    await page.waitForURL(/set-up/)
    await press(page, 'accounts.password.set')
    const secret = (await page.locator('.accounts-secret code').textContent())!.replaceAll(' ', '')
    expect(await findBarriers(page)).toEqual([])
    await page.getByLabel(said('accounts.password.code')).fill(codeAt(secret, new Date()))
    await page.getByLabel(said('accounts.password.name')).fill('camila@example.org')
    await page.getByLabel(said('accounts.password.new')).fill('password1234')
    await press(page, 'accounts.password.save')
    await page.getByText('among the first that are tried').waitFor()
    await page.getByLabel(said('accounts.password.new')).fill(PASSWORD)
    await press(page, 'accounts.password.save')
    await page.locator('.accounts-codes li').first().waitFor()
    const codes = await page.locator('.accounts-codes code').allTextContents()
    expect(codes).toHaveLength(10)
    await press(page, 'accounts.codes.kept')
    await page.getByText(said('accounts.setup.enough')).first().waitFor()

    const other = await openPage(browser)
    await inEnglish(other.page, '/sign-in')
    await other.page.getByLabel(said('accounts.password.name')).fill('camila@example.org')
    await other.page
      .getByLabel(said('accounts.password.password'), { exact: true })
      .fill('some other password')
    await other.page.getByLabel(said('accounts.password.code')).fill(codes[0]!)
    await press(other.page, 'accounts.password.enter')
    await other.page.getByText('do not fit together').waitFor()
    expect(await other.page.getByLabel(said('accounts.password.name')).inputValue()).toBe(
      'camila@example.org',
    )
    await other.page.getByLabel(said('accounts.password.password'), { exact: true }).fill(PASSWORD)
    await other.page.getByLabel(said('accounts.password.code')).fill(codes[0]!)
    await press(other.page, 'accounts.password.enter')
    await other.page.waitForURL(`${world.origin}/`)
    expect([...problems, ...other.problems]).toEqual([])
  }, 120_000)

  test('what must be proved anew is proved where one stands, and the form keeps its reason', async () => {
    const account = await makeAccount(world.house.owner, {
      name: 'Two',
      profession: 'administrator',
      language: 'en',
    })
    const { page, problems } = await openPage(browser)
    await giveAuthenticator(page)
    await enter(page, { ...world, base: world.origin }, account)
    await speak(page, 'en')
    await page.goto(`${world.origin}/account`)
    await press(page, 'accounts.passkey.add')
    await page.getByLabel(said('accounts.passkey.name')).fill('Key')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: said('accounts.passkey.add') })
      .click()
    await page.getByText(said('accounts.mine.one-way')).waitFor()

    await page.goto(`${world.origin}/accounts`)
    await page
      .getByRole('button', { name: said('accounts.open-which', 'en', { name: 'The geneticist' }) })
      .click()
    await press(page, 'accounts.ask.recovery')
    await page.getByLabel(said('accounts.reason')).fill(reason)
    expect(await findBarriers(page)).toEqual([])
    await sql`update sessions set proved = now() - interval '6 minutes'`.execute(world.house.owner)
    await press(page, 'accounts.ask.recovery')
    await press(page, 'accounts.passkey.use')
    await page.getByText(said('accounts.prove.done')).waitFor()
    expect(await page.getByLabel(said('accounts.reason')).inputValue()).toBe(reason)
    await press(page, 'accounts.ask.recovery')
    await page.getByText(reason).waitFor()
    expect(problems).toEqual([])
  }, 120_000)

  test('at a bare number the sign-in page leads to the name of the same machine', async () => {
    const { page } = await openPage(browser, { width: 390 })
    await page.goto(`${world.base}/sign-in`)
    await page.getByRole('link', { name: new URL(world.origin).host }).click()
    await page.waitForURL(`${world.origin}/sign-in`)
  })

  test('somebody who came in at a bare number goes on at the name to make a passkey, without a new link', async () => {
    const { page, problems } = await openPage(browser)
    await giveAuthenticator(page)
    await enter(page, world, world.accounts.lead)
    await speak(page, 'en')
    await page.goto(`${world.base}/account`)
    await press(page, 'accounts.passkey.add')
    await page.getByRole('button', { name: new URL(world.origin).host }).click()
    await page.waitForURL(`${world.origin}/`)
    await speak(page, 'en')
    await page.goto(`${world.origin}/account`)
    await press(page, 'accounts.passkey.add')
    await page.getByLabel(said('accounts.passkey.name')).fill('Desk')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: said('accounts.passkey.add') })
      .click()
    await page.getByText(said('accounts.mine.one-way')).waitFor()
    expect(problems).toEqual([])
  }, 120_000)

  test('the screens of accounts stand in four languages, wide and on a phone, without barrier', async () => {
    const { page, problems } = await openPage(browser)
    await enter(page, { ...world, base: world.origin }, world.accounts.administrator)
    for (const language of ['kk', 'ru', 'en', 'ar'] as const)
      for (const width of [1280, 390])
        for (const path of ['/accounts', '/account', '/sign-in', '/account/set-up']) {
          await speak(page, language)
          await page.setViewportSize({ width, height: 900 })
          await page.goto(world.origin + path)
          await page.locator('main h1').first().waitFor()
          await page.waitForLoadState('networkidle')
          const label = `${path} ${language} ${width}`
          expect(await sidewaysOf(page), label).toBeLessThanOrEqual(0)
          if (language !== 'en') expect(await findBarriers(page), label).toEqual([])
        }
    expect(problems).toEqual([])
  }, 240_000)
})
