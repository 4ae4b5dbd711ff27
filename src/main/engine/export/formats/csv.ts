// csv in UTF-8 with a byte order mark, without which Excel takes it for windows-1252.
import { toCsv } from '#shared/export/rules.ts'
import type { ExportFormat } from './format.ts'

export const csv: ExportFormat = {
  name: 'csv',
  mostRows: Number.MAX_SAFE_INTEGER,
  write: async (table) => new TextEncoder().encode(`\ufeff${toCsv(table)}`)
}
