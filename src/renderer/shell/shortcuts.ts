// The keys that work everywhere, said once: the handler runs them and the shortcuts page lists them.
import type { TextKey } from '../i18n/texts.ts'
import { screens } from '../screens.ts'

export type ShortcutAction =
  | 'palette'
  | 'import'
  | 'undo'
  | 'redo'
  | 'saveCopy'
  | 'print'
  | 'export'
  | 'open'
  | 'filter'
  | 'shortcuts'

export interface Shortcut {
  readonly action: ShortcutAction
  readonly key: string
  readonly isControl?: boolean
  readonly isShift?: boolean
  readonly words: TextKey
  /** As shown: "Ctrl K". */
  readonly shown: readonly string[]
}

export const shortcuts: readonly Shortcut[] = [
  { action: 'palette', key: 'k', isControl: true, words: 'shell.shortcuts.palette', shown: ['Ctrl', 'K'] },
  { action: 'filter', key: '/', words: 'shell.shortcuts.filter', shown: ['/'] },
  { action: 'undo', key: 'z', isControl: true, words: 'shell.shortcuts.undo', shown: ['Ctrl', 'Z'] },
  {
    action: 'redo',
    key: 'z',
    isControl: true,
    isShift: true,
    words: 'shell.shortcuts.redo',
    shown: ['Ctrl', 'Shift', 'Z']
  },
  { action: 'import', key: 'i', isControl: true, words: 'shell.shortcuts.import', shown: ['Ctrl', 'I'] },
  { action: 'export', key: 'e', isControl: true, words: 'shell.shortcuts.export', shown: ['Ctrl', 'E'] },
  { action: 'print', key: 'p', isControl: true, words: 'shell.shortcuts.print', shown: ['Ctrl', 'P'] },
  { action: 'saveCopy', key: 's', isControl: true, words: 'shell.shortcuts.saveCopy', shown: ['Ctrl', 'S'] },
  { action: 'open', key: 'o', isControl: true, words: 'shell.shortcuts.open', shown: ['Ctrl', 'O'] },
  { action: 'shortcuts', key: '?', words: 'shell.shortcuts.shortcuts', shown: ['?'] }
]

export interface KeyPress {
  readonly key: string
  readonly isControl: boolean
  readonly isShift: boolean
  /** The focus is in a field: plain keys are text, and undo is the field's own. */
  readonly isTyping: boolean
}

/** The shortcut of a key press, if it is one. */
export function findShortcut(press: KeyPress): Shortcut | undefined {
  return shortcuts.find((shortcut) => {
    const isControl = shortcut.isControl ?? false
    if (shortcut.key !== press.key.toLowerCase() || isControl !== press.isControl) return false
    if (isControl && (shortcut.isShift ?? false) !== press.isShift) return false
    const isFieldOwn = !isControl || shortcut.action === 'undo' || shortcut.action === 'redo'
    return !(press.isTyping && isFieldOwn)
  })
}

/** The screen that g and a letter lead to. */
export const screenOfLetter = (letter: string): string | undefined =>
  screens.find((screen) => screen.letter === letter.toLowerCase())?.id

/** Keys inside a table, for the page of shortcuts. */
export const tableKeys: readonly { readonly words: TextKey; readonly shown: readonly string[] }[] = [
  { words: 'shell.tableKeys.move', shown: ['←', '↑', '→', '↓'] },
  { words: 'shell.tableKeys.ends', shown: ['Home', 'End'] },
  { words: 'shell.tableKeys.page', shown: ['PgUp', 'PgDn'] },
  { words: 'shell.tableKeys.block', shown: ['Shift', '↓'] },
  { words: 'shell.tableKeys.edit', shown: ['F2'] },
  { words: 'shell.tableKeys.open', shown: ['Enter'] },
  { words: 'shell.tableKeys.copy', shown: ['Ctrl', 'C'] },
  { words: 'shell.tableKeys.paste', shown: ['Ctrl', 'V'] },
  { words: 'shell.tableKeys.fill', shown: ['Ctrl', 'D'] },
  { words: 'shell.tableKeys.empty', shown: ['Delete'] },
  { words: 'shell.tableKeys.tick', shown: ['Space'] },
  { words: 'shell.tableKeys.close', shown: ['Esc'] }
]

/** Keys inside the import, for the page of shortcuts. */
export const importKeys: readonly { readonly words: TextKey; readonly shown: readonly string[] }[] = [
  { words: 'import.wizard.keys.parts', shown: ['Alt', '1–4'] },
  { words: 'import.wizard.keys.paste', shown: ['Ctrl', 'V'] },
  { words: 'import.wizard.keys.names', shown: ['S', 'D'] },
  { words: 'import.wizard.keys.run', shown: ['Ctrl', 'Enter'] },
  { words: 'import.wizard.keys.leave', shown: ['Esc'] }
]
