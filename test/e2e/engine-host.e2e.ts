// The engine in both kinds of process: as a Node process of its own, and as Electron's utility process with its port handed to the window.
import { afterEach, expect, test } from 'vitest'
import type { OpenedWindow } from '../../build/steps/runtime/window.ts'
import { en } from '../../src/renderer/i18n/en/index.ts'
import { launchApp } from '../helpers/launch.ts'

let opened: OpenedWindow
afterEach(() => opened.close())

interface Startup {
  versions: { engineHost: string; engineNode: string; electron: string }
}

test.each(['node', 'utility'])('as a %s process it answers the window', async (kind) => {
  opened = await launchApp({ env: { COMARCA_ENGINE: kind } })
  // The first page is drawn only after the engine has said over its port which file is open: none.
  await opened.page.getByRole('button', { name: en.shell.firstRun.create }).waitFor()
  const { versions } = await opened.page.evaluate(() =>
    (globalThis as unknown as { comarca: { ask(verb: string, args: unknown): Promise<Startup> } }).comarca.ask(
      'startup',
      {}
    )
  )
  expect(versions.engineHost).toBe(kind)
  const ownNode = await opened.app.evaluate(() => process.versions.node)
  if (kind === 'utility') expect(versions.engineNode).toBe(ownNode)
  else expect(versions.engineNode).not.toBe(ownNode)
})

test('a utility process that is killed is started again and connected', async () => {
  opened = await launchApp({ env: { COMARCA_ENGINE: 'utility' } })
  await opened.page.getByRole('button', { name: en.shell.firstRun.create }).waitFor()
  const findPid = (): Promise<number> =>
    opened.app.evaluate(({ app }) => app.getAppMetrics().find((each) => each.name === 'Comarca engine')?.pid ?? 0)
  const before = await findPid()
  process.kill(before, 'SIGKILL')
  await opened.page.getByText(en.shell.engine.lost).waitFor()
  await opened.page.getByText(en.shell.engine.lost).waitFor({ state: 'detached' })
  const after = await findPid()
  expect(after).toBeGreaterThan(0)
  expect(after).not.toBe(before)
})
