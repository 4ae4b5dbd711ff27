// What the palette can do, with words and keys; screens are added by the palette itself.
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDeviceFloppy,
  IconDownload,
  IconFileImport,
  IconFolderOpen,
  IconLanguage,
  IconMoon,
  IconPrinter,
  IconSun
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { UndoState } from '#shared/workspace/types.ts'
import { runCommand } from '../engine-client.ts'
import type { TextFunctions } from '../i18n/use-text.ts'
import { exportSeen, openOther, printPage, saveCopy, startImport } from './actions.ts'
import { changePreferences } from './preferences.ts'
import { commandWords, redoStep, undoStep } from './undo.ts'

export interface PaletteAction {
  readonly id: string
  readonly label: string
  readonly keys?: readonly string[] | undefined
  readonly Icon: ComponentType<{ size?: number | string }>
  readonly run: () => void
}

export function paletteActions(t: TextFunctions['t'], undo: UndoState): readonly PaletteAction[] {
  const always: readonly PaletteAction[] = [
    { id: 'import', label: t('shell.shortcuts.import'), keys: ['Ctrl', 'I'], Icon: IconFileImport, run: startImport },
    { id: 'export', label: t('shell.shortcuts.export'), keys: ['Ctrl', 'E'], Icon: IconDownload, run: exportSeen },
    {
      id: 'print',
      label: t('shell.shortcuts.print'),
      keys: ['Ctrl', 'P'],
      Icon: IconPrinter,
      run: printPage
    },
    {
      id: 'save',
      label: t('shell.shortcuts.saveCopy'),
      keys: ['Ctrl', 'S'],
      Icon: IconDeviceFloppy,
      run: () => void saveCopy()
    },
    {
      id: 'open',
      label: t('shell.shortcuts.open'),
      keys: ['Ctrl', 'O'],
      Icon: IconFolderOpen,
      run: () => void openOther()
    },
    {
      id: 'light',
      label: t('shell.palette.light'),
      Icon: IconSun,
      run: () => void changePreferences({ theme: 'light' })
    },
    {
      id: 'dark',
      label: t('shell.palette.dark'),
      Icon: IconMoon,
      run: () => void changePreferences({ theme: 'dark' })
    },
    {
      id: 'en',
      label: 'English',
      Icon: IconLanguage,
      run: () => void runCommand('workspace.updateSettings', { language: 'en' })
    },
    {
      id: 'es',
      label: 'Español',
      Icon: IconLanguage,
      run: () => void runCommand('workspace.updateSettings', { language: 'es' })
    }
  ]
  const steps: PaletteAction[] = []
  if (undo.undo) {
    const label = t('shell.undoWhat', { what: commandWords(undo.undo) })
    steps.push({ id: 'undo', label, keys: ['Ctrl', 'Z'], Icon: IconArrowBackUp, run: () => void undoStep() })
  }
  if (undo.redo) {
    const label = t('shell.redoWhat', { what: commandWords(undo.redo) })
    steps.push({
      id: 'redo',
      label,
      keys: ['Ctrl', 'Shift', 'Z'],
      Icon: IconArrowForwardUp,
      run: () => void redoStep()
    })
  }
  return [...steps, ...always]
}
