import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enter, executable, findBarriers, openBrowser, openPage, sidewaysOf, speak } from './browser.ts'
import { openTestHouse, type TestHouse } from './house.ts'

/** A busy machine takes its time. */
const soon = <T>(ask: () => T) => expect.poll(ask, { timeout: 20_000 })

/** Candidates gone through by keyboard, in a real browser. */
describe.skipIf(!executable)('review', () => {
  let world: TestHouse
  let browser: Browser
  let page: Page
  let problems: string[]
  let operation: string
  const heading = () => page.locator('.candidate h2')
  const decided = async (choice: 'confirmed' | 'rejected') =>
    (await world.as('coordinator')('tracing', 'listCandidates', { operation }))[choice].length

  beforeAll(async () => {
    world = await openTestHouse()
    await seed()
    browser = await openBrowser()
    const opened = await openPage(browser)
    ;({ page, problems } = opened)
    await enter(page, world, world.accounts.coordinator)
    await speak(page, 'en')
    await page.goto(`${world.base}/tracing`)
    await heading().waitFor()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    expect(problems).toEqual([])
    expect(world.faults).toEqual([])
    await world.close()
  })

  async function seed(): Promise<void> {
    const coordinator = world.as('coordinator')
    const description = {
      ...{ names: { en: 'Rusafa' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
      ...{ flightAt: '2027-11-27T06:00:00Z', takesRequests: true },
    }
    operation = (await coordinator('casefile', 'describeOperation', { description })).id
    for (const [ar, mother] of [
      ['عائشة أحمدوفا', 'مدينة أحمدوفا'],
      ['بلال كريموف', 'زرينة كريموفا'],
      ['مريم يوسفوفا', 'سارة يوسفوفا'],
    ] as const)
      await coordinator('casefile', 'describePerson', {
        ...{ kind: 'child', operation },
        description: { names: { ar }, sex: 'unknown', birth: {}, mother: { ar: mother } },
      })
    const sought = [
      { name: 'Айша Ахметова', sex: 'unknown' as const, mother: 'Мадина Ахметова' },
      { name: 'Билал Каримов', sex: 'unknown' as const, mother: 'Зарина Каримова' },
      { name: 'Марьям Юсупова', sex: 'unknown' as const, mother: 'Сара Юсупова' },
    ]
    const requester = { name: 'Гүлнар', relation: 'әпкесі', contact: '+7 702', language: 'kk' as const }
    await world.as('anyone')('tracing', 'requestTracing', { operation, requester, sought })
    const { requests } = await coordinator('tracing', 'listRequests', { operation })
    await coordinator('tracing', 'acceptRequest', { request: requests[0]!.id })
  }

  test('j and k move, the focus goes along, and ? shows what the keys are', async () => {
    const first = await heading().textContent()
    await page.keyboard.press('j')
    await soon(() => heading().textContent()).toMatch(/^Suggestion 2 of/)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
    await page.keyboard.press('k')
    await soon(() => heading().textContent()).toBe(first)
    await page.keyboard.press('Shift+Slash')
    await page.getByText('undo the last decision').waitFor()
  })

  test('r asks why, letters written there do nothing else, and the next one comes; u takes it back', async () => {
    const before = (await heading().textContent())!
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await page.keyboard.type('just a cruel kick')
    await soon(() => page.locator('textarea').inputValue()).toBe('just a cruel kick')
    await dialog.getByRole('button', { name: 'Reject' }).click()
    await soon(() => heading().textContent()).not.toBe(before)
    expect(await decided('rejected')).toBe(1)
    await page.keyboard.press('u')
    await soon(() => decided('rejected')).toBe(0)
    await soon(() => heading().textContent()).toBe(before)
  })

  test('the keys can be switched off, and stay off', async () => {
    await page.locator('.review-keys-box label').click()
    await page.keyboard.press('j')
    expect(await heading().textContent()).toMatch(/^Suggestion 1 of/)
    await page.reload()
    await heading().waitFor()
    await page.keyboard.press('c')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test.each([
    ['kk', 1280],
    ['ar', 1280],
    ['ru', 390],
    ['ar', 390],
  ] as const)(
    'in %s at %i pixels nothing is in the way, and bars for grow towards the reading end',
    async (language, width) => {
      await page.setViewportSize({ width, height: 900 })
      await speak(page, language)
      await page.goto(`${world.base}/tracing`)
      await heading().waitFor()
      expect(await sidewaysOf(page)).toBe(0)
      expect(await findBarriers(page)).toEqual([])
      const [bar, whole] = await Promise.all(
        ['[data-speaks="for"] .weighing-bar i', '[data-speaks="for"] .weighing-bar'].map((one) =>
          page.locator(one).first().boundingBox(),
        ),
      )
      const middle = whole!.x + whole!.width / 2
      if (language === 'ar') expect(bar!.x + bar!.width).toBeLessThanOrEqual(middle + 2)
      else expect(bar!.x).toBeGreaterThanOrEqual(middle - 2)
    },
  )
})
