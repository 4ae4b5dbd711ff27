// Frames of the map while it is zoomed and panned: the counties of the United States with 20,000 points, against a page that does
// nothing but lay one picture of the same size at another place in each frame.
import { cp, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { projectFolder } from '../../build/steps/runtime/electron.ts'
import { startPlain } from '../helpers/process.ts'
import { type Bench, repetitions } from './bench.ts'

const framesPerRound = 480
const settleMs = 1_500
/** What is written in the map's page to say that it is drawn. */
const canvasOfMap = '.map-canvas'

export const mapFrames: Bench = {
  name: 'a frame of zooming and panning 3,100 counties with 20,000 points, against moving one picture',
  aim: 1.1,
  async measure({ bare, folder }) {
    const measured = { product: [] as number[], bare: [] as number[], unit: 'ms' as const }
    const appFolder = await buildMapPage(folder)
    // Modules from files: only this page, which nobody else sees.
    const place = { ...bare, appFolder, flags: [...bare.flags, '--allow-file-access-from-files'] }
    const [mapWindow, bareWindow] = [await startPlain(place, { settleMs }), await startPlain(bare, { settleMs })]
    try {
      await mapWindow.page.locator(canvasOfMap).waitFor()
      await mapWindow.page.waitForTimeout(settleMs)
      for (let i = -1; i < repetitions; i += 1) {
        await bareWindow.page.bringToFront()
        const bareMs = await timePicture(bareWindow.page)
        await mapWindow.page.bringToFront()
        const mapMs = await timeMap(mapWindow.page)
        if (i < 0) continue
        measured.bare.push(bareMs)
        measured.product.push(mapMs)
      }
    } finally {
      await mapWindow.close()
      await bareWindow.close()
    }
    return measured
  }
}

/** The bare application with the page of the map instead of its own. */
async function buildMapPage(folder: string): Promise<string> {
  const appFolder = await mkdtemp(join(folder, 'map-'))
  await cp(join(projectFolder, 'test/bench/bare-app'), appFolder, { recursive: true })
  await build({
    root: join(projectFolder, 'test/bench/map-page'),
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: { target: 'chrome130', outDir: appFolder, emptyOutDir: false, chunkSizeWarningLimit: 8000 }
  })
  return appFolder
}

/** The mean time of a frame in one round, in ms: a quarter zooms in, a quarter out, and half pans near by. */
function timeMap(page: Page): Promise<number> {
  return page.evaluate(
    async ({ frames, selector }) => {
      const canvas = document.querySelector<HTMLCanvasElement>(selector)
      if (!canvas) throw new Error('The page has no map')
      // Made-up events belong to no pointer that could be captured.
      canvas.setPointerCapture = () => undefined
      const corner = canvas.getBoundingClientRect()
      const at = (x: number, y: number) => ({
        clientX: corner.left + x,
        clientY: corner.top + y,
        pointerId: 1,
        button: 0,
        bubbles: true,
        cancelable: true
      })
      const wheel = (deltaY: number) => canvas.dispatchEvent(new WheelEvent('wheel', { ...at(420, 330), deltaY }))
      const pointer = (type: string, x: number, y: number) => canvas.dispatchEvent(new PointerEvent(type, at(x, y)))
      const run = (count: number, draw: (frame: number) => void) =>
        new Promise<void>((resolve) => {
          let done = 0
          const step = () => {
            draw(done)
            done += 1
            if (done < count) requestAnimationFrame(step)
            else resolve()
          }
          requestAnimationFrame(step)
        })
      const startedAt = performance.now()
      await run(frames / 4, () => wheel(-8))
      pointer('pointerdown', 420, 330)
      await run(frames / 2, (frame) =>
        pointer('pointermove', 420 + 180 * Math.sin(frame / 30), 330 + 120 * (1 - Math.cos(frame / 30)))
      )
      pointer('pointerup', 420, 330)
      await run(frames / 4, () => wheel(8))
      return (performance.now() - startedAt) / frames
    },
    { frames: framesPerRound, selector: canvasOfMap }
  )
}

/** The mean time of a frame that only lays a picture of the map's size elsewhere, in ms. */
function timePicture(page: Page): Promise<number> {
  return page.evaluate(async (frames) => {
    const canvas = document.querySelector('canvas') ?? document.body.appendChild(document.createElement('canvas'))
    const picture = document.createElement('canvas')
    for (const each of [canvas, picture]) {
      each.width = 1040
      each.height = 760
    }
    const surface = canvas.getContext('2d', { alpha: false })
    const paint = picture.getContext('2d')
    if (!surface || !paint) throw new Error('The page has no drawing surface')
    paint.fillRect(100, 100, 500, 300)
    const startedAt = performance.now()
    for (let frame = 0; frame < frames; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      surface.drawImage(picture, frame % 50, frame % 30)
    }
    return (performance.now() - startedAt) / frames
  }, framesPerRound)
}
