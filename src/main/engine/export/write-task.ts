// The worker's part of an export: rows to bytes.
import type { ExportFormatName, ExportTable } from '#shared/export/types.ts'
import { formatOf } from './formats/index.ts'

export const writeTask = (args: { format: ExportFormatName; table: ExportTable }): Promise<Uint8Array> =>
  formatOf(args.format).write(args.table)
