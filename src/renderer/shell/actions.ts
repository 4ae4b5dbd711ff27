// What the shell can do, wherever it is asked for: shortcut, menu, palette or button.
import { notifications } from '@mantine/notifications'
import { spotlight } from '@mantine/spotlight'
import type { BaseError } from '#shared/contract/errors.ts'
import type { MenuAction } from '#shared/contract/messages.ts'
import { texts } from '../i18n/use-text.ts'
import { findScreen } from '../screens.ts'
import { useSessionStore } from '../session.ts'
import { askShell } from '../shell-client.ts'
import { notifyError, notifySaved, notifyText } from './notices.tsx'
import { setOpenError } from './preferences.ts'
import { redoStep, undoStep } from './undo.ts'

export async function saveCopy(): Promise<void> {
  const reply = await askShell('saveCopy', {})
  if (reply === undefined) return
  if (reply.ok) notifySaved(reply.value.fileName)
  else notifyError(reply.error)
}

/** Opens another file; what stands in the way is shown on the first-run page or as a notice. */
export async function openWorkspace(
  ask: () => Promise<{ ok: true } | { ok: false; error: Parameters<typeof setOpenError>[0] } | undefined>
): Promise<void> {
  notifications.clean()
  const reply = await ask()
  if (reply === undefined) return
  if (reply.ok) setOpenError(null)
  else if (reply.error) showOpenError(reply.error)
}

/** On the first-run page for as long as it is not closed; beside an open file as a notice. */
export function showOpenError(error: BaseError): void {
  setOpenError(error)
  if (useSessionStore.getState().workspace.isOpen) notifyError(error)
}

export const openOther = (): Promise<void> => openWorkspace(() => askShell('openWorkspace', {}))

/** The page's own export: the button of the table that stands first, as if pressed. */
export function exportSeen(): void {
  const button = document.querySelector<HTMLButtonElement>('main [data-export], main [data-export-table]')
  if (button) button.click()
  else notifyText(texts.t('shell.nothingToExport'))
}

/** A page that has a document of its own prints that (the button marked for it, as if pressed); any other prints itself. */
export function printPage(): void {
  const button = document.querySelector<HTMLButtonElement>('main [data-print]')
  if (button) button.click()
  else window.print()
}

export function focusFilter(): boolean {
  const box = document.querySelector<HTMLElement>('main [data-filter-box] input, main input[data-filter-box]')
  box?.focus()
  return box !== null
}

export const go = (screen: string, params?: Readonly<Record<string, string>>): void =>
  useSessionStore.getState().go(screen, params)

/** Import has a screen of its own in the data part. */
export const startImport = (): void => go(findScreen('data') ? 'data' : 'home', { start: 'import' })

export function runMenuAction(action: MenuAction): void {
  const isOpen = useSessionStore.getState().workspace.isOpen
  if (action === 'open') return void openOther()
  if (action === 'new') return void askShell('closeWorkspace', {})
  if (!isOpen) return
  const actions: Record<Exclude<MenuAction, 'open' | 'new'>, () => unknown> = {
    saveCopy,
    import: startImport,
    export: exportSeen,
    print: printPage,
    undo: undoStep,
    redo: redoStep,
    palette: () => spotlight.open(),
    settings: () => go('settings'),
    shortcuts: () => go('shortcuts'),
    about: () => go('settings', { part: 'about' })
  }
  actions[action]()
}
