import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mayRead, type Profession, professions } from '../app/src/casefile/access.ts'
import { translate } from '../app/src/design/languages/messages.ts'
import { screens } from '../app/src/doors/screens/stations.ts'
import { takeWork } from '../app/src/doors/work.ts'
import { words as tracing } from '../app/src/tracing/words.ts'
import { loadExample } from '../examples/load.ts'
import {
  enter,
  executable,
  findBarriers,
  openBrowser,
  openPage,
  sidewaysOf,
  speak,
  tabTo,
  throughHttp,
} from './browser.ts'
import { openTestHouse, type TestHouse } from './house.ts'

describe.skipIf(!executable)('in a real browser', () => {
  let world: TestHouse
  let browser: Browser
  let operation: string
  let child: string

  beforeAll(async () => {
    world = await openTestHouse()
    await loadExample(throughHttp(world))
    operation = (await world.as('coordinator')('casefile', 'listOperations', {})).operations[0]!.id
    child = (await world.as('coordinator')('casefile', 'listPeople', { operation, kind: 'child' })).people[0]!
      .id
    browser = await openBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const fill = (path: string) => path.replace('$operation', operation).replace(/\$(child|person)/, child)
  /** Screens whose address needs an id that only another screen gives are reached in their own stories. */
  const open = (path: string) => !/\$(?!operation|child|person)/.test(path)

  const visits = (profession: Profession | 'anyone') => [
    ...(profession === 'anyone' || !mayRead(profession, 'file') ? ['/'] : ['/', '/children/$child']),
    ...screens
      .filter((screen) => screen.may.includes(profession) && open(screen.path))
      .map((screen) => screen.path),
  ]

  for (const profession of ['anyone', ...professions] as const)
    test(`every screen of ${profession} opens, in kk and ar, wide and on a phone, without barrier or sideways scroll`, async () => {
      const { page, problems } = await openPage(browser)
      if (profession === 'anyone') await page.goto(world.base)
      else await enter(page, world, world.accounts[profession])
      for (const [language, width] of [
        ['kk', 1280],
        ['ar', 390],
      ] as const) {
        await speak(page, language)
        await page.setViewportSize({ width, height: 900 })
        for (const path of visits(profession)) {
          await page.goto(world.base + fill(path))
          await page.locator('main h1, main .notice').first().waitFor()
          await page.waitForLoadState('networkidle')
          const label = `${path} ${language} ${width}`
          expect(await page.locator('.notice-fault').count(), `${label}: a fault`).toBe(0)
          expect(await page.evaluate(() => document.documentElement.dir), label).toBe(
            language === 'ar' ? 'rtl' : 'ltr',
          )
          expect(await sidewaysOf(page), `${label}: scrolls sideways`).toBeLessThanOrEqual(0)
          expect(await findBarriers(page), label).toEqual([])
        }
      }
      expect(problems).toEqual([])
    }, 240_000)

  test('a relative asks in Kazakh by keyboard alone, keeps the number, and finds the stage with it', async () => {
    const { page, problems } = await openPage(browser, { width: 390 })
    await page.goto(world.base)
    await speak(page, 'kk')
    await page.goto(`${world.base}/ask`)
    await page.locator('form, main .field, main input').first().waitFor()
    const say = (key: string) => translate(tracing, 'kk', key as keyof typeof tracing)
    const write = async (key: string, text: string) => {
      await tabTo(page, say(key))
      await page.keyboard.type(text)
    }
    await write('tracing.ask.childName', 'Әйгерім')
    await write('tracing.ask.name', 'Гүлнар Сейітова')
    await write('tracing.ask.relation', 'әжесі')
    await write('tracing.ask.contact', '+7 700 000 00 99')
    await tabTo(page, say('tracing.ask.send'))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/ask/thanks')
    const [number, secret] = await page.locator('.tracing-receipt dd').allInnerTexts()
    await page.goto(`${world.base}/ask/stage`)
    await page.locator('main input').first().waitFor()
    await tabTo(page, say('tracing.thanks.number'))
    await page.keyboard.type(number!)
    await page.keyboard.press('Tab')
    await page.keyboard.type(secret!)
    await page.keyboard.press('Enter')
    await page.getByText(say('tracing.stage.received')).first().waitFor()
    expect(problems).toEqual([])
  }, 60_000)

  test('a search over all children: the board, wide and as cards, and a pair opened by keyboard', async () => {
    await takeWork(world.house)
    const parameters = { table: 'norstr-west-asia', theta: 0 }
    const { search } = await world.as('geneticist')('evidence', 'startSearch', { operation, parameters })
    const state = async () => (await world.as('geneticist')('evidence', 'getSearch', { search })).state
    await expect.poll(state, { timeout: 120_000, interval: 500 }).toBe('finished')
    const { page, problems } = await openPage(browser)
    await enter(page, world, world.accounts.geneticist)
    for (const [language, width] of [
      ['kk', 1280],
      ['ar', 390],
    ] as const) {
      await speak(page, language)
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`${world.base}/evidence/search`)
      await page.locator('button.board-pair:visible').first().waitFor()
      expect(await sidewaysOf(page), `${language} ${width}: scrolls sideways`).toBeLessThanOrEqual(0)
      expect(await findBarriers(page), `${language} ${width}`).toEqual([])
    }
    await page.locator('button.board-pair:visible').first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    expect(await findBarriers(page), 'the pair').toEqual([])
    expect(problems).toEqual([])
  }, 240_000)

  test('a reader selects a slip, presses Ctrl+Enter, and the editor reads it with the text around it', async () => {
    const { page } = await openPage(browser)
    await page.goto(world.base)
    await speak(page, 'en')
    await page.goto(`${world.base}/public`)
    const heading = page.locator('h1').first()
    await heading.waitFor()
    await heading.selectText()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Your report has reached the editors.').waitFor()
    const { corrections } = await world.as('editor')('publication', 'listCorrections', {})
    expect(corrections[0]?.report?.selected).toBe('Children brought home: published figures')
    expect(corrections[0]?.report?.after).toContain('Every number')
  }, 60_000)

  test('Kazakh dates, numbers and order are right in Chromium, whose own Kazakh is a stub', async () => {
    const { page } = await openPage(browser)
    await enter(page, world, world.accounts.coordinator)
    await speak(page, 'kk')
    await page.goto(world.base)
    await page.locator('table').first().waitFor()
    expect(await page.locator('body').innerText()).toMatch(
      /\d{4} ж\. \d{1,2} (қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)/,
    )
  }, 60_000)
})
