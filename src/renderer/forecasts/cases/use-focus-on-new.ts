// After adding a row, its first field takes the focus as soon as it is there.
import { useEffect, useRef } from 'react'

export function useFocusOnNew(count: number) {
  const ref = useRef<HTMLInputElement>(null)
  const isExpected = useRef(false)
  useEffect(() => {
    if (count === 0 || !isExpected.current) return
    isExpected.current = false
    ref.current?.focus()
    ref.current?.select()
  }, [count])
  return {
    ref,
    expect: () => {
      isExpected.current = true
    }
  }
}
