import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { ask, type Table } from '../app/src/casefile/asking.ts'
import { makeSignInLink } from '../app/src/casefile/session.ts'
import type { AskAs } from '../examples/load.ts'
import type { TestHouse } from './house.ts'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
export const executable = process.env.CHROMIUM ?? places.find(existsSync)

// Without these Chromium calls home at every start, many connections at a time.
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: executable!, args: quiet })

/** The loader asks through the HTTP door like anybody else. */
export const throughHttp =
  (world: TestHouse): AskAs =>
  (asker) =>
  (station, verb, input, key) => {
    const token = asker === 'anyone' ? undefined : world.tokens[asker]
    return ask<Table, string>(
      { base: world.base, language: 'kk', token, unreachable: 'unreachable' },
      station,
      verb,
      input,
      key,
    )
  }

/** A page of somebody's own browser; what breaks in it is kept in `problems`. */
export async function openPage(browser: Browser, options: { width?: number; dark?: boolean } = {}) {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  // What the page's security policy refuses is only said on the console.
  page.on('console', (line) => {
    if (/Content Security Policy|Permissions Policy|Cross-Origin/i.test(line.text()))
      problems.push(line.text())
  })
  return { page, problems }
}

/** Comes in by a one-time link as a person would. */
export async function enter(page: Page, world: TestHouse, account: string): Promise<void> {
  const link = await makeSignInLink({ ...world.house, address: world.base }, account)
  await page.goto(link)
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
}

export async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate((one) => localStorage.setItem('language', one), language)
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Found = { id: string; impact: string; where: string }

/** What axe finds against WCAG 2.1 A and AA on the page as it is. */
export async function findBarriers(page: Page): Promise<Found[]> {
  // Evaluated from outside the page, so its security policy stays as it is for everybody.
  await page.evaluate(`${axe};undefined`)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{
          violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[]
        }>
      }
    }
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map((node) => ({
        id,
        impact,
        where: `${node.target.join(' ')}: ${node.failureSummary}`.slice(0, 300),
      })),
    )
  })
}

/** How many pixels the page is wider than its window; a phone must not scroll sideways. */
export const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Presses Tab until what is named so has the focus, as a person without a mouse does. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      return (
        [...(element?.labels ?? [])].map((label) => label.textContent).join(' ') || element?.textContent || ''
      )
    })
    if (focused.includes(name)) return
  }
  throw new Error(`no Tab reaches "${name}"`)
}
