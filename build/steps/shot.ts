// Takes pictures of the real application: on the sample company, in a virtual display, at the sizes, themes and languages asked for.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ElectronApplication, Page } from 'playwright-core'
import { preparePlace } from './runtime/place.ts'
import { openWindow, type WindowPlace } from './runtime/window.ts'
import { copySample, type Sample } from './sample-file.ts'
import { runStep, say } from './terminal.ts'

const usage = `Usage: npx node build/shot.ts [options]; lists are separated by commas
  --screen home,people    screens by their id in src/renderer/screens.ts; first-run is the window without a file
  --theme light,dark      --lang en,es      --size 1280x800,1024x700
  --sample medium         small, medium or large; --file FILE takes a workspace of yours instead (a copy of it)
  --click TEXT            clicks at what has this text, before the picture is taken; may be repeated
  --keys Control+k        presses keys after that; may be repeated
  --wait 500              milliseconds to wait before the picture
  --now 2027-05-12T09:00:00Z  holds the engine's clock still
  --out FILE.png or FOLDER    default out/shots/`

interface Wish {
  screen: string
  theme: string
  language: Sample['language']
  size: { width: number; height: number }
}

const { values } = parseArgs({
  options: {
    screen: { type: 'string', default: 'home' },
    theme: { type: 'string', default: 'light' },
    lang: { type: 'string', default: 'en' },
    size: { type: 'string', default: '1280x800' },
    sample: { type: 'string', default: 'medium' },
    file: { type: 'string' },
    click: { type: 'string', multiple: true, default: [] },
    keys: { type: 'string', multiple: true, default: [] },
    wait: { type: 'string', default: '400' },
    now: { type: 'string' },
    out: { type: 'string', default: 'out/shots' },
    help: { type: 'boolean', default: false }
  }
})

await runStep(async () => {
  if (values.help) {
    say(usage)
    return 0
  }
  const { place, close } = await preparePlace(say)
  try {
    for (const theme of list(values.theme)) {
      for (const language of list(values.lang).map(asLanguage)) await takeAll(place, theme, language)
    }
  } finally {
    close()
  }
  return 0
})

/** One start of the application for each theme and language. */
async function takeAll(place: WindowPlace, theme: string, language: Sample['language']): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'comarca-shot-'))
  const screens = list(values.screen)
  writeFileSync(join(folder, 'preferences.json'), JSON.stringify({ theme, language, recent: [] }))
  const file = screens.includes('first-run') ? undefined : join(folder, 'sample.comarca')
  if (file !== undefined) {
    if (values.file === undefined) await copySample(place.appFolder, { size: asSize(values.sample), language }, file)
    else writeFileSync(file, readFileSync(values.file))
  }
  const { app, page, close, printed } = await openWindow(place, { userData: folder, file, now: values.now })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) say(`  console: ${message.text()}`)
  })
  page.on('pageerror', (error) => say(`  page: ${error.stack ?? error.message}`))
  try {
    for (const screen of screens) {
      for (const size of list(values.size).map(parseSize)) await take(app, page, { screen, theme, language, size })
    }
  } catch (error) {
    say(`The application printed:\n${printed()}`)
    throw error
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function take(app: ElectronApplication, page: Page, wish: Wish): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, wish.size)
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, wish.size)
  if (wish.screen !== 'first-run') await goTo(page, wish)
  for (const text of values.click) await page.getByText(text, { exact: true }).first().click()
  for (const keys of values.keys) await page.keyboard.press(keys)
  // A picture shows the screen, not where the last key or click went.
  if (values.click.length + values.keys.length === 0) {
    await page.mouse.move(wish.size.width / 2, wish.size.height - 1)
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  }
  await page.waitForTimeout(Number(values.wait))
  const file = pictureFile(wish)
  mkdirSync(dirname(file), { recursive: true })
  await page.screenshot({ path: file })
  say(file)
}

/** As a person goes there: by the navigation where the screen stands in it, otherwise through the command palette. */
async function goTo(page: Page, { screen, language }: Wish): Promise<void> {
  const { shell } = await import(`../../src/renderer/i18n/${language}/shell.ts`)
  const name: string | undefined = shell.screens[screen]
  if (name === undefined) throw new Error(`There is no screen ${screen}: ${Object.keys(shell.screens).join(' ')}`)
  await page.locator('nav').first().waitFor()
  const entry = page.locator('nav').getByRole('button', { name, exact: true })
  if ((await entry.count()) > 0) {
    await entry.first().click()
    return
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await page.waitForTimeout(200)
  await page.keyboard.press('Enter')
}

function pictureFile({ screen, theme, language, size }: Wish): string {
  const out = resolve(values.out)
  if (out.endsWith('.png')) return out
  return join(out, `${screen}-${theme}-${language}-${size.width}x${size.height}.png`)
}

function list(text: string): string[] {
  return text.split(',').map((part) => part.trim())
}

function parseSize(text: string): Wish['size'] {
  const [width, height] = text.split('x').map(Number)
  if (!width || !height) throw new Error(`${text} is no size; write 1280x800`)
  return { width, height }
}

function asLanguage(text: string): Sample['language'] {
  if (text === 'en' || text === 'es') return text
  throw new Error(`${text} is no language; en or es`)
}

function asSize(text: string): Sample['size'] {
  if (text === 'small' || text === 'medium' || text === 'large') return text
  throw new Error(`${text} is no size of the sample; small, medium or large`)
}
