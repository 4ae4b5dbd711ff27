// The import wizard in the real window by the keyboard alone: a Spanish Salesforce report from drop to done, a row mended in quarantine,
// a second export with changes, and both taken back; in English and in Spanish.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { en } from '#renderer/i18n/en/index.ts'
import { es } from '#renderer/i18n/es/index.ts'
import type { OpenedWindow } from '../../build/steps/runtime/window.ts'
import { launchApp } from '../helpers/launch.ts'
import { hasSharedFiles, sharedFolder } from '../import/shared-files.ts'

/** As a Spanish Salesforce writes it: windows-1252, semicolons, every cell quoted, four lines below the table. */
const report = (rows: readonly (readonly string[])[]): Buffer => {
  const lines = [
    [
      'Id. de la oportunidad',
      'Propietario de oportunidad',
      'Nombre de la cuenta',
      'Etapa',
      'Fecha de cierre',
      'Importe'
    ],
    ...rows
  ].map((cells) => cells.map((cell) => `"${cell}"`).join(';'))
  const footer = ['', '"Oportunidades por propietario"', '"Copyright (c) 2000-2026 salesforce.com, inc."']
  return Buffer.from([...lines, ...footer].join('\r\n'), 'latin1')
}
const first = report([
  ['O-1', 'Ana Núñez', 'Ibérica', 'Cerrada ganada', '13/02/2026', '1.054,00'],
  ['O-2', 'Luis Gil', 'Muñoz e Hijos', 'Negociación', '30/03/2026', '20.000,50'],
  ['O-3', 'Luis Gil', 'Ibérica', 'Cerrada perdida', '28/02/2026', 'mucho']
])
/** O-2 has slipped by a month and grown; O-4 is new. */
const second = report([
  ['O-1', 'Ana Núñez', 'Ibérica', 'Cerrada ganada', '13/02/2026', '1.054,00'],
  ['O-2', 'Luis Gil', 'Muñoz e Hijos', 'Negociación', '30/04/2026', '25.000,50'],
  ['O-3', 'Luis Gil', 'Ibérica', 'Cerrada perdida', '28/02/2026', '500,00'],
  ['O-4', 'Ana Núñez', 'Ibérica', 'Cerrada ganada', '15/04/2026', '700,00']
])

const languages = [
  { language: 'en', texts: en, won: /€1,054/, wonLater: /€1,754/ },
  { language: 'es', texts: es, won: /1054\s€|1\.054\s€/, wonLater: /1754\s€|1\.754\s€/ }
] as const

describe.each(languages)('the wizard, $language', ({ language, texts, won, wonLater }) => {
  const words = texts.import
  let opened: OpenedWindow
  let page: Page
  let folder: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'comarca-wizard-'))
    writeFileSync(join(folder, 'preferences.json'), JSON.stringify({ theme: 'light', language, recent: [] }))
    writeFileSync(join(folder, 'informe enero.csv'), first)
    writeFileSync(join(folder, 'informe febrero.csv'), second)
    opened = await launchApp({ userData: folder, now: '2026-03-02T12:00:00Z' })
    page = opened.page
    page.setDefaultTimeout(15_000)
    await answerDialogs([])
    await page.getByRole('textbox', { name: texts.settings.company }).fill('Norte')
    await page.keyboard.press('Enter')
    await page.locator('nav').first().waitFor()
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const answerDialogs = (filePaths: string[]): Promise<void> =>
    opened.app.evaluate(
      ({ dialog }, answers) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: answers.file })
        dialog.showOpenDialog = async () => ({ canceled: answers.filePaths.length === 0, filePaths: answers.filePaths })
      },
      { file: join(folder, 'Norte.comarca'), filePaths }
    )
  const sees = (text: string | RegExp) => page.getByText(text).first().waitFor()

  /** Walks with Tab until what is named has the focus. */
  async function tabTo(name: RegExp, most = 80): Promise<void> {
    for (let step = 0; step < most; step += 1) {
      await page.keyboard.press('Tab')
      const said = await page.evaluate(() => {
        const at = document.activeElement
        return at?.getAttribute('aria-label') ?? at?.textContent ?? ''
      })
      if (name.test(said)) return
    }
    throw new Error(`Tab never came to ${name}`)
  }
  const exactly = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

  test('shows what the report holds, part by part, and imports it', async () => {
    await answerDialogs([join(folder, 'informe enero.csv')])
    await page.keyboard.press('Control+i')
    await sees(won)
    for (const [at, part] of [
      words.wizard.parts.names,
      words.wizard.parts.changes,
      words.wizard.parts.findings
    ].entries()) {
      await page.keyboard.press(`Alt+${at + 2}`)
      await page.getByRole('tab', { name: part, selected: true }).waitFor()
    }
    await sees('mucho')
    await page.keyboard.press('Control+Enter')
    await sees(words.wizard.next)
  })

  test('leads to the row that was not taken, which is mended in its cell and taken', async () => {
    await tabTo(exactly(words.wizard.mend))
    await page.keyboard.press('Enter')
    const cell = page.locator('td[data-row]', { hasText: 'mucho' }).first()
    await cell.waitFor()
    for (let step = 0; step < 80; step += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.matches('[data-row]') === true)) break
    }
    // From wherever the grid was entered to the cell that stopped the row.
    for (let step = 0; step < 12; step += 1) {
      const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
      if (text.includes('mucho')) break
      await page.keyboard.press('ArrowRight')
    }
    await page.keyboard.press('F2')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('500,00')
    await page.keyboard.press('Enter')
    await page
      .getByRole('button', { name: exactly(words.quarantine.take) })
      .and(page.locator(':enabled'))
      .waitFor()
    await tabTo(exactly(words.quarantine.take), 120)
    await page.keyboard.press('Enter')
    await sees(words.quarantine.none)
  })

  test('says what a second export changes, and takes it over', async () => {
    await answerDialogs([join(folder, 'informe febrero.csv')])
    await page.keyboard.press('Control+i')
    await sees(wonLater)
    await page.keyboard.press('Alt+3')
    await sees(words.changeKinds.slipped)
    await sees(words.changeKinds.grown)
    await page.keyboard.press('Control+Enter')
    await sees(words.wizard.next)
  })

  test('takes everything back, step by step', async () => {
    await page.keyboard.press('Escape')
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('Control+z')
      await page.waitForTimeout(400)
    }
    await sees(words.empty)
  })

  test.skipIf(!hasSharedFiles)('reads a real report of 8,800 deals without a question', async () => {
    const file = join(sharedFolder, 'derived', 'salesforce_es_informe.csv')
    expect(readFileSync(file).length).toBeGreaterThan(1_000_000)
    await answerDialogs([file])
    await page.keyboard.press('Control+i')
    await sees(language === 'en' ? /4,238/ : /4238|4\.238/)
    await page.keyboard.press('Control+Enter')
    await sees(words.wizard.next)
    await sees(language === 'en' ? /10,005,534/ : /10\.005\.534/)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await sees(words.empty)
  })
})
