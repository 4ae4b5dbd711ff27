// The application menu in the person's language. Its items only tell the window what was asked for.
import { BrowserWindow, Menu, type MenuItemConstructorOptions, shell } from 'electron'
import type { MenuAction } from '#shared/contract/messages.ts'
import { dialogTexts } from './dialog-texts.ts'
import { places } from './places.ts'
import { getPreferences } from './preferences.ts'
import { AppWindow, findWindow } from './window.ts'

export function buildMenu(): void {
  const texts = dialogTexts[getPreferences().language]
  const tell = (label: string, action: MenuAction, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => findWindow(BrowserWindow.getFocusedWindow())?.tell({ type: 'menu', action })
  })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: texts.file,
        submenu: [
          tell(texts.newFile, 'new'),
          tell(texts.open, 'open', 'CmdOrCtrl+O'),
          { label: texts.newWindow, click: () => void new AppWindow(undefined) },
          tell(texts.saveCopy, 'saveCopy', 'CmdOrCtrl+S'),
          { type: 'separator' },
          tell(texts.importFiles, 'import', 'CmdOrCtrl+I'),
          tell(texts.exportView, 'export', 'CmdOrCtrl+E'),
          tell(texts.print, 'print', 'CmdOrCtrl+P'),
          { type: 'separator' },
          { label: texts.quit, role: 'quit' }
        ]
      },
      {
        label: texts.edit,
        submenu: [
          tell(texts.undo, 'undo', 'CmdOrCtrl+Z'),
          tell(texts.redo, 'redo', 'CmdOrCtrl+Shift+Z'),
          { type: 'separator' },
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll' }
        ]
      },
      {
        label: texts.view,
        submenu: [{ role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'resetZoom' }, { role: 'togglefullscreen' }]
      },
      {
        label: texts.help,
        submenu: [
          tell(texts.shortcuts, 'shortcuts'),
          { label: texts.log, click: () => shell.showItemInFolder(places.log) },
          tell(texts.about, 'about')
        ]
      }
    ])
  )
}
