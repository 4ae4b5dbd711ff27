// The workspace: the file, its settings, undo and audit, and the errors that opening and writing it can give.

import type { CurrencyCode } from '#shared/units/currency.ts'
import type { IsoDate } from '#shared/units/date.ts'
import type { FiscalCalendar } from '#shared/units/period.ts'

export type Language = 'en' | 'es'

export interface WorkspaceSettings {
  company: string
  currency: CurrencyCode
  calendar: FiscalCalendar
  language: Language
  /** BCP 47 tag for numbers and dates, e.g. 'es-ES' or 'en-GB'. */
  numberLocale: string
  isSample: boolean
}

/** What a command did, to be put into words by the window: `<domain>.commands.<verb>` with these params. */
export interface CommandLabel {
  method: string
  params: Record<string, string | number>
}

export interface UndoState {
  undo: CommandLabel | null
  redo: CommandLabel | null
}

export type WorkspaceState =
  | { isOpen: false }
  | {
      isOpen: true
      fileName: string
      settings: WorkspaceSettings
      undo: UndoState
      today: IsoDate
      migratedFrom: number | null
    }

export interface Progress {
  done: number
  /** Undefined while the whole is not known yet. */
  total?: number
  /** An i18n key that says what is being done. */
  what: string
  /** Rows done so far, where `done` counts something else (bytes). */
  rows?: number
}

export interface Backup {
  id: string
  /** UTC instant. */
  madeAt: string
  bytes: number
  reason: 'day' | 'migration'
}

export interface AuditEntry {
  eventId: number
  /** UTC instant. */
  happenedAt: string
  kind: 'do' | 'undo' | 'redo'
  label: CommandLabel
  state: 'done' | 'undone' | 'dropped'
  changeCount: number
}

export interface AuditChange {
  changeId: number
  table: string
  op: 'insert' | 'update' | 'delete' | 'bulk'
  rowId: number
  lastRowId: number | null
  before: Record<string, string | number | null> | null
  after: Record<string, string | number | null> | null
}

export type WorkspaceError =
  | { code: 'workspace.notFound'; fileName: string }
  | { code: 'workspace.exists'; fileName: string }
  | { code: 'workspace.inUse'; fileName: string }
  | { code: 'workspace.newer'; fileName: string; fileVersion: number; knownVersion: number }
  | { code: 'workspace.notComarca'; fileName: string }
  | {
      code: 'workspace.damaged'
      fileName: string
      problem: string
      backupId: string | null
      backupMadeAt: string | null
    }
  | { code: 'workspace.cannotWrite'; fileName: string; problem: string }
  | { code: 'workspace.nothingToUndo' }
  | { code: 'workspace.nothingToRedo' }
  | { code: 'workspace.backupNotFound'; backupId: string }
