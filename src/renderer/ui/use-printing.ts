// Whether the page is being printed: then tables draw their rows beyond the view, and the page is light whatever the screen shows.
import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

let isPrinting = false
const listeners = new Set<() => void>()

const root = typeof document === 'undefined' ? undefined : document.documentElement
const schemeName = 'data-mantine-color-scheme'
let schemeOnScreen: string | null = null

function set(next: boolean): void {
  if (next === isPrinting) return
  isPrinting = next
  if (next) schemeOnScreen = root?.getAttribute(schemeName) ?? null
  // Paper is white: dark tokens would print light words on it.
  root?.setAttribute(schemeName, next ? 'light' : (schemeOnScreen ?? 'light'))
  // The browser takes the page as it stands when this returns.
  flushSync(() => {
    for (const listener of listeners) listener()
  })
}

if (typeof window !== 'undefined') {
  window.addEventListener('beforeprint', () => set(true))
  window.addEventListener('afterprint', () => set(false))
}

function watch(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePrinting = (): boolean => useSyncExternalStore(watch, () => isPrinting)

const readScheme = (): string => root?.getAttribute(schemeName) ?? 'light'

function watchScheme(listener: () => void): () => void {
  if (!root) return () => undefined
  const observer = new MutationObserver(listener)
  observer.observe(root, { attributeFilter: [schemeName] })
  listeners.add(listener)
  return () => {
    observer.disconnect()
    listeners.delete(listener)
  }
}

/** The scheme whose tokens hold on the page right now: what a drawing that reads them must follow. */
export const useSchemeOnPage = (): string => useSyncExternalStore(watchScheme, readScheme)
