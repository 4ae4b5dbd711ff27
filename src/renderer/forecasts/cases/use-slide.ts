// Following a slider: the picture moves with every change, and it is saved once: when the pointer lets go, or when the keys have been still for
// a moment or leave the slider. Each arrow key by itself would be a step to undo.
import { useLayoutEffect, useRef } from 'react'

const stillMs = 600

interface SlideCalls {
  readonly onMove: (value: number) => void
  readonly onSave: (value: number) => void
}

export function useSlide(calls: SlideCalls) {
  const latest = useRef(calls)
  useLayoutEffect(() => {
    latest.current = calls
  })
  const isByKeys = useRef(false)
  const pending = useRef<{ readonly value: number; readonly timer: ReturnType<typeof setTimeout> }>(undefined)
  const save = () => {
    if (pending.current === undefined) return
    const { value, timer } = pending.current
    clearTimeout(timer)
    pending.current = undefined
    latest.current.onSave(value)
  }
  const saveAtEnd = useRef(save)
  useLayoutEffect(() => () => saveAtEnd.current(), [])
  return {
    onChange: (value: number) => latest.current.onMove(value),
    onChangeEnd: (value: number) => {
      if (pending.current) clearTimeout(pending.current.timer)
      pending.current = { value, timer: setTimeout(save, stillMs) }
      if (!isByKeys.current) save()
    },
    onKeyDownCapture: () => {
      isByKeys.current = true
    },
    onPointerDownCapture: () => {
      save()
      isByKeys.current = false
    },
    onBlur: save
  }
}
