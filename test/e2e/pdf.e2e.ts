// The handbook and the letters printed by the real application, and read back: text, page numbers, bookmarks, tags.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { OpenedWindow } from '../../build/steps/runtime/window.ts'
import { copySample } from '../../build/steps/sample-file.ts'
import { launchApp } from '../helpers/launch.ts'
import { type Printed, readPdf } from '../helpers/printed.ts'

let folder: string
let target: string
let opened: OpenedWindow
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comarca-pdf-'))
  target = join(folder, 'printed')
  mkdirSync(target)
  const file = join(folder, 'sample.comarca')
  await copySample(inject('windowPlace').appFolder, { size: 'small', language: 'en' }, file)
  opened = await launchApp({ file, now: '2026-11-12T09:00:00.000Z' })
  page = opened.page
  // The system's dialogs are answered here: every file goes into one folder under the name the program suggests.
  await opened.app.evaluate(({ dialog }, into) => {
    dialog.showSaveDialog = async (...asked: unknown[]) => {
      const { defaultPath = '' } = asked.at(-1) as { defaultPath?: string }
      return { canceled: false, filePath: `${into}/${defaultPath.split(/[\\/]/).at(-1)}` }
    }
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [into] })
  }, target)
  await page.locator('nav').getByRole('button', { name: 'Handbook', exact: true }).click()
})
afterAll(async () => {
  await opened?.close()
  rmSync(folder, { recursive: true, force: true })
})

const preview = () => page.frameLocator('iframe')
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()
/** Numbers as they are written: 1,234.56 and 97.5, each as often as it stands there. */
const numbersIn = (text: string): string[] => text.match(/\d[\d.,]*\d|\d/g) ?? []

/** Waits until so many files are there; a file that is still being written has another ending. */
async function waitForFiles(count: number): Promise<string[]> {
  const whole = () => readdirSync(target).filter((name) => name.endsWith('.pdf'))
  const limit = Date.now() + 60_000
  while (whole().length < count && Date.now() < limit) await page.waitForTimeout(50)
  return whole()
}

async function print(button: string): Promise<Printed> {
  rmSync(target, { recursive: true })
  mkdirSync(target)
  await page.getByRole('button', { name: button }).click()
  const [name] = await waitForFiles(1)
  return readPdf(join(target, name ?? ''))
}

describe('the handbook', () => {
  let printed: Printed
  beforeAll(async () => {
    await preview().locator('h1').first().waitFor()
    printed = await print('Print handbook')
  })

  test('has every heading as a bookmark on its page, and in the contents with the right number', async () => {
    const headings = await preview()
      .locator('h1, h2, h3')
      .evaluateAll((all) =>
        all.map((each) => ({ id: each.id, level: Number(each.tagName.slice(1)), text: each.textContent ?? '' }))
      )
    expect(headings.length).toBeGreaterThan(15)
    expect(printed.bookmarks.map(({ title }) => squeeze(title))).toEqual(headings.map(({ text }) => squeeze(text)))
    const listed = headings.filter(({ level }) => level < 3)
    expect(printed.links.map(({ id }) => id)).toEqual(listed.map(({ id }) => id))
    const contents = squeeze(printed.pages[1] ?? '')
    for (const [at, { id, text }] of headings.entries()) {
      const number = printed.bookmarks[at]?.page
      expect(printed.pages[(number ?? 0) - 1]?.replace(/\s+/g, ' ')).toContain(squeeze(text))
      if (!listed.some((each) => each.id === id)) continue
      expect(printed.links.find((link) => link.id === id)?.page).toBe(number)
      expect(contents).toMatch(new RegExp(`${squeeze(text).replace(/[.?()]/g, '\\$&')} ?${number}(?!\\d)`))
    }
  })

  test('prints each number of the page, and no other but page numbers', async () => {
    const shown = await preview()
      .locator('body')
      .evaluate((body) => {
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
        const pieces: string[] = []
        while (walker.nextNode())
          if (walker.currentNode.parentNode?.nodeName !== 'title') pieces.push(walker.currentNode.nodeValue ?? '')
        return pieces.join('\n')
      })
    const onPaper = printed.pages
      .map((text, at) => text.replace(new RegExp(`Page ${at + 1} of ${printed.pages.length}`), ''))
      .join('\n')
    const count = (numbers: string[]) => {
      const counts = new Map<string, number>()
      for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
      return counts
    }
    const paper = count(numbersIn(onPaper))
    const missing = [...count(numbersIn(shown))].filter(([number, times]) => (paper.get(number) ?? 0) < times)
    expect(missing).toEqual([])
  })

  test('is tagged: headings, tables with heads, lists, a picture with words', () => {
    expect(printed.tags.get('H1')).toBe(11)
    for (const tag of ['H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'L', 'P', 'Figure', 'Link'])
      expect(printed.tags.get(tag) ?? 0, tag).toBeGreaterThan(0)
    expect(printed.pictures.join()).toMatch(/Attainment → Of target pay: .*100/)
  })

  test('says its title and language, on A4, with a line at the foot of each page', () => {
    expect(printed.title).toBe('Sales compensation handbook, fiscal year 2026')
    expect(printed.language).toBe('en')
    expect(printed.pageSize).toEqual([595, 842])
    const last = printed.pages.length
    expect(printed.pages[last - 1]).toContain(`Page ${last} of ${last}`)
    expect(printed.pages[2]).toContain('Comarca Industrial')
  })

  test('is there in Spanish too', async () => {
    await page.locator('main').getByLabel('Language').first().click()
    await page.getByRole('option', { name: 'Spanish' }).click()
    await preview().getByText('A quién se dirige').first().waitFor()
    const spanish = await print('Print handbook')
    expect(spanish.language).toBe('es')
    expect(spanish.pages.join(' ')).toContain('Acuse de recibo')
    expect(spanish.bookmarks).toHaveLength(printed.bookmarks.length)
    await page.locator('main').getByLabel('Language').first().click()
    await page.getByRole('option', { name: 'English' }).click()
    await preview().getByText('Who this handbook is for').first().waitFor()
  })
})

describe('the letters', () => {
  test('are one file per person in the folder, each with its own figures', async () => {
    rmSync(target, { recursive: true })
    mkdirSync(target)
    await page.getByText('Letters', { exact: true }).click()
    await preview().getByText('Your quota and variable pay').waitFor()
    const people = await page.locator('.handbook-person').count()
    expect(people).toBeGreaterThan(9)
    await page.getByRole('button', { name: 'Print all letters' }).click()
    const files = await waitForFiles(people)
    expect(files.every((name) => name.endsWith('quota and pay letter 2026.pdf'))).toBe(true)
    for (const name of files.slice(0, 3)) {
      const letter = await readPdf(join(target, name))
      const person = name.slice(0, name.indexOf(','))
      expect(letter.title).toContain(person)
      expect(letter.pages.join(' ')).toContain(`Dear ${person}`)
      expect(letter.pages.length).toBeLessThanOrEqual(2)
    }
    await page.getByText(`${people} letters saved in printed`).waitFor()
  })

  test('stop when asked to, and leave no half file', async () => {
    rmSync(target, { recursive: true })
    mkdirSync(target)
    await page.getByRole('button', { name: 'Print all letters' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText(/^Stopped\./).waitFor()
    const people = await page.locator('.handbook-person').count()
    const files = readdirSync(target)
    expect(files.length).toBeLessThan(people)
    for (const name of files) expect((await readPdf(join(target, name))).pages.length).toBeGreaterThan(0)
  })
})
