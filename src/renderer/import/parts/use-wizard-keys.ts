// The keys of the wizard: Alt and a digit go to a part, Enter imports (Ctrl+Enter also from within a field), Esc leaves.
import { useEffect, useRef } from 'react'

export interface WizardKeys {
  readonly onPart: (index: number) => void
  readonly onImport: () => void
  readonly onLeave: () => void
}

/** What is open takes Esc and Enter for itself. */
const floating = '[role="dialog"], [role="menu"], [role="listbox"]'
const controls = 'button, a, input, select, textarea, [role="gridcell"], [role="tab"], td, [contenteditable="true"]'

export function useWizardKeys(keys: WizardKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    // Looked at before anyone acts on the key: a list that Esc closes is gone when the key arrives here.
    let isTaken = false
    const look = (): void => {
      isTaken = document.querySelector(floating) !== null
    }
    const act = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isTaken) return
      const target = event.target instanceof Element ? event.target : null
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
      if (event.altKey && digit !== undefined) {
        event.preventDefault()
        latest.current.onPart(Number(digit) - 1)
      } else if (event.key === 'Enter') {
        const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
        if (!(event.ctrlKey || event.metaKey) && !(isPlain && !target?.closest(controls))) return
        event.preventDefault()
        latest.current.onImport()
      } else if (event.key === 'Escape') {
        // The first Esc leaves a field, the next one the wizard.
        if (target instanceof HTMLElement && target.matches('input, textarea')) target.blur()
        else latest.current.onLeave()
      }
    }
    window.addEventListener('keydown', look, { capture: true })
    window.addEventListener('keydown', act)
    return () => {
      window.removeEventListener('keydown', look, { capture: true })
      window.removeEventListener('keydown', act)
    }
  }, [])
}
