// Electron's main process: sets the rules, starts one window with its engine, and opens what was asked for.
// The rules are in security.ts, a window and its file in window.ts, what windows may ask in shell-handlers.ts.
import { resolve } from 'node:path'
import { app, nativeTheme } from 'electron'
import { EngineProcess } from './engine-process.ts'
import { startLog } from './log.ts'
import { buildMenu } from './menu.ts'
import { settlePlaces } from './places.ts'
import { findUsedLocale, getPreferences } from './preferences.ts'
import { declareProtocol, serveProtocol } from './protocol.ts'
import { guardContents, guardSession } from './security.ts'
import { answerWindows } from './shell-handlers.ts'
import { AppWindow, allWindows, openInSomeWindow } from './window.ts'

settlePlaces()

const fileIn = (argv: readonly string[], folder: string): string | undefined => {
  const name = argv.slice(1).find((argument) => argument.endsWith('.comarca') && !argument.startsWith('-'))
  return name === undefined ? undefined : resolve(folder, name)
}

if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  startLog()
  const engine = new EngineProcess()
  engine.startEarly()
  // Date fields are the browser's own and follow its language, which has to be said before it starts: that of the last file.
  const locale = findUsedLocale()
  if (locale !== undefined) app.commandLine.appendSwitch('lang', locale)
  declareProtocol()
  guardContents()
  let asked = process.env.COMARCA_OPEN || fileIn(process.argv, process.cwd())

  app.on('second-instance', (_event, argv, folder) => {
    const path = fileIn(argv, folder)
    if (path !== undefined) openInSomeWindow(path)
    else allWindows()[0]?.focus()
  })
  // macOS hands over a double-clicked file this way, possibly before the program is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (app.isReady()) openInSomeWindow(path)
    else asked = path
  })
  app.on('window-all-closed', () => app.quit())
  app.on('activate', () => {
    if (app.isReady() && allWindows().length === 0) new AppWindow(undefined)
  })

  void app.whenReady().then(() => {
    nativeTheme.themeSource = getPreferences().theme
    guardSession()
    serveProtocol()
    answerWindows()
    buildMenu()
    new AppWindow(asked, engine)
  })
}
