// Answers what a window asks of the main process. Only our own windows are answered, and every argument is parsed.
import { join } from 'node:path'
import { app, BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain, nativeTheme, shell } from 'electron'
import type { BaseError, Reply } from '#shared/contract/errors.ts'
import type { GrantedFile } from '#shared/contract/messages.ts'
import { type ShellResult, type ShellVerb, shellCalls } from '#shared/contract/shell.ts'
import { dialogTexts, fileKinds } from './dialog-texts.ts'
import {
  findFolder,
  findGranted,
  findLastSaved,
  freePath,
  grantFiles,
  grantFolder,
  safeFileName,
  writeWhole
} from './files.ts'
import { buildMenu } from './menu.ts'
import { places } from './places.ts'
import { findRecent, forgetRecent, getPreferences, listRecent, setPreferences } from './preferences.ts'
import { appOrigin } from './protocol.ts'
import { AppWindow, findWindow } from './window.ts'

type Parsed<V extends ShellVerb> = (typeof shellCalls)[V]['args']['_zod']['output']
type Handlers = {
  [V in ShellVerb]: (window: AppWindow, args: Parsed<V>) => ShellResult<V> | Promise<ShellResult<V>>
}

const texts = () => dialogTexts[getPreferences().language]
const printing = new Map<string, AbortController>()

const workspaceFilter = () => [{ name: texts().workspace, extensions: ['comarca'] }]

async function askSavePath(
  window: AppWindow,
  suggestedName: string,
  filters: Electron.FileFilter[]
): Promise<string | undefined> {
  const answer = await dialog.showSaveDialog(window.browser, {
    defaultPath: join(app.getPath('documents'), suggestedName),
    filters,
    properties: ['createDirectory', 'showOverwriteConfirmation']
  })
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath
}

async function askOpenPaths(window: AppWindow, options: Electron.OpenDialogOptions): Promise<string[]> {
  const answer = await dialog.showOpenDialog(window.browser, options)
  return answer.canceled ? [] : answer.filePaths
}

async function grantToEngine(window: AppWindow, paths: readonly string[]): Promise<GrantedFile[]> {
  const grants = grantFiles(paths)
  for (const { file, path } of grants) await window.engine.call('workspace.grantFile', { token: file.token, path })
  return grants.map(({ file }) => file)
}

const notFound = (fileName: string): { ok: false; error: BaseError } => ({
  ok: false,
  error: { code: 'workspace.notFound', fileName }
})

const handlers: Handlers = {
  connect: async (window) => {
    await window.engine.connect(window.browser.webContents)
    return null
  },
  startup: async (window) => {
    await window.whenStarted()
    return {
      preferences: getPreferences(),
      recent: listRecent(),
      isOpen: window.isOpen,
      openError: window.openError,
      versions: {
        app: app.getVersion(),
        electron: process.versions.electron ?? '',
        engineNode: window.engine.nodeVersion,
        engineHost: window.engine.kind
      }
    }
  },
  setPreferences: (_window, change) => {
    const preferences = setPreferences(change)
    nativeTheme.themeSource = preferences.theme
    buildMenu()
    return preferences
  },
  newWorkspace: async (window, { settings }) => {
    const path = await askSavePath(window, `${safeFileName(settings.company)}.comarca`, workspaceFilter())
    if (path === undefined) return undefined
    return window.took(path, await window.engine.call('workspace.create', { path, settings, replace: true }))
  },
  openWorkspace: async (window) => {
    const [path] = await askOpenPaths(window, { filters: workspaceFilter(), properties: ['openFile'] })
    return path === undefined ? undefined : window.open(path)
  },
  openRecent: (window, { id }) => {
    const path = findRecent(id)
    return path === undefined ? notFound('') : window.open(path)
  },
  forgetRecent: (_window, { id }) => {
    forgetRecent(id)
    return listRecent()
  },
  openDropped: (window, { token }) => {
    const path = findGranted(token)
    return path === undefined ? notFound('') : window.open(path)
  },
  openSample: async (window, { size, language }) => {
    const path = join(app.getPath('userData'), 'samples', `${texts().sampleName} ${size}.comarca`)
    return window.took(path, await window.engine.call('workspace.createSample', { path, size, language }))
  },
  closeWorkspace: async (window) => {
    await window.engine.call('workspace.close', {})
    window.closeFile()
    return null
  },
  newWindow: () => {
    new AppWindow(undefined)
    return null
  },
  saveCopy: async (window) => {
    const name =
      window.path
        ?.split(/[\\/]/)
        .at(-1)
        ?.replace(/\.comarca$/, '') ?? 'Comarca'
    const path = await askSavePath(window, `${name} ${texts().copy}.comarca`, workspaceFilter())
    if (path === undefined) return undefined
    const reply = await window.engine.call('workspace.saveCopy', { path })
    if (!reply.ok) return { ok: false, error: reply.error as BaseError }
    const { bytes } = reply.value as { bytes: number }
    return { ok: true, value: { fileName: path.split(/[\\/]/).at(-1) ?? path, bytes } }
  },
  restoreBackup: async (window, { backupId }) => {
    const { path } = window
    if (path === undefined) return notFound('')
    return window.took(path, await window.engine.call('workspace.restore', { backupId, path }))
  },
  chooseImportFiles: async (window) =>
    grantToEngine(
      window,
      await askOpenPaths(window, {
        filters: [
          { name: texts().tables, extensions: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm'] },
          { name: texts().allFiles, extensions: ['*'] }
        ],
        properties: ['openFile', 'multiSelections']
      })
    ),
  grantDropped: (window, { paths }) => grantToEngine(window, paths),
  saveFile: async (window, { suggestedName, kind, bytes }) => {
    const filters = [{ name: fileKinds[kind], extensions: [kind] }]
    const path = await askSavePath(window, safeFileName(suggestedName), filters)
    return path === undefined ? undefined : writeWhole(path, bytes)
  },
  printPdf: async (_window, { jobId, pdf }) => {
    const controller = new AbortController()
    printing.set(jobId, controller)
    try {
      // Loaded when it is first needed: reading PDFs back takes a large library that starting should not wait for.
      const { printPdf } = await import('./pdf.ts')
      return { ok: true, value: { bytes: await printPdf(pdf, controller.signal) } }
    } catch (error) {
      if (controller.signal.aborted) return { ok: false, error: { code: 'engine.cancelled' } }
      return {
        ok: false,
        error: { code: 'print.failed', problem: error instanceof Error ? error.message : String(error) }
      }
    } finally {
      printing.delete(jobId)
    }
  },
  cancelPrint: (_window, { jobId }) => {
    printing.get(jobId)?.abort()
    return null
  },
  chooseFolder: async (window) => {
    const [path] = await askOpenPaths(window, { properties: ['openDirectory', 'createDirectory'] })
    return path === undefined ? undefined : grantFolder(path)
  },
  saveInFolder: (_window, { token, suggestedName, bytes }): Reply<{ fileName: string }, BaseError> => {
    const folder = findFolder(token)
    return folder === undefined
      ? notFound(suggestedName)
      : writeWhole(freePath(folder, safeFileName(suggestedName)), bytes)
  },
  showSaved: () => {
    const path = findLastSaved()
    if (path !== undefined) shell.showItemInFolder(path)
    return null
  },
  showLog: () => {
    shell.showItemInFolder(places.log)
    return null
  },
  restartEngine: (window) => {
    window.engine.restart()
    return null
  }
}

/** The window that asks, if it is one of ours showing our own page in its main frame. */
function findAsking(event: IpcMainInvokeEvent): AppWindow | undefined {
  const frame = event.senderFrame
  if (frame === null || frame.parent !== null || !frame.url.startsWith(`${appOrigin}/`)) return undefined
  return findWindow(BrowserWindow.fromWebContents(event.sender))
}

export function answerWindows(): void {
  ipcMain.handle('shell', async (event, verb: unknown, args: unknown) => {
    const window = findAsking(event)
    if (window === undefined) throw new Error('only a window of this program is answered')
    if (typeof verb !== 'string' || !Object.hasOwn(handlers, verb)) throw new Error(`unknown request ${String(verb)}`)
    return answer(window, verb as ShellVerb, args)
  })
}

const answer = <V extends ShellVerb>(window: AppWindow, verb: V, args: unknown): unknown =>
  handlers[verb](window, shellCalls[verb].args.parse(args ?? {}) as Parsed<V>)
