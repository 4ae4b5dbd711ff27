// The main job's beginning in the real window: a new file, an import looked at and made, taken back and made again, the other
// language, an engine that dies, a backup restored, and files that can't be opened.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenedWindow } from '../../build/steps/runtime/window.ts'
import { launchApp } from '../helpers/launch.ts'

const fixtures = join(import.meta.dirname, '../fixtures/crm')

let opened: OpenedWindow
let page: Page
let folder: string
let file: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comarca-job-'))
  file = join(folder, 'Norte.comarca')
  opened = await launchApp({ now: '2025-12-31T12:00:00Z' })
  page = opened.page
  page.setDefaultTimeout(10_000)
  await answerDialogs([])
})
afterAll(async () => {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The system's dialogs are answered here; everything else is the program's own. */
const answerDialogs = (filePaths: string[]): Promise<void> =>
  opened.app.evaluate(
    ({ dialog }, answers) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: answers.file })
      dialog.showOpenDialog = async () => ({ canceled: answers.filePaths.length === 0, filePaths: answers.filePaths })
    },
    { file, filePaths }
  )

const go = (name: string) => page.locator('nav').getByRole('button', { name, exact: true }).first().click()
const sees = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 15_000 })

describe('first run', () => {
  test('offers a new file, opening, and the sample company', async () => {
    await sees('Create a workspace')
    await sees('Open the sample company')
  })

  test('makes a new file where the dialog says', async () => {
    await page.getByRole('textbox', { name: 'Company' }).fill('Norte')
    await page.getByRole('button', { name: 'Create a workspace' }).click()
    await page.locator('nav').first().waitFor()
    expect(readdirSync(folder)).toContain('Norte.comarca')
    await sees('Norte.comarca')
  })
})

describe('import', () => {
  const deals = () => page.getByRole('grid').getByRole('row').count()

  test('shows what the files hold before anything is changed', async () => {
    await answerDialogs(
      readdirSync(fixtures)
        .filter((name) => name.endsWith('.csv'))
        .map((name) => join(fixtures, name))
    )
    await page.keyboard.press('Control+i')
    await sees(/7 won deals, €21,601/)
    await page
      .getByRole('button', { name: /^Import \d/ })
      .first()
      .click()
    await sees('What to do next')
  })

  test('has taken over what they hold', async () => {
    await page.getByRole('button', { name: 'Done' }).click()
    await go('Data')
    await sees('D-01')
    await sees(/12 deals, 5 accounts, 2 products/)
    expect(await deals()).toBeGreaterThan(12)
  })

  test('traces a deal to its file, row and cells', async () => {
    await page.getByText('D-07').first().click()
    await sees('deals.csv')
    await sees('2025-12-31')
    await page.keyboard.press('Escape')
  })

  test('can be undone as one step, and done again', async () => {
    await page.keyboard.press('Control+z')
    await sees(/Import the CRM export/)
    expect(await page.getByText('D-01').count()).toBe(0)
    await page.keyboard.press('Control+Shift+z')
    await sees('D-01')
    await sees(/12 deals, 5 accounts, 2 products/)
  })
})

describe('language', () => {
  test('switches everything at once and back', async () => {
    await go('Settings')
    await page.getByLabel('Language').first().click()
    await page.getByRole('option', { name: 'Español' }).click()
    await page.locator('nav').getByRole('button', { name: 'Datos' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es')
    await page.locator('main h1').click()
    await page.keyboard.press('Control+z')
    await page.locator('nav').getByRole('button', { name: 'Data', exact: true }).waitFor()
  })
})

describe('an engine that dies', () => {
  const enginePid = (): number => {
    const main = opened.app.process().pid ?? 0
    const lines = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(main)], { encoding: 'utf8' }).split('\n')
    return Number(/^\s*(\d+).*engine\.js/.exec(lines.find((line) => line.includes('engine.js')) ?? '')?.[1])
  }

  test('while a command is under way: said, back within two seconds, nothing lost, nothing repeated', async () => {
    await go('People')
    await sees('Ana Ruiz')
    const before = enginePid()
    // Held still, so that the command is surely on its way when the engine is killed.
    process.kill(before, 'SIGSTOP')
    await page.keyboard.press('Control+z')
    await page.waitForTimeout(200)
    process.kill(before, 'SIGKILL')
    const killedAt = Date.now()
    await sees(/engine stopped/i)
    await sees('engine ready')
    expect(Date.now() - killedAt).toBeLessThan(2000)
    expect(enginePid()).not.toBe(before)
    // The undo was not done, now or later: the import still stands.
    await go('Data')
    await sees('D-01')
    await page.waitForTimeout(300)
    expect(await page.getByText('D-01').count()).toBeGreaterThan(0)
  })
})

describe('backups', () => {
  test('one made now is restored, and what was there is kept', async () => {
    await go('Settings')
    await page.getByRole('button', { name: 'Back up now' }).click()
    await sees('Backup made')
    await page.getByRole('textbox', { name: 'Company' }).fill('Sur')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: 'Restore' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
    await page.locator('nav').first().waitFor()
    await go('Settings')
    await page.waitForFunction(() => document.querySelector('input')?.value === 'Norte')
    expect(readdirSync(folder).some((name) => name.includes('before restoring'))).toBe(true)
    await go('Data')
    await sees('D-01')
  })
})

describe('a file that can not be opened', () => {
  const openAtStart = async (path: string): Promise<string | null> => {
    const other = await launchApp({ file: path })
    try {
      await other.page.getByRole('alert').first().waitFor({ timeout: 15_000 })
      return await other.page.getByRole('alert').first().textContent()
    } finally {
      await other.close()
    }
  }

  test('is named when it is open in another window', async () => {
    expect(await openAtStart(file)).toMatch(/Norte\.comarca/)
  })

  test('from a newer version is refused in words', async () => {
    const newer = join(folder, 'Newer.comarca')
    const source = readdirSync(folder).find((name) => name.includes('before restoring')) ?? ''
    copyFileSync(join(folder, source), newer)
    const db = new Database(newer)
    db.pragma('user_version = 99990')
    db.close()
    expect(await openAtStart(newer)).toMatch(/newer/i)
  })

  test('that is no workspace is refused in words', async () => {
    const text = join(folder, 'Text.comarca')
    writeFileSync(text, 'only words')
    expect(await openAtStart(text)).toMatch(/Text\.comarca/)
  })
})

test('the sample company opens with a click', async () => {
  const other = await launchApp({ now: '2026-11-12T09:00:00Z' })
  try {
    await other.page.getByRole('button', { name: 'Open the sample company' }).click()
    await other.page.locator('nav').first().waitFor({ timeout: 30_000 })
    await other.page.getByText('sample company').first().waitFor()
  } finally {
    await other.close()
  }
})
