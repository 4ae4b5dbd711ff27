// The settings row and what is in view. Opening the file is session.ts.
import type { CurrencyCode } from '#shared/units/currency.ts'
import type { FiscalCalendar } from '#shared/units/period.ts'
import type { Language, WorkspaceSettings } from '#shared/workspace/types.ts'
import type { Reader, SqlValue, Writer } from '../db.ts'

interface SettingsRow {
  company: string
  currency: string
  fiscal_start_month: FiscalCalendar['startMonth']
  calendar_pattern: 'months' | '445'
  week_start: FiscalCalendar['weekStart']
  language: Language
  number_locale: string
  is_sample: number
}

export function getSettings(db: Reader): WorkspaceSettings {
  const row = db.get<SettingsRow>('SELECT * FROM settings WHERE id = 1')
  if (row === undefined) throw new Error('the workspace has no settings row')
  return {
    company: row.company,
    currency: row.currency as CurrencyCode,
    calendar: { startMonth: row.fiscal_start_month, pattern: row.calendar_pattern, weekStart: row.week_start },
    language: row.language,
    numberLocale: row.number_locale,
    isSample: row.is_sample === 1
  }
}

/** Settings to change; an absent or undefined one stays as it is. */
export type SettingsChange = { [Name in keyof WorkspaceSettings]?: WorkspaceSettings[Name] | undefined }

const toRow = (settings: SettingsChange): Record<string, SqlValue> => {
  const row: Record<string, SqlValue> = {}
  if (settings.company !== undefined) row.company = settings.company
  if (settings.currency !== undefined) row.currency = settings.currency
  if (settings.calendar !== undefined) {
    row.fiscal_start_month = settings.calendar.startMonth
    row.calendar_pattern = settings.calendar.pattern
    row.week_start = settings.calendar.weekStart
  }
  if (settings.language !== undefined) row.language = settings.language
  if (settings.numberLocale !== undefined) row.number_locale = settings.numberLocale
  if (settings.isSample !== undefined) row.is_sample = settings.isSample ? 1 : 0
  return row
}

export const insertSettings = (db: Writer, settings: WorkspaceSettings): void => {
  db.insert('settings', { id: 1, ...toRow(settings) })
}

export const updateSettings = (db: Writer, settings: SettingsChange): void => {
  db.update('settings', 1, toRow(settings))
}
