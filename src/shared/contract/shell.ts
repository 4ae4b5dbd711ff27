// What a window may ask of the main process: dialogs, files the user names, printing, preferences. Each argument is parsed in main.
// The engine's calls are in index.ts; a window never gets a path it could open by itself.
import { z } from 'zod'
import { settingsArg } from '#shared/workspace/contract.ts'
import { type Returns, returns } from './define.ts'
import type { BaseError, Reply } from './errors.ts'
import type { GrantedFile, RecentFile } from './messages.ts'

interface ShellCall<Args extends z.ZodType, Result> {
  readonly args: Args
  readonly result: Returns<Result>
}
const call = <Args extends z.ZodType, Result>(args: Args, result: Returns<Result>): ShellCall<Args, Result> => ({
  args,
  result
})

/** undefined: the user closed the dialog. */
type OpenReply = Reply<{ fileName: string }, BaseError> | undefined

const none = z.object({})
const language = z.enum(['en', 'es'])
const bytes: z.ZodType<Uint8Array, Uint8Array> = z.instanceof(Uint8Array)
const fileKind = z.enum(['csv', 'xlsx', 'pdf', 'png', 'json', 'comarca'])

export interface Preferences {
  theme: 'light' | 'dark' | 'system'
  language: 'en' | 'es'
}

export const pdfArg = z.object({
  html: z.string(),
  title: z.string(),
  language,
  pageSize: z.enum(['A4', 'Letter']),
  headerText: z.string(),
  footerText: z.string()
})

export const shellCalls = {
  /** Opens the engine's port anew; it arrives as a window message. */
  connect: call(none, returns<null>()),
  startup: call(
    none,
    returns<{
      preferences: Preferences
      recent: RecentFile[]
      isOpen: boolean
      openError: BaseError | null
      versions: { app: string; electron: string; engineNode: string; engineHost: 'utility' | 'node' }
    }>()
  ),
  setPreferences: call(
    z.object({ theme: z.enum(['light', 'dark', 'system']).optional(), language: language.optional() }),
    returns<Preferences>()
  ),
  newWorkspace: call(z.object({ settings: settingsArg }), returns<OpenReply>()),
  openWorkspace: call(none, returns<OpenReply>()),
  openRecent: call(z.object({ id: z.string() }), returns<OpenReply>()),
  forgetRecent: call(z.object({ id: z.string() }), returns<RecentFile[]>()),
  openDropped: call(z.object({ token: z.string() }), returns<OpenReply>()),
  openSample: call(z.object({ size: z.enum(['small', 'medium', 'large']), language }), returns<OpenReply>()),
  closeWorkspace: call(none, returns<null>()),
  newWindow: call(none, returns<null>()),
  saveCopy: call(none, returns<Reply<{ fileName: string; bytes: number }, BaseError> | undefined>()),
  restoreBackup: call(z.object({ backupId: z.string() }), returns<OpenReply>()),
  chooseImportFiles: call(none, returns<GrantedFile[]>()),
  /** Paths come from the preload, which alone can ask for the path of a dropped file. */
  grantDropped: call(z.object({ paths: z.array(z.string()) }), returns<GrantedFile[]>()),
  saveFile: call(
    z.object({ suggestedName: z.string().min(1).max(200), kind: fileKind, bytes }),
    returns<Reply<{ fileName: string }, BaseError> | undefined>()
  ),
  printPdf: call(
    z.object({ jobId: z.string(), pdf: pdfArg }),
    returns<Reply<{ bytes: Uint8Array }, { code: 'print.failed'; problem: string } | { code: 'engine.cancelled' }>>()
  ),
  cancelPrint: call(z.object({ jobId: z.string() }), returns<null>()),
  /** Asks for a folder once; the token then stands for it. */
  chooseFolder: call(none, returns<{ token: string; name: string } | undefined>()),
  saveInFolder: call(
    z.object({ token: z.string(), suggestedName: z.string().min(1).max(200), kind: fileKind, bytes }),
    returns<Reply<{ fileName: string }, BaseError>>()
  ),
  showSaved: call(none, returns<null>()),
  showLog: call(none, returns<null>()),
  restartEngine: call(none, returns<null>())
} as const

export type ShellVerb = keyof typeof shellCalls
export type ShellArgs<V extends ShellVerb> = z.input<(typeof shellCalls)[V]['args']>
export type ShellResult<V extends ShellVerb> = (typeof shellCalls)[V]['result'] extends {
  readonly type?: () => infer R
}
  ? R
  : never
