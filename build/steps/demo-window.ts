// The demo's part in the real window: a picture of each screen, the handbook and all letters printed, as a person prints them.
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { en } from '../../src/renderer/i18n/en/index.ts'
import { es } from '../../src/renderer/i18n/es/index.ts'
import type { WindowPlace } from './runtime/window.ts'
import { openWindow } from './runtime/window.ts'

export interface DemoPrint {
  file: string
  folder: string
  language: 'en' | 'es'
  now: string | undefined
  /** The year that was planned, and the one the data are of: attainment and pay are shown for that one too. */
  plannedYear: number
  dataYear: number
}

const printLimitMs = 10 * 60_000
const shownFirst = [
  'home',
  'data',
  'people',
  'territories',
  'forecasts',
  'quotas',
  'performance',
  'compensation',
  'handbook'
] as const
const shownOfDataYear = ['home', 'performance', 'compensation'] as const
const shownByPalette = ['settings', 'audit'] as const

/** @returns the names of what was written, below `folder` */
export async function showAndPrint(place: WindowPlace, wish: DemoPrint): Promise<string[]> {
  const pictures = join(wish.folder, 'screens')
  const letters = join(wish.folder, 'letters')
  for (const folder of [pictures, letters]) mkdirSync(folder, { recursive: true })
  const texts = wish.language === 'es' ? es : en
  const { app, page, close, printed } = await openWindow(place, { file: wish.file, now: wish.now })
  try {
    await page.locator('nav').first().waitFor()
    // The two dialogs are answered with the demo's own folders; all else is the program's.
    await app.evaluate(
      ({ dialog }, folders) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: `${folders.folder}/handbook.pdf` })
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folders.letters] })
      },
      { folder: wish.folder, letters }
    )
    const picture = async (name: string): Promise<void> => {
      await page.waitForTimeout(900)
      await page.screenshot({ path: join(pictures, `${name}.png`) })
    }
    for (const screen of shownFirst) {
      await page.locator('nav').getByRole('button', { name: texts.shell.screens[screen] }).first().click()
      await picture(screen)
    }
    await chooseYear(page, wish.dataYear)
    for (const screen of shownOfDataYear) {
      await page.locator('nav').getByRole('button', { name: texts.shell.screens[screen] }).first().click()
      await picture(`${screen}-${wish.dataYear}`)
    }
    await chooseYear(page, wish.plannedYear)
    await page.locator('nav').getByRole('button', { name: texts.shell.screens.handbook }).first().click()
    await press(page, texts.handbook.print)
    await page.waitForFunction(() => document.body.textContent.includes('handbook.pdf'), undefined, {
      timeout: printLimitMs
    })
    await page.getByText(texts.handbook.documents.letter, { exact: true }).first().click()
    await picture('letters')
    await press(page, texts.handbook.printAll)
    await waitForLetters(page, letters)
    for (const screen of shownByPalette) {
      await page.keyboard.press('Control+k')
      await page.keyboard.type(texts.shell.screens[screen])
      await page.waitForTimeout(300)
      await page.keyboard.press('Enter')
      await picture(screen)
    }
  } catch (error) {
    throw new Error(`The window printed:\n${printed()}`, { cause: error })
  } finally {
    await close()
  }
  return [
    'handbook.pdf',
    `letters/ (${readdirSync(letters).length} PDF files)`,
    ...readdirSync(pictures).map((name) => `screens/${name}`)
  ]
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).first().click()

/** By the fiscal year in the bar at the top. */
async function chooseYear(page: Page, year: number): Promise<void> {
  await page
    .locator('.top-bar .pick')
    .filter({ hasText: /20\d\d/ })
    .first()
    .click()
  await page
    .getByRole('menuitem')
    .filter({ hasText: String(year) })
    .first()
    .click()
  await page
    .locator('.top-bar .pick')
    .filter({ hasText: String(year) })
    .first()
    .waitFor()
}

/** Letters are written one after another: done when as many lie there as the window says people get one. */
async function waitForLetters(page: Page, folder: string): Promise<void> {
  const until = Date.now() + printLimitMs
  let last = -1
  let still = 0
  while (Date.now() < until) {
    await page.waitForTimeout(500)
    const count = readdirSync(folder).filter((name) => name.endsWith('.pdf')).length
    still = count === last && count > 0 ? still + 1 : 0
    last = count
    const isPrinting = (await page.getByRole('progressbar').count()) > 0
    if (still >= 4 && !isPrinting) return
  }
  throw new Error('the letters were not finished in time')
}
