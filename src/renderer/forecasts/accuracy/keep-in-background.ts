// Has the forecasts of each state of the data made and kept while one works: started a moment after the page was opened, never twice, and
// going on whatever page is in view. Who cancels it starts it again by hand.
import { useEffect } from 'react'
import { create } from 'zustand'
import { engine } from '#renderer/engine.ts'
import { useQuery } from '#renderer/engine-client.ts'
import type { AppError } from '#shared/contract/index.ts'
import type { Progress } from '#shared/workspace/types.ts'

interface Keeping {
  readonly isBusy: boolean
  readonly progress: Progress | undefined
  readonly error: AppError | undefined
  /** Stopped by the user or by an error: it doesn't start by itself again. */
  readonly isStopped: boolean
}

const idle: Keeping = { isBusy: false, progress: undefined, error: undefined, isStopped: false }

export const useKeeping = create<Keeping>(() => idle)

/** What is asked for when a page opens goes first. */
const waitMs = 5_000

let cancelRunning: (() => void) | undefined

// Another file has forecasts of its own to make.
engine.listen((news) => {
  if (news.type !== 'workspace') return
  cancelRunning?.()
  useKeeping.setState(idle)
})

export async function startKeeping(): Promise<void> {
  if (useKeeping.getState().isBusy) return
  useKeeping.setState({ ...idle, isBusy: true })
  const handle = engine.call('forecasts.keepSnapshots', {}, (progress) => {
    if (cancelRunning === handle.cancel) useKeeping.setState({ progress })
  })
  cancelRunning = handle.cancel
  const reply = await handle.reply
  if (cancelRunning !== handle.cancel) return
  cancelRunning = undefined
  const error = reply.ok || reply.error.code === 'engine.cancelled' ? undefined : (reply.error as AppError)
  useKeeping.setState({ isBusy: false, progress: undefined, error, isStopped: !reply.ok })
}

export const stopKeeping = (): void => cancelRunning?.()

/** For pages that forecasts are looked at from: what is missing is made, quietly. */
export function useKeptForecasts(): void {
  const due = useQuery('forecasts.snapshotsDue', {}).value
  // Not the progress: a page would be drawn anew with every forecast that is made.
  const isBusy = useKeeping((keeping) => keeping.isBusy)
  const isStopped = useKeeping((keeping) => keeping.isStopped)
  const isWanted = !isBusy && !isStopped && due !== undefined && due.forecasts > 0 && !due.isRunning
  useEffect(() => {
    if (!isWanted) return
    const timer = setTimeout(() => void startKeeping(), waitMs)
    return () => clearTimeout(timer)
  }, [isWanted])
}
