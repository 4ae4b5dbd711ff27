// Answers the calls about exports: gathers the rows and lets a worker write them.
import { defineHandlers, fail, type JobContext, ok } from '#engine/handler.ts'
import { exportContract } from '#shared/export/contract.ts'
import { fileNameOf } from '#shared/export/rules.ts'
import type { ExportColumn, ExportFormatName, ExportTable } from '#shared/export/types.ts'
import { formatOf } from './formats/index.ts'
import { listAuditLines } from './store.ts'

const auditColumns: ExportColumn[] = [
  { header: 'happened_at', kind: 'instant' },
  { header: 'kind', kind: 'text' },
  { header: 'call', kind: 'text' },
  { header: 'label', kind: 'text' },
  { header: 'state', kind: 'text' },
  { header: 'table', kind: 'text' },
  { header: 'operation', kind: 'text' },
  { header: 'row', kind: 'number' },
  { header: 'last_row', kind: 'number' },
  { header: 'before', kind: 'text' },
  { header: 'after', kind: 'text' }
]

async function write({ inWorker }: JobContext, format: ExportFormatName, table: ExportTable) {
  const most = formatOf(format).mostRows
  const rows = table.rows.length
  if (rows > most) return fail({ code: 'export.tooManyRows', rows, most, format })
  const bytes = await inWorker('export.write', { format, table })
  return ok({ suggestedName: fileNameOf(table.name, format), format, bytes, rows })
}

export const exportHandlers = defineHandlers(exportContract, {
  makeTable: (context, { format, table }) => write(context, format, table),

  makeAudit: (context, { format, search }) => {
    const rows = listAuditLines(context.db, search).map((line) => [
      line.happenedAt,
      line.kind,
      line.method,
      line.label,
      line.state,
      line.tableName,
      line.op,
      line.rowId,
      line.lastRowId,
      line.before,
      line.after
    ])
    return write(context, format, { name: 'audit', columns: auditColumns, rows })
  }
})
