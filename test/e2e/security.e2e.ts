// What a page of this program can not do, tried in the real window.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenedWindow } from '../../build/steps/runtime/window.ts'
import { launchApp } from '../helpers/launch.ts'

let opened: OpenedWindow
beforeAll(async () => {
  opened = await launchApp()
  await opened.page.waitForSelector('main, [role=main], h1')
})
afterAll(() => opened.close())

describe('the page', () => {
  test('has no Node and no Electron', async () => {
    const found = await opened.page.evaluate(() => ({
      require: typeof (globalThis as Record<string, unknown>).require,
      process: typeof (globalThis as Record<string, unknown>).process,
      module: typeof (globalThis as Record<string, unknown>).module,
      buffer: typeof (globalThis as Record<string, unknown>).Buffer
    }))
    expect(found).toEqual({ require: 'undefined', process: 'undefined', module: 'undefined', buffer: 'undefined' })
  })

  test('runs sandboxed and isolated', async () => {
    const preferences = await opened.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      // Electron has no public way to read them back; this one is what its own tests use.
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = (
        contents as unknown as { getLastWebPreferences(): Record<string, boolean> }
      ).getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webSecurity }
    })
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true })
  })

  test('can not change what it was given', async () => {
    const outcome = await opened.page.evaluate(() => {
      const bridge = (globalThis as unknown as { comarca: Record<string, unknown> }).comarca
      const had = Object.keys(bridge).sort()
      try {
        bridge.ask = () => 'mine'
      } catch {
        return { had, is: 'refused' }
      }
      return { had, is: bridge.ask?.toString().includes('mine') ? 'changed' : 'refused' }
    })
    expect(outcome).toEqual({ had: ['ask', 'grantDropped', 'listen'], is: 'refused' })
  })

  test('runs no inline script and no eval', async () => {
    const ran = await opened.page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.inlineRan = true'
      document.head.append(script)
      // In a turn of its own: what the debugger evaluates itself is exempt from the policy.
      const evaluated = await new Promise((resolve) =>
        setTimeout(() => {
          try {
            resolve(new (Object.getPrototypeOf(() => undefined).constructor)('return true')())
          } catch {
            resolve(false)
          }
        }, 0)
      )
      return { inline: 'inlineRan' in globalThis, evaluated }
    })
    expect(ran).toEqual({ inline: false, evaluated: false })
  })

  test('is served with a strict policy', async () => {
    const policy = await opened.page.evaluate(
      async () => (await fetch('/index.html')).headers.get('content-security-policy') ?? ''
    )
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(/script-src[^;]*unsafe/.test(policy)).toBe(false)
  })

  test('can not read files outside the program', async () => {
    const answers = await opened.page.evaluate(async () => {
      const status = async (url: string) => (await fetch(url).catch(() => ({ status: 0 }))).status
      return [
        await status('/%2e%2e/main/main.js'),
        await status('/..%2f..%2fpackage.json'),
        await status('file:///etc/passwd')
      ]
    })
    expect(answers.every((status) => status === 0 || status === 403 || status === 404)).toBe(true)
  })

  test('reaches no network', async () => {
    const reached = await opened.page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => true,
        () => false
      )
    )
    expect(reached).toBe(false)
  })
})

describe('navigation', () => {
  test('away is blocked', async () => {
    const before = opened.page.url()
    await opened.page.evaluate(() => {
      location.href = 'https://example.com/'
    })
    await opened.page.waitForTimeout(300)
    expect(opened.page.url()).toBe(before)
  })

  test('to a new window is blocked', async () => {
    const made = await opened.page.evaluate(() => window.open('https://example.com/') === null)
    expect(made).toBe(true)
    const count = await opened.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    expect(count).toBe(1)
  })

  test('permissions are denied', async () => {
    const answer = await opened.page.evaluate(() =>
      navigator.permissions.query({ name: 'geolocation' }).then((status) => status.state)
    )
    expect(answer).toBe('denied')
  })
})

describe('requests', () => {
  const ask = (verb: string, args: unknown) =>
    opened.page.evaluate(
      ([name, given]) =>
        (globalThis as unknown as { comarca: { ask(verb: string, args: unknown): Promise<unknown> } }).comarca
          .ask(name as string, given)
          .then(
            (value) => ({ value }),
            (error: Error) => ({ error: error.message })
          ),
      [verb, args] as const
    )

  test('that main does not know are refused', async () => {
    expect(await ask('readFile', { path: '/etc/passwd' })).toMatchObject({
      error: expect.stringContaining('unknown request')
    })
    expect(await ask('constructor', {})).toMatchObject({ error: expect.stringContaining('unknown request') })
  })

  test('with a bad argument are refused', async () => {
    expect(await ask('saveFile', { suggestedName: 5, kind: 'exe', bytes: 'x' })).toHaveProperty('error')
  })

  test('to write into a folder nobody chose are refused', async () => {
    const reply = await ask('saveInFolder', {
      token: '/tmp',
      suggestedName: 'x.csv',
      kind: 'csv',
      bytes: new Uint8Array([1])
    })
    expect(JSON.stringify(reply)).toContain('workspace.notFound')
    expect(existsSync(join('/tmp', 'x.csv'))).toBe(false)
  })
})
