import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { words as custody } from '../app/src/casefile/custody/words.ts'
import { words } from '../app/src/casefile/emergency/words.ts'
import { lastDay, toDay } from '../app/src/casefile/training/rules.ts'
import { words as training } from '../app/src/casefile/training/words.ts'
import { type Language, languages } from '../app/src/design/languages/language.ts'
import { translate } from '../app/src/design/languages/messages.ts'
import { words as reintegration } from '../app/src/reintegration/words.ts'
import { enter, executable, findBarriers, openBrowser, openPage, sidewaysOf, speak } from './browser.ts'
import { type EmergencyWorld, openEmergencyWorld, REASON } from './emergency-world.ts'

const folder = process.env.SANDSAGE_KEEP_PAPERS
const shoot = async (page: Page, name: string) => {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
const say = (key: keyof typeof words & string, values = {}, language: Language = 'en') =>
  translate(words, language, key, values)

describe.skipIf(!executable)('in a real browser', () => {
  let world: EmergencyWorld
  let browser: Browser
  beforeAll(async () => {
    world = await openEmergencyWorld()
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  async function pageOf(account: string, language: Language = 'en', width = 1280) {
    const opened = await openPage(browser, { width })
    await enter(opened.page, world, account)
    await speak(opened.page, language)
    return opened
  }

  test('a doctor asks, a coordinator agrees, the banner stands until the doctor ends it, an officer reviews', {
    timeout: 180_000,
  }, async () => {
    const child = await world.addPerson()
    const doctor = await world.stranger('doctor')
    const { page, problems } = await pageOf(doctor.account)
    await page.goto(`${world.base}/children/${child}`)
    await page.getByRole('link', { name: say('emergency.open') }).click()
    await page.getByLabel(say('emergency.reason')).fill(REASON)
    await page.getByRole('button', { name: say('emergency.ask') }).click()
    await page.getByText(say('emergency.sent')).waitFor()

    const second = await pageOf(world.accounts.coordinator)
    await second.page.goto(`${world.base}/`)
    await second.page.getByText(say('emergency.waiting-count', { n: 1 })).waitFor({ state: 'attached' })
    await second.page.goto(`${world.base}/emergency`)
    await second.page.getByText(REASON).waitFor()
    await second.page.getByRole('button', { name: say('emergency.agree'), exact: true }).click()
    await second.page.getByText(say('emergency.agree.none')).waitFor()

    await page.goto(`${world.base}/children/${child}`)
    await page.getByText(REASON).waitFor()
    await page.goto(`${world.base}/account`)
    await page.getByText(REASON).waitFor()
    await page.goto(`${world.base}/children/${child}`)
    await page.getByRole('button', { name: say('emergency.end') }).click()
    // What the screen had been told is gone with the emergency.
    await page.getByRole('link', { name: say('emergency.open') }).waitFor()
    expect(await page.getByText(REASON).count()).toBe(0)

    const third = await pageOf(world.accounts.protectionOfficer)
    await third.page.goto(`${world.base}/emergency`)
    await third.page.getByLabel(say('emergency.note')).fill('The hospital confirms it')
    await third.page.getByRole('button', { name: say('emergency.right') }).click()
    await third.page.getByText(say('emergency.review.none')).waitFor()
    expect([...problems, ...second.problems, ...third.problems]).toEqual([])
  })

  test('every screen in four languages, wide and on a phone, without barriers', {
    timeout: 400_000,
  }, async () => {
    const child = await world.addPerson()
    const mother = await world.addPerson('relative')
    const today = toDay(Date.now())
    const administrator = world.as('administrator')
    for (const course of ['dataProtection', 'childSafeguarding'] as const)
      await administrator('training', 'requireCourse', { course, from: today })
    const social = await world.stranger('socialWorker')
    for (const account of [
      social.account,
      world.accounts.doctor,
      world.accounts.consul,
      world.accounts.psychologist,
    ])
      for (const course of ['dataProtection', 'childSafeguarding'] as const)
        await administrator('training', 'recordTraining', {
          ...{ account, course, on: today },
          until: account === social.account ? toDay(Date.now() + 12 * 86_400_000) : lastDay(course, today),
        })
    const doctor = await world.stranger('doctor')
    await administrator('training', 'recordTraining', {
      ...{ account: doctor.account, course: 'dataProtection', on: today },
    })
    await doctor.ask('emergency', 'openInEmergency', { file: child, reason: REASON })
    await social.ask('emergency', 'openInEmergency', { file: child, reason: REASON })
    const other = await world.addPerson()
    const { emergency } = await social.ask('emergency', 'openInEmergency', { file: other, reason: REASON })
    await social.ask('emergency', 'endEmergency', { emergency })
    await world.as('consul')('casefile', 'noteCustody', {
      ...{ relative: mother, place: 'Rusafa prison', since: '2017-11-27', note: 'Visited in spring' },
    })
    await world.as('psychologist')('reintegration', 'notePsychology', { child, text: 'She draws a door.' })
    const looks: [string, string, string, (language: Language) => string][] = [
      ['lead', world.accounts.lead, '/emergency', (l) => say('emergency.review.title', {}, l)],
      ['banner', social.account, `/children/${child}`, (l) => say('emergency.end', {}, l)],
      ['mine', social.account, '/account', (l) => translate(training, l, 'training.mine')],
      [
        'training',
        world.accounts.administrator,
        '/accounts/training',
        (l) => translate(training, l, 'training.people'),
      ],
      [
        'custody',
        world.accounts.consul,
        `/children/${mother}`,
        (l) => translate(custody, l, 'custody.title'),
      ],
      [
        'psychology',
        world.accounts.psychologist,
        `/children/${child}`,
        (l) => translate(reintegration, l, 'reintegration.psychology'),
      ],
    ]
    for (const [name, account, path, awaited] of looks)
      for (const [at, language] of languages.entries()) {
        const width = at % 2 ? 390 : 1280
        for (const one of folder ? [1280, 390] : [width]) {
          const { page, problems } = await pageOf(account, language, one)
          await page.goto(`${world.base}${path}`)
          await page.getByText(awaited(language)).first().waitFor()
          const label = `${name} ${language} ${one}`
          expect(await sidewaysOf(page), label).toBeLessThanOrEqual(0)
          expect(await findBarriers(page), label).toEqual([])
          expect(problems, label).toEqual([])
          await shoot(page, `${name}-${language}-${one}`)
          await page.context().close()
        }
      }
  })
})
