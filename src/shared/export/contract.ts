// Calls that turn rows into the bytes of a file; where the file goes, the user says in main's dialog.
import { z } from 'zod'
import { defineContract, job, returns } from '#shared/contract/define.ts'
import type { ExportError, ExportedFile } from './types.ts'

const format = z.enum(['csv', 'xlsx'])

export const exportContract = defineContract('export', {
  /** A table as a screen shows it: rows and columns in, a file out. */
  makeTable: job({
    args: z.object({
      format,
      table: z.object({
        name: z.string().min(1).max(120),
        columns: z
          .array(z.object({ header: z.string(), kind: z.enum(['text', 'number', 'ratio', 'date', 'instant']) }))
          .max(500),
        rows: z.array(z.array(z.union([z.string(), z.number(), z.null()])))
      })
    }),
    result: returns<ExportedFile>(),
    errors: returns<ExportError>()
  }),
  /** The audit log, one row for each changed row: when, what, before and after. */
  makeAudit: job({
    args: z.object({ format, search: z.string().max(200).default('') }),
    result: returns<ExportedFile>(),
    errors: returns<ExportError>()
  })
})
