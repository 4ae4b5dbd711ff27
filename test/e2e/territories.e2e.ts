// Territories in the real window: from the import of a CRM export to an accepted, balanced plan finished by hand; on the sample company the map,
// a better plan with less travel, and what changes against the approved scenario. Both languages.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
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
  process.stdout.write('Territories of the 8,800 deals are skipped: their data are not beside this repository.\n')

let opened: OpenedWindow
let page: Page
let folder: string

async function open(language: 'en' | 'es', now: string): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'comarca-territories-'))
  writeFileSync(join(folder, 'preferences.json'), JSON.stringify({ theme: 'light', language, recent: [] }))
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
const sees = (text: string | RegExp) => page.getByText(text).first().waitFor()

/** The number of a fact of the plan: what stands large beside its name. */
const fact = async (name: string): Promise<number> => {
  const text = await page.locator('.align-facts > div', { hasText: name }).locator('strong').first().textContent()
  return Number((text ?? '').replace(/[^\d,.-]/g, '').replace(',', '.'))
}

describe.skipIf(!hasMaven)('from an export to a plan, en', () => {
  const words = en.territories
  beforeAll(async () => {
    await open('en', '2018-01-02T12:00:00Z')
    await answerDialogs([])
  })
  afterAll(close)

  test('imports the export', async () => {
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
  }, 120_000)

  test('makes territories of the regional offices', async () => {
    await press(/^Plan FY?2018|2018/)
    await press(en.import.wizard.close)
    await go(words.title)
    await press(words.empty.propose)
    await page.getByRole('button', { name: /^Place 85 accounts/ }).click()
    await sees(words.indices.balance.name)
  })

  test('finds a plan within half a per cent with few moves, and takes it', async () => {
    await tab(words.tabs.align)
    await press(words.align.run)
    // The offices are within one per cent of each other: a plan that moves accounts for that is no better one.
    await sees(words.align.noMoves)
    await page.getByRole('combobox', { name: words.align.keepLow }).click()
    await page.getByRole('option', { name: words.align.aims.calm.name, exact: true }).click()
    await page.getByRole('textbox', { name: words.align.band }).fill('0.5')
    await page.keyboard.press('Tab')
    await press(words.align.run)
    await page
      .getByRole('button', { name: /^Accept/ })
      .and(page.locator(':enabled'))
      .waitFor({ timeout: 60_000 })
    const before = await page.locator('.align-facts > div').first().textContent()
    const balance = await fact(words.align.facts.balance)
    const today = Number(/today ([\d.]+)/.exec(before ?? '')?.[1])
    expect(balance).toBeGreaterThan(today)
    await page.getByRole('button', { name: /^Accept/ }).click()
    await sees(words.align.allTaken)
  }, 120_000)

  test('is finished by hand, with the reason kept, and compared with the day before', async () => {
    await tab(words.tabs.overview)
    await page.getByText(words.accounts.show.all, { exact: true }).click()
    const grid = page.getByRole('grid').last()
    await grid.getByRole('row').nth(1).getByRole('checkbox').click()
    await press(/^Move to/)
    await page.getByRole('combobox', { name: words.assign.to }).click()
    await page.getByRole('option').first().click()
    await page.getByRole('textbox', { name: words.assign.reason }).fill('Asked by the customer')
    await page.getByRole('dialog').getByRole('button', { name: words.assign.save, exact: true }).click()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+Shift+z')
    await tab(words.tabs.rules)
    await tab(words.tabs.coverage)
    await tab(words.tabs.compare)
    await sees(words.compare.moved.accounts)
  }, 60_000)
})

describe.each([
  ['en', en, 'Two more reps in the north'],
  ['es', es, 'Dos comerciales más en el norte']
] as const)('the sample company, %s', (language, texts, scenario) => {
  const words = texts.territories
  beforeAll(() => open(language, '2026-11-13T12:00:00Z'))
  afterAll(close)

  test('shows its territories on a map', async () => {
    await press(texts.shell.firstRun.openSample)
    await page.locator('nav').first().waitFor({ timeout: 60_000 })
    await go(words.title)
    await tab(words.tabs.map)
    await page.getByRole('img', { name: words.map.title }).waitFor({ timeout: 60_000 })
    await sees(language === 'en' ? /of 468 accounts on this map/ : /de 468 cuentas en este mapa/)
  }, 120_000)

  test('lists the parts of countries that no map shows', async () => {
    await page.getByRole('combobox', { name: words.map.layer }).click()
    await page.getByRole('option', { name: words.map.layers.list, exact: true }).click()
    await page.getByRole('grid', { name: words.map.list.title }).waitFor()
    await sees('PT-11')
  })

  test('finds a plan within the band that leaves a named account where it is', async () => {
    await tab(words.tabs.align)
    await press(words.align.addLock)
    await page.getByRole('combobox', { name: words.align.account }).click()
    await page.getByRole('option').first().click()
    await press(new RegExp(words.align.removeLock.replace('{{account}}', '.*')))
    await press(words.align.addLock)
    await page.getByRole('combobox', { name: words.align.account }).click()
    await page.getByRole('option').first().click()
    await press(words.align.run)
    await page
      .getByRole('button', { name: language === 'en' ? /^Accept all/ : /^Aceptar los/ })
      .waitFor({ timeout: 90_000 })
    expect(await fact(words.align.facts.deviation)).toBeLessThanOrEqual(15.05)
    await page.getByRole('radiogroup', { name: words.align.show }).getByText(words.align.shown.map).click()
    await page.getByRole('img', { name: words.align.maps.after }).waitFor()
  }, 120_000)

  test('says what the other scenario changes', async () => {
    await tab(words.tabs.compare)
    await page.getByRole('combobox').nth(1).click()
    await page.getByRole('option', { name: new RegExp(scenario) }).click()
    await sees(words.compare.moved.relationship)
  })
})
