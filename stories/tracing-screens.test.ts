import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { translate } from '../app/src/design/languages/messages.ts'
import { words as tracing } from '../app/src/tracing/words.ts'
import {
  enter,
  executable,
  findBarriers,
  openBrowser,
  openPage,
  sidewaysOf,
  speak,
  tabTo,
} from './browser.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import {
  aisha,
  aishaInArabic,
  ask,
  bringChild,
  grandmother,
  newOperation,
  takeUp,
  uncle,
} from './tracing-world.ts'

describe.skipIf(!executable)('in a real browser', () => {
  let world: TestHouse
  let browser: Browser
  let first: string
  let second: string

  beforeAll(async () => {
    world = await openTestHouse()
    const operation = await newOperation(world)
    first = (await ask(world, operation, grandmother, aisha)).request
    second = (await ask(world, operation, uncle, aishaInArabic)).request
    await takeUp(world, first, second)
    const child = await bringChild(world, operation, 'Aisha Akhmetova', '7', 'f', 'Madina Akhmetova')
    const coordinator = world.as('coordinator')
    await coordinator('tracing', 'decideCandidate', {
      ...{ child, relative: first, sought: 0, choice: 'confirmed', reason: 'The same aunt.' },
    })
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  test('what was written in the form is there after a reload, and gone when it is cleared', async () => {
    const { page, problems } = await openPage(browser, { width: 390 })
    await page.goto(world.base)
    await speak(page, 'ru')
    await page.goto(`${world.base}/ask`)
    const name = page.getByLabel(translate(tracing, 'ru', 'tracing.ask.childName'), { exact: true })
    await name.fill('Әйгерім')
    await page.reload()
    await name.waitFor()
    expect(await name.inputValue()).toBe('Әйгерім')
    await page.getByRole('button', { name: translate(tracing, 'ru', 'tracing.ask.clear') }).click()
    expect(await name.inputValue()).toBe('')
    await page.reload()
    await name.waitFor()
    expect(await name.inputValue()).toBe('')
    expect(problems).toEqual([])
  })

  test('the queue by keyboard: arrows go from request to request, Enter opens; then from person to person in the family', async () => {
    const { page, problems } = await openPage(browser)
    await enter(page, world, world.accounts.coordinator)
    await speak(page, 'en')
    await page.goto(`${world.base}/tracing/queue`)
    await page.locator('.tracing-work').nth(1).waitFor()
    await tabTo(page, await page.locator('.tracing-work h3 a').first().innerText())
    await page.keyboard.press('ArrowDown')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'))
    expect(await focused()).toBe(await page.locator('.tracing-work h3 a').nth(1).getAttribute('href'))
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await focused()).toBe(await page.locator('.tracing-work h3 a').first().getAttribute('href'))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/tracing/requests/*')

    await page.goto(`${world.base}/tracing/requests/${first}`)
    const child = page.locator('.tracing-family a').first()
    await child.waitFor()
    await child.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/children/*')
    expect(problems).toEqual([])
  })

  test.each([
    ['kk', 1280],
    ['ar', 390],
  ] as const)(
    'a request with all its parts, in %s at %i: no barrier, no sideways scroll',
    async (language, width) => {
      const { page, problems } = await openPage(browser, { width })
      await enter(page, world, world.accounts.coordinator)
      await speak(page, language)
      for (const request of [first, second]) {
        await page.goto(`${world.base}/tracing/requests/${request}`)
        await page.locator('.tracing-family svg').waitFor()
        expect(await page.locator('.notice-fault').count()).toBe(0)
        expect(await sidewaysOf(page)).toBeLessThanOrEqual(0)
        expect(await findBarriers(page)).toEqual([])
      }
      expect(problems).toEqual([])
    },
  )
})
