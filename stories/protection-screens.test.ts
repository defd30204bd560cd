import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { words } from '../app/src/casefile/protection/words.ts'
import { translate } from '../app/src/design/languages/messages.ts'
import { enter, executable, findBarriers, openBrowser, openPage, sidewaysOf, speak } from './browser.ts'
import { describeFamily, type FamilyIds, openOperation } from './evidence-world.ts'
import { openTestHouse, type TestHouse } from './house.ts'

const folder = process.env.SANDSAGE_KEEP_PAPERS
const shoot = async (page: Page, name: string) => {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

describe.skipIf(!executable)('in a real browser', () => {
  let world: TestHouse
  let browser: Browser
  let ids: FamilyIds

  beforeAll(async () => {
    world = await openTestHouse()
    ids = await describeFamily(world, await openOperation(world), 'Plain')
    await world.as('protectionOfficer')('protection', 'holdFile', { file: ids.aunt, because: 'court' })
    browser = await openBrowser()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })
  const say = (key: keyof typeof words & string, values = {}) => translate(words, 'en', key, values)

  test('the officer asks on a person’s page, the lead confirms with a last look', {
    timeout: 180_000,
  }, async () => {
    const { page, problems } = await openPage(browser)
    await enter(page, world, world.accounts.protectionOfficer)
    await speak(page, 'en')
    await page.goto(`${world.base}/children/${ids.girl}`)
    await page.getByRole('button', { name: say('protection.ask.send') }).click()
    await page.getByText(say('protection.ask.sent')).waitFor()
    await shoot(page, 'panel-en')
    await page.goto(`${world.base}/protection`)
    await page.getByRole('heading', { name: say('protection.waiting', { n: 1 }) }).waitFor()
    // Whoever asked is not offered to confirm.
    expect(await page.getByRole('button', { name: say('protection.confirm'), exact: true }).count()).toBe(0)
    const second = await openPage(browser)
    await enter(second.page, world, world.accounts.lead)
    await speak(second.page, 'en')
    await second.page.goto(`${world.base}/protection`)
    await second.page.getByRole('button', { name: say('protection.confirm'), exact: true }).click()
    await shoot(second.page, 'confirm-en')
    await second.page.getByRole('button', { name: say('protection.confirm.do'), exact: true }).click()
    await second.page.getByText(say('protection.state.destroyed')).waitFor()
    await shoot(second.page, 'list-en')
    expect([...problems, ...second.problems]).toEqual([])
  })

  test('every part in four languages, on a phone too', { timeout: 240_000 }, async () => {
    for (const [language, width] of [
      ['kk', 1280],
      ['ar', 390],
      ['ru', 390],
      ['en', 1280],
    ] as const) {
      const { page, problems } = await openPage(browser, { width })
      await enter(page, world, world.accounts.protectionOfficer)
      await speak(page, language)
      await page.goto(`${world.base}/protection`)
      for (const part of ['erasures', 'due', 'holds', 'periods'] as const) {
        await page.getByRole('tab', { name: translate(words, language, `protection.tab.${part}`) }).click()
        await page.waitForTimeout(300)
        expect(await sidewaysOf(page)).toBe(0)
        await shoot(page, `${part}-${language}-${width}`)
      }
      expect(await findBarriers(page)).toEqual([])
      await page.goto(`${world.base}/children/${ids.girl}`)
      await page.getByRole('heading', { name: translate(words, language, 'protection.panel') }).waitFor()
      await shoot(page, `child-${language}-${width}`)
      expect(problems).toEqual([])
      await page.close()
    }
  })
})
