// The shape of an entry of the registry of export formats.
import type { ExportFormatName, ExportTable } from '#shared/export/types.ts'

export interface ExportFormat {
  readonly name: ExportFormatName
  /** Rows that a file of this format can hold below its header. */
  readonly mostRows: number
  write(table: ExportTable): Promise<Uint8Array>
}
