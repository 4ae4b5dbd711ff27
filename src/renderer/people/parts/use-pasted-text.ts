// Pasting a table anywhere on the page, outside fields and the table itself, opens the preview of the paste.
import { useEffect, useRef } from 'react'

/** @param onPaste gets the text of a paste that holds more than one cell */
export function usePastedText(isOn: boolean, onPaste: (text: string) => void): void {
  const latest = useRef(onPaste)
  latest.current = onPaste
  useEffect(() => {
    if (!isOn) return
    const listen = (event: ClipboardEvent) => {
      const { target } = event
      if (event.defaultPrevented || !(target instanceof Element)) return
      if (target.closest('input, textarea, [contenteditable], table, [role="grid"], [role="dialog"]')) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (!/[\t\n]/.test(text.trim())) return
      event.preventDefault()
      latest.current(text)
    }
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [isOn])
}
