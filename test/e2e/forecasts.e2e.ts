// Forecasts in the real window: from the import of a CRM export to three compared cases and a target that quotas share out to the cent; on the
// sample company the pipeline simulated, parts that add up, a lever dragged, how right forecasts have been. Both languages.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { en } from '#renderer/i18n/en/index.ts'
import { es } from '#renderer/i18n/es/index.ts'
import type { OpenedWindow } from '../../build/steps/runtime/window.ts'
import { launchApp } from '../helpers/launch.ts'

const maven = join(import.meta.dirname, '../../../shared/data/crm/maven-crm')
const hasMaven = existsSync(maven)
if (!hasMaven)
  process.stdout.write('Forecasts of the 8,800 deals are skipped: their data are not beside this repository.\n')
/** Set to a folder, it gets a picture of every tab. */
const pictures = process.env.COMARCA_PICTURES

let opened: OpenedWindow
let page: Page
let folder: string

async function open(language: 'en' | 'es', now: string, theme: 'light' | 'dark' = 'light'): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'comarca-forecasts-'))
  writeFileSync(join(folder, 'preferences.json'), JSON.stringify({ theme, language, recent: [] }))
  opened = await launchApp({ userData: folder, now })
  page = opened.page
  page.setDefaultTimeout(20_000)
}
const close = async () => {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
}
const answerDialogs = (filePaths: string[]): Promise<void> =>
  opened.app.evaluate(
    ({ dialog }, answers) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: answers.file })
      dialog.showOpenDialog = async () => ({ canceled: answers.filePaths.length === 0, filePaths: answers.filePaths })
    },
    { file: join(folder, 'file.comarca'), filePaths }
  )
const go = (name: string) => page.locator('nav').getByRole('button', { name, exact: true }).first().click()
const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click()
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
const sees = (text: string | RegExp, timeout = 20_000) => page.getByText(text).first().waitFor({ timeout })
const picture = async (name: string) => {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}
const rowOf = (name: string) =>
  page
    .locator('.cases-list')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
/** The figures of a row of the cases side by side: forecast first. */
const figuresOf = async (name: string): Promise<number[]> =>
  (await rowOf(name).getByRole('cell').allTextContents()).map((text) =>
    Number(
      (/[+\u2212-]?[\d.,]+/.exec(text.replace(/[€$\s\u00a0]/g, ''))?.[0] ?? '')
        .replace(/[.,]/g, '')
        .replace('\u2212', '-')
    )
  )

describe.skipIf(!hasMaven)('from an export to a target, en', () => {
  const words = en.forecasts
  beforeAll(async () => {
    await open('en', '2018-01-02T12:00:00Z')
    await answerDialogs([])
  })
  afterAll(close)

  test('imports the export and forecasts the plan year', async () => {
    await page.getByRole('textbox', { name: en.settings.company }).fill('Maven')
    await press(en.shell.firstRun.create)
    await page.locator('nav').first().waitFor()
    await answerDialogs(
      readdirSync(maven)
        .filter((name) => name.endsWith('.csv') && name !== 'data_dictionary.csv')
        .map((name) => join(maven, name))
    )
    await page.keyboard.press('Control+i')
    await sees(/4,238 won deals/)
    await page
      .getByRole('button', { name: /^Import \d/ })
      .first()
      .click()
    await sees(en.import.wizard.next)
    await press(/^Plan FY?2018|2018/)
    await press(en.import.wizard.close)
    await go(words.title)
    await sees(/^Between .* in .*FY2018/)
    await picture('maven-outlook')
  }, 120_000)

  test('says what becomes of deals without a close date', async () => {
    await tab(words.tabs.pipeline)
    await sees(/by the end of FY2018/, 60_000)
    await picture('maven-pipeline')
  }, 90_000)

  test('compares three cases and hands one over to quotas, equal to the cent', async () => {
    await tab(words.tabs.cases)
    await press(words.cases.empty.make)
    await rowOf(words.cases.list.p50).waitFor()
    const [forecast = 0, base = 0, good = 0, bad = 0] = await figuresOf(words.cases.list.middle)
    expect(base).toBe(forecast)
    expect(good).toBeGreaterThan(base)
    expect(bad).toBeLessThan(base)
    await page.getByRole('button', { name: words.cases.names.good, exact: true }).click()
    await sees(/Most comes from/)
    await picture('maven-cases')
    await press(words.cases.target.open)
    await page.getByRole('button', { name: words.cases.target.use, exact: true }).click()
    await sees(en.quotas.panel.title)
    await page.getByText(en.quotas.panel.forecast, { exact: true }).click()
    const which = page.getByRole('combobox', { name: en.quotas.panel.whichForecast })
    await which.waitFor()
    expect(await which.inputValue()).toMatch(/^Good, /)
    await page.getByRole('button', { name: en.quotas.panel.apply, exact: true }).click()
    const target = new Intl.NumberFormat('en-US').format(good)
    await sees(new RegExp(target))
    await picture('maven-quotas')
  }, 90_000)
})

describe.each([
  ['en', en, 'light'],
  ['es', es, 'dark']
] as const)('the sample company, %s', (language, texts, theme) => {
  const words = texts.forecasts
  beforeAll(() => open(language, '2026-11-13T12:00:00Z', theme))
  afterAll(close)

  test('shows the outlook with the methods against the baseline', async () => {
    await press(texts.shell.firstRun.openSample)
    await page.locator('nav').first().waitFor({ timeout: 60_000 })
    // The approved scenario of 2026 is locked: a draft of the year to come is where cases are made.
    await page.getByRole('button', { name: /2026/ }).first().click()
    await page.getByRole('menuitem', { name: /2027/ }).first().click()
    await go(words.title)
    await sees(words.method)
    await picture(`outlook-${language}`)
  }, 90_000)

  test('simulates the pipeline', async () => {
    await tab(words.tabs.pipeline)
    await page.locator('.key-number').first().waitFor({ timeout: 60_000 })
    await picture(`pipeline-${language}`)
  }, 90_000)

  test('forecasts all parts and makes them add up', async () => {
    await tab(words.tabs.parts)
    await press(words.hierarchy.run)
    await page.getByRole('grid').or(page.getByRole('treegrid')).first().waitFor({ timeout: 60_000 })
    await picture(`parts-${language}`)
  }, 90_000)

  test('follows a lever at once, and takes it back', async () => {
    await tab(words.tabs.cases)
    await press(words.cases.empty.make)
    await rowOf(words.cases.list.middle).waitFor()
    const [, before = 0] = await figuresOf(words.cases.list.middle)
    const lever = page.getByRole('slider', { name: new RegExp(words.cases.levers.names.winRate) }).first()
    await lever.focus()
    const took = await page.evaluate(async () => {
      const slider = document.activeElement
      const table = document.querySelector('.cases-list')
      if (!slider || !table) return Number.NaN
      const started = performance.now()
      const seen = new Promise<number>((resolve) =>
        new MutationObserver(() => requestAnimationFrame(() => resolve(performance.now() - started))).observe(table, {
          subtree: true,
          characterData: true,
          childList: true
        })
      )
      slider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
      return seen
    })
    // How long is written down; whether it is under 100 ms is for the bench, since the machine of a test is a busy one.
    process.stdout.write(`From the key to the picture of a moved lever: ${took.toFixed(0)} ms (${language})\n`)
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('ArrowRight')
    await expect.poll(async () => (await figuresOf(words.cases.list.middle))[1]).toBeGreaterThan(before)
    await picture(`cases-${language}`)
    await page.getByRole('slider').first().blur()
    await page.waitForTimeout(500)
    for (let times = 0; times < 8; times += 1) await page.keyboard.press('Control+z')
    await sees(words.cases.empty.title)
  }, 90_000)

  test('says how right forecasts have been', async () => {
    await tab(words.tabs.accuracy)
    await page.locator('.key-number').first().waitFor({ timeout: 90_000 })
    await picture(`accuracy-${language}`)
  }, 120_000)
})
