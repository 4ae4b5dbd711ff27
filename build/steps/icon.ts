// Draws the product's icon as PNG from its SVG source, in the Electron at hand. electron-builder makes .ico and .icns from it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { requireSystemPackages } from './runtime/debian.ts'
import { openVirtualDisplay } from './runtime/display.ts'
import { findElectron, projectFolder } from './runtime/electron.ts'
import { openWindow } from './runtime/window.ts'
import { runStep, say } from './terminal.ts'

const edge = 1024

await runStep(async () => {
  const electron = await findElectron(say)
  requireSystemPackages({ executable: electron.executable, display: true }, say)
  const display = await openVirtualDisplay()
  const appFolder = join(projectFolder, 'test/bench/bare-app')
  const { page, close } = await openWindow({ ...electron, env: { ...electron.env, ...display.env }, appFolder })
  try {
    const svg = readFileSync(join(projectFolder, 'build/icon.svg'), 'utf8')
    const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
    const png = await page.evaluate(drawPng, { source, edge })
    const file = join(projectFolder, 'build/icon.png')
    writeFileSync(file, Buffer.from(png.replace(/^data:image\/png;base64,/, ''), 'base64'))
    say(file)
  } finally {
    await close()
    display.close()
  }
  return 0
})

/** Runs in the page. */
async function drawPng({ source, edge }: { source: string; edge: number }): Promise<string> {
  const image = new Image(edge, edge)
  image.src = source
  await image.decode()
  const canvas = new OffscreenCanvas(edge, edge)
  canvas.getContext('2d')?.drawImage(image, 0, 0, edge, edge)
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return `data:image/png;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`
}
