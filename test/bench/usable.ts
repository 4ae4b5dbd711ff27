// When a window could be used, counted from the start of its process.
import type { WindowPlace } from '../../build/steps/runtime/window.ts'
import { type Running, startPlain } from '../helpers/process.ts'

/** Time from the start until the bare page was painted, in ms. */
export async function timeBareStart(place: WindowPlace): Promise<number> {
  return timed(place, {}, (page) =>
    page.evaluate(async () => {
      while (performance.getEntriesByName('first-contentful-paint').length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      return performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)
    })
  )
}

/** Time from the start until the product's first screen was painted with its rows and answered to clicks, in ms. */
export async function timeProductStart(place: WindowPlace, env: Record<string, string> = {}): Promise<number> {
  return timed(place, env, (page) =>
    page.evaluate(async () => {
      // The window marks the moment itself: what attaches from outside comes later.
      while (performance.getEntriesByName('comarca:usable').length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      return performance.timeOrigin + (performance.getEntriesByName('comarca:usable')[0]?.startTime ?? 0)
    })
  )
}

async function timed(
  place: WindowPlace,
  env: Record<string, string>,
  readInstant: (page: Running['page']) => Promise<number>
): Promise<number> {
  const running = await startPlain(place, { env, settleMs: 1_500 })
  try {
    return (await readInstant(running.page)) - running.startedAt
  } finally {
    await running.close()
  }
}
