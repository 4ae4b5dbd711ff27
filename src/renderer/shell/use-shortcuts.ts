// Listens for the shortcuts of shortcuts.ts, for g and a letter, and for what the application menu asks.
import { spotlight } from '@mantine/spotlight'
import { useEffect } from 'react'
import { useSessionStore } from '../session.ts'
import { listenToShell } from '../shell-client.ts'
import { exportSeen, focusFilter, go, openOther, printPage, runMenuAction, saveCopy, startImport } from './actions.ts'
import { findShortcut, type ShortcutAction, screenOfLetter } from './shortcuts.ts'
import { redoStep, undoStep } from './undo.ts'

const actions: Record<ShortcutAction, () => unknown> = {
  palette: () => spotlight.open(),
  import: startImport,
  undo: undoStep,
  redo: redoStep,
  saveCopy,
  print: printPage,
  export: exportSeen,
  open: openOther,
  filter: focusFilter,
  shortcuts: () => go('shortcuts')
}

/** Milliseconds within which a letter follows g. */
const leaderTime = 1200
let wentAt = 0

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing) return
  const isTyping = isField(event.target)
  const isControl = event.ctrlKey || event.metaKey
  const found = findShortcut({ key: event.key, isControl, isShift: event.shiftKey, isTyping })
  // Without a file there is only one to be opened.
  const isOpen = useSessionStore.getState().workspace.isOpen
  if (!isOpen && found?.action !== 'open') return
  if (found) {
    // An open dialog keeps the page behind it still.
    if (document.querySelector('[role="dialog"][aria-modal="true"]') && found.action !== 'palette') return
    event.preventDefault()
    actions[found.action]()
    return
  }
  if (isTyping || isControl) return
  const screen = Date.now() - wentAt < leaderTime ? screenOfLetter(event.key) : undefined
  wentAt = event.key === 'g' ? Date.now() : 0
  if (screen) {
    event.preventDefault()
    go(screen)
  }
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'))

// Main's listener can't be taken away again, so it is set once.
let listensToMenu = false

export function useShortcuts(): void {
  useEffect(() => {
    if (!listensToMenu) {
      listensToMenu = true
      listenToShell((message) => {
        if (message.type === 'menu') runMenuAction(message.action)
      })
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
