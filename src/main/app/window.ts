// One window with its own engine and at most one open file. Which windows there are is known here, so that no file is open twice.
import { app, BrowserWindow, nativeTheme } from 'electron'
import type { BaseError, Reply } from '#shared/contract/errors.ts'
import type { ToWindow, WireReply } from '#shared/contract/messages.ts'
import type { WorkspaceState } from '#shared/workspace/types.ts'
import { EngineProcess } from './engine-process.ts'
import { log } from './log.ts'
import { places } from './places.ts'
import { getPreferences, rememberLocale, rememberRecent } from './preferences.ts'
import { appOrigin } from './protocol.ts'

export type Opened = Reply<{ fileName: string }, BaseError>

const windows = new Set<AppWindow>()

export class AppWindow {
  readonly engine: EngineProcess
  readonly browser: BrowserWindow
  /** The open file, or the one that could not be opened last: what "restore a backup" is about. */
  path: string | undefined
  isOpen = false
  openError: BaseError | null = null
  readonly #firstOpen: Promise<unknown>

  constructor(path: string | undefined, engine = new EngineProcess()) {
    this.engine = engine
    this.browser = new BrowserWindow({
      width: 1280,
      height: 800,
      minWidth: 1024,
      minHeight: 700,
      useContentSize: true,
      show: false,
      title: 'Comarca',
      backgroundColor: isDark() ? '#151918' : '#fbfbf9',
      autoHideMenuBar: true,
      webPreferences: {
        preload: places.preloadFile,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webSecurity: true,
        // Electron would fetch its dictionaries from the network.
        spellcheck: false
      }
    })
    windows.add(this)
    this.browser.once('ready-to-show', () => this.browser.show())
    this.browser.webContents.on('render-process-gone', (_event, details) => {
      log.error(`the window's process ended: ${details.reason}`)
      if (details.reason !== 'clean-exit') this.browser.webContents.reload()
    })
    this.browser.on('close', (event) => {
      if (!windows.has(this)) return
      event.preventDefault()
      windows.delete(this)
      void this.engine.stop().then(() => {
        this.browser.destroy()
        // A hidden page that prints must not keep the program alive.
        if (windows.size === 0 && process.platform !== 'darwin') app.quit()
      })
      this.browser.hide()
    })
    void this.browser.loadURL(`${appOrigin}/index.html`)
    // The engine starts, and the file opens, while the page is on its way.
    this.engine.serve({
      onReady: (isRestart) => void (isRestart && this.#reopen()),
      onLost: () => this.tell({ type: 'engine', state: 'lost' }),
      onStopped: () => this.tell({ type: 'engine', state: 'stopped' })
    })
    this.#firstOpen = path === undefined ? Promise.resolve() : this.open(path)
  }

  /** Waits until the file named at the start has been opened, or could not be. */
  whenStarted(): Promise<unknown> {
    return this.#firstOpen
  }

  tell(message: ToWindow): void {
    if (!this.browser.isDestroyed()) this.browser.webContents.send('shell', message)
  }

  async open(path: string): Promise<Opened> {
    const other = [...windows].find((window) => window !== this && window.isOpen && window.path === path)
    if (other) {
      other.focus()
      return { ok: false, error: { code: 'workspace.inUse', fileName: path.split(/[\\/]/).at(-1) ?? path } }
    }
    return this.took(path, await this.engine.call('workspace.open', { path }))
  }

  /** Notes what came of opening, making or restoring a file. */
  took(path: string, reply: WireReply): Opened {
    const fileName = path.split(/[\\/]/).at(-1) ?? path
    if (!reply.ok) {
      // The engine's errors are those of its contract; here they only pass through.
      const error = reply.error as BaseError
      if (!this.isOpen) this.path = path
      this.openError = error
      return { ok: false, error }
    }
    this.path = path
    this.isOpen = true
    this.openError = null
    rememberRecent(path)
    const state = reply.value as WorkspaceState
    if (state.isOpen) rememberLocale(state.settings.numberLocale)
    if (!this.browser?.isDestroyed()) this.browser?.setTitle(`${fileName} - Comarca`)
    return { ok: true, value: { fileName } }
  }

  closeFile(): void {
    this.isOpen = false
    this.path = undefined
    this.browser.setTitle('Comarca')
  }

  async #reopen(): Promise<void> {
    if (this.isOpen && this.path !== undefined) {
      const reply = await this.engine.call('workspace.open', { path: this.path })
      if (!reply.ok) {
        this.openError = reply.error as BaseError
        this.isOpen = false
      }
    }
    this.tell({ type: 'engine', state: 'ready' })
  }

  focus(): void {
    if (this.browser.isMinimized()) this.browser.restore()
    this.browser.focus()
  }
}

export const isDark = (): boolean => {
  const { theme } = getPreferences()
  return theme === 'dark' || (theme === 'system' && nativeTheme.shouldUseDarkColors)
}

export const allWindows = (): readonly AppWindow[] => [...windows]

export const findWindow = (browser: BrowserWindow | null): AppWindow | undefined =>
  [...windows].find((window) => window.browser === browser)

/** Opens a file: in the window that has it, in an empty window, or in a new one. */
export function openInSomeWindow(path: string): void {
  const holder = allWindows().find((window) => window.isOpen && window.path === path)
  if (holder) {
    holder.focus()
    return
  }
  const empty = allWindows().find((window) => !window.isOpen)
  if (empty === undefined) {
    new AppWindow(path)
    return
  }
  empty.focus()
  void empty.open(path).then((reply) => {
    if (!reply.ok) empty.tell({ type: 'openError', error: reply.error })
  })
}
