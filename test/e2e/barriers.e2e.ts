// Every screen in the real window, light and dark, English and Spanish, wide and narrow: axe-core finds no barrier (contrast
// included), and nothing is wider than the window.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { OpenedWindow } from '../../build/steps/runtime/window.ts'
import { copySample } from '../../build/steps/sample-file.ts'
import { en } from '../../src/renderer/i18n/en/index.ts'
import { es } from '../../src/renderer/i18n/es/index.ts'
import { launchApp } from '../helpers/launch.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const looks = [
  { theme: 'light', language: 'en', width: 1280, height: 800 },
  { theme: 'dark', language: 'es', width: 1024, height: 700 }
] as const
const letters = { home: 'h', data: 'd', people: 'p', territories: 't', forecasts: 'f', quotas: 'q', performance: 'r' }
const moreLetters = { compensation: 'c', handbook: 'b', settings: 's', audit: 'a', plans: 'e' }

/** What axe finds wrong on the page, or in one part of it. */
async function findBarriers(page: Page, part = 'body'): Promise<string[]> {
  return page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(part: string): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
      }
    }
    const { violations } = await axe.run(selector)
    return violations.flatMap((each) =>
      each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`)
    )
  }, part)
}

/** Whether something reaches beyond the right edge of the page: it would be cut off. */
const isCutOff = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      document.documentElement.scrollWidth > innerWidth ||
      (document.querySelector('main')?.scrollWidth ?? 0) > (document.querySelector('main')?.clientWidth ?? 0)
  )

describe.each(looks)('$theme, $language, $width x $height', ({ theme, language, width, height }) => {
  let folder: string
  let opened: OpenedWindow
  const words = language === 'en' ? en : es
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'comarca-barriers-'))
    writeFileSync(join(folder, 'preferences.json'), JSON.stringify({ theme, language, recent: [] }))
    const file = join(folder, 'sample.comarca')
    await copySample(inject('windowPlace').appFolder, { size: 'small', language }, file)
    opened = await launchApp({ userData: folder, file })
    await opened.app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height }
    )
    await opened.page.locator('nav').first().waitFor()
    await opened.page.evaluate(axeSource)
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  test.each(Object.entries({ ...letters, ...moreLetters }))('%s', async (screen, letter) => {
    const { page } = opened
    await page.locator('body').press('Escape')
    await page.evaluate(() =>
      document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined
    )
    await page.keyboard.press('g')
    await page.keyboard.press(letter)
    await page.locator('main h1').first().waitFor({ timeout: 20_000 })
    await expect.poll(() => page.locator('main [aria-busy="true"]').count(), { timeout: 20_000 }).toBe(0)
    const name = (words.shell.screens as Readonly<Record<string, string>>)[screen]
    const entry = page.locator('nav').getByRole('button', { name: name ?? '', exact: true })
    if ((await entry.count()) > 0) expect(await entry.getAttribute('aria-current')).toBe('page')
    expect(await findBarriers(page)).toEqual([])
    expect(await isCutOff(page)).toBe(false)
  })

  test('the palette, the menu of scenarios and the choice of the period', async () => {
    const { page } = opened
    const settled = () => page.waitForTimeout(400)
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder(words.shell.palette.placeholder).waitFor()
    await settled()
    expect(await findBarriers(page, '[role="dialog"]')).toEqual([])
    await page.keyboard.press('Escape')
    const [scenario, , period] = await page.locator('.top-bar .pick').all()
    await scenario?.click()
    await page.getByRole('menu').waitFor()
    await settled()
    expect(await findBarriers(page, '[role="menu"]')).toEqual([])
    await page.keyboard.press('Escape')
    await period?.click()
    await page.locator('.period-choice').waitFor()
    await settled()
    expect(await findBarriers(page, '.period-choice')).toEqual([])
    await page.keyboard.press('Escape')
  })
})
