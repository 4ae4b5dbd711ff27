// Nothing leaves the machine: the browser's own record of what it asked the network for, over a start and a walk through screens.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { openWindow } from '../../build/steps/runtime/window.ts'
import { en } from '../../src/renderer/i18n/en/index.ts'

/** The part of Chromium's network log that is read here. */
interface NetworkLog {
  events: { params?: { url?: string; host?: string } }[]
}

test('no address outside the program is asked for', async () => {
  const place = inject('windowPlace')
  const record = join(place.appFolder, `network-${process.pid}.json`)
  const { page, close } = await openWindow({ ...place, flags: [...place.flags, `--log-net-log=${record}`] })
  try {
    await page.getByRole('button', { name: en.shell.firstRun.openSample }).click()
    const navigation = page.getByRole('navigation').first()
    await navigation.waitFor({ timeout: 60_000 })
    for (const entry of await navigation.getByRole('button').all()) await entry.click()
    // What a browser does by itself (dictionaries, updates, checks for a network) it does in the first seconds.
    await page.waitForTimeout(4_000)
  } finally {
    await close()
  }
  const { events } = JSON.parse(await readFile(record, 'utf8')) as NetworkLog
  const asked = events.flatMap(({ params }) => [params?.url, params?.host]).filter((address) => address !== undefined)
  expect([...new Set(asked)].filter((address) => !/^(app|data|blob|devtools):/.test(address))).toEqual([])
})
