// Asks the engine for a preview of what is chosen, and again soon after a choice; a later question stops the one before. The last
// preview stays while the next one is made.
import { useEffect, useRef, useState } from 'react'
import { engine } from '#renderer/engine.ts'
import type { AppError } from '#shared/contract/index.ts'
import type { ImportPreview } from '#shared/import/types.ts'
import type { Progress } from '#shared/workspace/types.ts'
import { ownPreview, type WizardRequest } from './wizard-state.ts'

/** Choices come in bursts (a key held down, several fields at once). */
const waitMilliseconds = 150

export interface PreviewState {
  preview: ImportPreview | undefined
  error: AppError | undefined
  isReading: boolean
  /** The user stopped the reading; nothing is asked until `again`. */
  isStopped: boolean
  progress: Progress | undefined
}

const nothing: PreviewState = {
  preview: undefined,
  error: undefined,
  isReading: false,
  isStopped: false,
  progress: undefined
}

export interface PreviewJob extends PreviewState {
  stop(): void
  again(): void
}

/** @param onRefused told the error and the request it answers; true: it is dealt with and not shown */
export function usePreview(
  request: WizardRequest | null,
  onRefused: (error: AppError, request: WizardRequest) => boolean
): PreviewJob {
  const [state, setState] = useState<PreviewState>(nothing)
  const [turn, setTurn] = useState(0)
  const stopRunning = useRef<() => void>(() => undefined)
  const refused = useRef(onRefused)
  refused.current = onRefused
  const isFirst = useRef(true)
  // Requests are plain values: equal text means an equal question, however often the screen is drawn.
  const question = JSON.stringify({ turn, request })

  useEffect(() => {
    const { request: asked } = JSON.parse(question) as { request: WizardRequest | null }
    if (asked === null) {
      setState(nothing)
      return
    }
    let isOvertaken = false
    let cancel: () => void = () => undefined
    const start = (): void => {
      const handle = engine.call('import.preview', asked.args, (progress) => {
        if (!isOvertaken) setState((old) => ({ ...old, progress }))
      })
      cancel = handle.cancel
      void handle.reply.then((reply) => {
        if (isOvertaken) return
        if (reply.ok) setState({ ...nothing, preview: ownPreview(reply.value, asked.fileIds) })
        else if (reply.error.code === 'engine.cancelled')
          setState((old) => ({ ...old, isReading: false, isStopped: true, progress: undefined }))
        else {
          const error = refused.current(reply.error, asked) ? undefined : reply.error
          setState((old) => ({ ...old, error, isReading: false, progress: undefined }))
        }
      })
    }
    setState((old) => ({ ...old, isReading: true, isStopped: false, error: undefined }))
    const timer = setTimeout(start, isFirst.current ? 0 : waitMilliseconds)
    isFirst.current = false
    stopRunning.current = () => cancel()
    return () => {
      isOvertaken = true
      clearTimeout(timer)
      cancel()
    }
  }, [question])
  return { ...state, stop: () => stopRunning.current(), again: () => setTurn((n) => n + 1) }
}
