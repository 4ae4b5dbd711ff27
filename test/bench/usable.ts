// When a window could be used, counted from the start of its process: when the largest part of its first page was painted. The
// browser notes that moment by itself for every page, so the product and the bare page are measured in the same way.
import type { WindowPlace } from '../../build/steps/runtime/window.ts'
import { startPlain } from '../helpers/process.ts'

const settleMs = 2_500

/** Time from the start until the window could be used, in ms. */
export async function timeStart(place: WindowPlace, env: Record<string, string> = {}): Promise<number> {
  const { page, startedAt, close } = await startPlain(place, { env, settleMs })
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
