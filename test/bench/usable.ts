// When a window could be used, counted from the start of its process: when the largest part of its first page was painted. The
// browser notes that moment by itself for every page, so the product and the bare page are measured in the same way.
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { WindowPlace } from '../../build/steps/runtime/window.ts'
import { startPlain } from '../helpers/process.ts'
import { type BenchPlace, type Measured, repetitions } from './bench.ts'

const settleMs = 2_500
const uncounted = 3

/**
 * The times from the start until the window could be used, in ms, of the product (with `env` for it alone) and the bare
 * application in turns. Each keeps its own folder; the first three starts are not counted: Chromium notes a script at the first,
 * keeps its compiled code at the second, and uses that from the third on.
 */
export async function compareStarts(
  { product, bare, folder }: BenchPlace,
  env: Record<string, string> = {}
): Promise<Measured> {
  const [productData, bareData] = [await mkdtemp(join(folder, 'product-')), await mkdtemp(join(folder, 'bare-'))]
  const measured: Measured = { product: [], bare: [], unit: 'ms' }
  for (let i = -uncounted; i < repetitions; i += 1) {
    const bareMs = await timeStart(bare, bareData)
    const productMs = await timeStart(product, productData, env)
    if (i < 0) continue
    measured.bare.push(bareMs)
    measured.product.push(productMs)
  }
  return measured
}

/** Time from the start until the window could be used, in ms. */
async function timeStart(place: WindowPlace, keptUserData: string, env: Record<string, string> = {}): Promise<number> {
  const { page, startedAt, close } = await startPlain(place, { env, settleMs, keptUserData })
  try {
    const paintedAt = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const last = list.getEntries().at(-1)
            if (last !== undefined) resolve(performance.timeOrigin + last.startTime)
          }).observe({ type: 'largest-contentful-paint', buffered: true })
        })
    )
    return paintedAt - startedAt
  } finally {
    await close()
  }
}
