// Opens the built application for a test. A window still open when a test fails is photographed to out/reports/.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, inject } from 'vitest'
import { projectFolder } from '../../build/steps/runtime/electron.ts'
import { type OpenedWindow, openWindow, type WindowOptions } from '../../build/steps/runtime/window.ts'

const open = new Set<OpenedWindow>()

/** Starts the application; `close` ends it and removes what it wrote, unless `userData` named a folder to keep. */
export async function launchApp(options: WindowOptions = {}): Promise<OpenedWindow> {
  const opened = await openWindow(inject('windowPlace'), options)
  open.add(opened)
  const close = async () => {
    open.delete(opened)
    await opened.close()
  }
  return { ...opened, close }
}

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  const folder = join(projectFolder, 'out', 'reports')
  mkdirSync(folder, { recursive: true })
  const name = task.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  for (const [index, { page, printed }] of [...open].entries()) {
    const file = join(folder, `${name}-${index}.png`)
    await page.screenshot({ path: file }).catch(() => {})
    process.stderr.write(
      `"${task.name}" failed; the window is shown in ${file}. The application printed:\n${printed()}\n`
    )
  }
})
