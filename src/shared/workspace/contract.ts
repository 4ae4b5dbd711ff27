// Calls about the file itself: opening and closing (main only), settings, undo and redo, the audit log, backups.
import { z } from 'zod'
import { command, defineContract, returns, service } from '#shared/contract/define.ts'
import { type CurrencyCode, isCurrencyCode } from '#shared/units/currency.ts'
import type { FiscalCalendar } from '#shared/units/period.ts'
import type {
  AuditChange,
  AuditEntry,
  Backup,
  CommandLabel,
  UndoState,
  WorkspaceSettings,
  WorkspaceState
} from './types.ts'

const currencyArg = z.string().transform((text, context): CurrencyCode => {
  if (isCurrencyCode(text)) return text
  context.addIssue({ code: 'custom', message: `not an ISO 4217 currency: ${text}` })
  return z.NEVER
})

export const settingsArg = z.object({
  company: z.string().trim().min(1).max(200),
  currency: currencyArg,
  calendar: z.object({
    startMonth: z
      .number()
      .int()
      .min(1)
      .max(12)
      .transform((month) => month as FiscalCalendar['startMonth']),
    pattern: z.enum(['months', '445']),
    weekStart: z
      .number()
      .int()
      .min(1)
      .max(7)
      .transform((day) => day as FiscalCalendar['weekStart'])
  }),
  language: z.enum(['en', 'es']),
  numberLocale: z.string().min(2).max(35)
})

const none = z.object({})
const path = z.string().min(1)

export const workspaceContract = defineContract('workspace', {
  ping: service({ args: none, result: returns<'pong'>() }),
  getState: service({ args: none, result: returns<WorkspaceState>() }),
  open: service({ args: z.object({ path }), result: returns<WorkspaceState>(), caller: 'host' }),
  create: service({
    args: z.object({ path, settings: settingsArg, replace: z.boolean().optional() }),
    result: returns<WorkspaceState>(),
    caller: 'host'
  }),
  createSample: service({
    args: z.object({
      path: path.optional(),
      size: z.enum(['small', 'medium', 'large']),
      seed: z.number().int().optional(),
      language: z.enum(['en', 'es']).optional()
    }),
    result: returns<WorkspaceState>(),
    caller: 'host'
  }),
  close: service({ args: none, result: returns<null>(), caller: 'host' }),
  saveCopy: service({ args: z.object({ path }), result: returns<{ bytes: number }>(), caller: 'host' }),
  restore: service({
    args: z.object({ backupId: z.string(), path }),
    result: returns<WorkspaceState>(),
    caller: 'host'
  }),
  grantFile: service({
    args: z.object({ token: z.string(), path }),
    result: returns<null>(),
    caller: 'host'
  }),
  undo: service({ args: none, result: returns<{ label: CommandLabel; state: UndoState }>() }),
  redo: service({ args: none, result: returns<{ label: CommandLabel; state: UndoState }>() }),
  backUp: service({ args: none, result: returns<Backup>() }),
  listBackups: service({ args: none, result: returns<Backup[]>() }),
  updateSettings: command({ args: settingsArg.partial(), result: returns<WorkspaceSettings>() }),
  listAudit: service({
    args: z.object({
      search: z.string().optional(),
      limit: z.number().int().min(1).max(100_000).optional(),
      beforeId: z.number().int().optional()
    }),
    result: returns<AuditEntry[]>()
  }),
  listChanges: service({
    args: z.object({ eventId: z.number().int(), limit: z.number().int().min(1).max(10_000).optional() }),
    result: returns<AuditChange[]>()
  })
})
